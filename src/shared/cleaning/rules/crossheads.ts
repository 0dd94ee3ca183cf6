import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { endsSentence, opensItem, trimmed } from '../words'
import { runningRange } from './note-lines'

const longestCrosshead = 26
/** So many lines that may be crossheads are a list or verses, and asking would be a nuisance. */
const mostAsked = 8

/**
 * Crossheads: short lines without an end mark inside the text. The writing program's headings and bold lines of their
 * own are sure, and so are 一、 二、 三、; others are asked about.
 */
export function findCrossheads(manuscript: Manuscript, pen: Pen): Manuscript {
  const { first, end } = runningRange(manuscript)
  const isShort = (piece: Piece | undefined) => {
    const text = trimmed(piece?.line.text ?? '')
    return (
      text !== '' && text.length <= longestCrosshead && !endsSentence(text) && !/[，、；：,;:]$/u.test(text)
    )
  }
  const may = (piece: Piece, index: number) =>
    piece.role === 'paragraph' &&
    index >= first &&
    index < end - 1 &&
    isShort(piece) &&
    (piece.look?.cell ?? null) === null &&
    piece.isKept !== true &&
    // Two in a row are a list.
    manuscript[index + 1]?.role === 'paragraph' &&
    !isShort(manuscript[index + 1]) &&
    !(
      index > 0 &&
      manuscript[index - 1]?.role === 'paragraph' &&
      isShort(manuscript[index - 1]) &&
      index - 1 >= first
    )
  const numbered = manuscript.filter(
    (piece, index) => may(piece, index) && /^[一二三四五六七八九十]、/u.test(trimmed(piece.line.text)),
  )
  const isSure = (piece: Piece) =>
    piece.look?.style === 'heading' ||
    piece.look?.bold === true ||
    piece.look?.align === 'center' ||
    (numbered.length > 1 && numbered.includes(piece))
  const asked = manuscript.filter(
    (piece, index) => may(piece, index) && !isSure(piece) && !opensItem(piece.line.text),
  )
  return manuscript.map((piece, index): Piece => {
    if (!may(piece, index)) return piece
    const { at, text } = piece.line
    const sure = isSure(piece)
    if (!sure && (asked.length > mostAsked || !asked.includes(piece))) return piece
    const answer = sure
      ? 'crosshead'
      : pen.asks({
          key: `crosshead@${at}`,
          text: '这一行是小标题吗？',
          words: trimmed(text),
          choices: [
            { value: 'crosshead', name: '是小标题' },
            { value: 'body', name: '是正文' },
          ],
          free: null,
          at,
        })
    if (answer !== 'crosshead' || !pen.makes('crosshead-found', at, text, text)) return piece
    return { ...piece, role: 'crosshead' }
  })
}
