import { houseByline } from '../../style/forms/byline-form'
import { houseCredit } from '../../style/forms/credit-form'
import { houseDateline } from '../../style/forms/dateline-form'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { splice } from '../../text-place/traced-text'

const houseForms = { dateline: houseDateline, byline: houseByline, credit: houseCredit } as const

/** Dateline, byline and credits as the house writes them; what is not understood stays as it came. */
export function unifyForms(manuscript: Manuscript, pen: Pen): Manuscript {
  return manuscript.map((piece): Piece => {
    const { line } = piece
    if (piece.role !== 'dateline' && piece.role !== 'byline' && piece.role !== 'credit') return piece
    const form = houseForms[piece.role](line.text)
    if (form === line.text || !pen.makes(`${piece.role}-form`, line.at, line.text, form)) return piece
    return { ...piece, line: splice(line, [{ from: 0, to: line.text.length, put: form }]) }
  })
}
