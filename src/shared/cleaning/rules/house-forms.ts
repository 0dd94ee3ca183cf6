import { ruleOf } from '../../style/rules'
import { splice } from '../../text-place/traced-text'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'

const formRules = {
  dateline: ruleOf('form.dateline'),
  byline: ruleOf('form.byline-bracket'),
  credit: ruleOf('form.credit'),
} as const

/** Dateline, byline and credits as the house writes them; what is not understood stays as it came. */
export function unifyForms(manuscript: Manuscript, pen: Pen): Manuscript {
  return manuscript.map((piece): Piece => {
    const { role, line } = piece
    if (role !== 'dateline' && role !== 'byline' && role !== 'credit') return piece
    const [form] = formRules[role].find(line.text, { part: role, caret: null })[0]?.fixes[0] ?? []
    // The form is the line's own change, wherever in it something is put over.
    if (!form || !pen.makes(`${role}-form`, line.at, line.text, form.put)) return piece
    return { ...piece, line: splice(line, [form]) }
  })
}
