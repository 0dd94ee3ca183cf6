import { isCredit, splitCredit } from '../../style/forms/signature'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { placeAt, sliceOf, splice } from '../../text-place/traced-text'
import { isRunningText, trimmed } from '../words'

/** 图说：, 图为 and arrows open a caption; the label and the arrow go, 图为 is the caption's own word. */
const label =
  /^(?:[▲△▼↑↓☝👆⬆■◆●]+[ \u3000]*)?(?:(?:图片说明|图说|图注|图片|图)[ ]?[0-9一二三四]{0,2}[:：][ \u3000]*)?/u
const saysPicture = /^(?:[（(]?(?:上|下|左|右|本)?图(?:为|①|②|③|④|一|二|三|[:：])|图片(?:为|显示))/u

/** What stands under a picture is its caption where it says so, or where it names who took it; else it is asked. */
export function findCaptions(manuscript: Manuscript, pen: Pen): Manuscript {
  const found: Piece[] = []
  // Pictures in a row share what stands under the last one only with that one.
  let isUnder = false
  let hasCaption = false
  manuscript.forEach(piece => {
    if (piece.role === 'photo') {
      isUnder = true
      hasCaption = false
      found.push(piece)
      return
    }
    if (piece.role === 'caption') hasCaption = true
    if (!isUnder || piece.role !== 'paragraph') {
      isUnder &&= piece.role === 'caption' || piece.role === 'credit'
      found.push(piece)
      return
    }
    const text = trimmed(piece.line.text)
    if (text === '' || piece.isKept === true) {
      found.push(piece)
      return
    }
    if (isCredit(text) && pen.makes('credit-found', piece.line.at, text, text)) {
      found.push({ ...piece, role: 'credit' })
      isUnder = !hasCaption
      return
    }
    if (!hasCaption && isCaption(piece, text, pen)) {
      found.push(...captionOf(piece, pen))
      hasCaption = true
      return
    }
    isUnder = false
    found.push(piece)
  })
  return found
}

const longestCaption = 90

function isCaption(piece: Piece, text: string, pen: Pen): boolean {
  const { at } = piece.line
  const mark = label.exec(text)?.[0] ?? ''
  const isSure =
    text.length <= 160 &&
    (piece.look?.style === 'caption' || mark !== '' || saysPicture.test(text) || splitCredit(text) !== null)
  if (isSure) return pen.makes('caption-found', at, text, text.slice(mark.length))
  if (text.length > longestCaption || isRunningText(text) || /^[一二三四五六七八九十]、/u.test(text))
    return false
  if (piece.look?.style === 'heading' || piece.look?.bold === true) return false
  const answer = pen.asks({
    key: `caption@${at}`,
    text: '图片下面这一行是图说吗？',
    words: text,
    choices: [
      { value: 'caption', name: '是图说' },
      { value: 'body', name: '是正文' },
    ],
    free: null,
    at,
  })
  return answer === 'caption' && pen.makes('caption-found', at, text, text.slice(mark.length))
}

/** A caption without its label, and the credit at its end as a part of its own. */
function captionOf(piece: Piece, pen: Pen): Piece[] {
  const mark = label.exec(piece.line.text)?.[0].length ?? 0
  const line = mark === 0 ? piece.line : splice(piece.line, [{ from: 0, to: mark, put: '' }])
  const split = splitCredit(line.text)
  const start = split ? line.text.lastIndexOf(split.credit) : -1
  if (!split || start <= 0 || !pen.makes('credit-found', placeAt(line, start), split.credit, split.credit))
    return [{ ...piece, role: 'caption', line }]
  const end = line.text.slice(0, start).trimEnd().length
  return [
    { ...piece, role: 'caption', line: sliceOf(line, 0, end) },
    { ...piece, role: 'credit', line: sliceOf(line, start, start + split.credit.length) },
  ]
}
