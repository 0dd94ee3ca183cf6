import { spaces } from '../../style/characters'
import { splitDateline } from '../../style/forms/dateline'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { sliceOf } from '../../text-place/traced-text'
import { trimmed } from '../words'

/** The dateline that the first paragraph opens with becomes a part of its own; the house sets the space after it. */
export function findDateline(manuscript: Manuscript, pen: Pen): Manuscript {
  if (manuscript.some(piece => piece.role === 'dateline')) return manuscript
  const index = manuscript.findIndex(
    piece => piece.role === 'paragraph' && piece.isKept !== true && trimmed(piece.line.text) !== '',
  )
  const piece = manuscript[index]
  if (!piece) return manuscript
  const { line } = piece
  const split = splitDateline(line.text)
  if (!split) return manuscript
  // Spaces round its figures are taken out by the reader, so that the text after it tells where it ends.
  const textAt = line.text.length - split.text.length
  const bodyAt = textAt + (new RegExp(`^${spaces}+`, 'u').exec(split.text)?.[0].length ?? 0)
  const dateline = sliceOf(line, 0, line.text.slice(0, bodyAt).trimEnd().length)
  if (dateline.text === '' || !pen.makes('dateline-found', line.at, dateline.text, dateline.text))
    return manuscript
  const body: Piece = { ...piece, line: sliceOf(line, bodyAt) }
  const isAlone = bodyAt === line.text.length
  return [
    ...manuscript.slice(0, index),
    { ...piece, role: 'dateline', look: null, line: dateline },
    ...(isAlone ? [] : [body]),
    ...manuscript.slice(index + 1),
  ]
}
