import { spaces } from '../../style/characters'
import { opensWithDateline } from '../../style/forms/dateline'
import { readSignature } from '../../style/forms/signature'
import type { DraftSource } from '../draft'
import { jointOf } from '../line-spaces'
import { widthOf, widthOfHead } from '../line-width'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { joinTraced, placeAt, sliceOf, type TracedText } from '../../text-place/traced-text'
import { endsSentence, opensItem, trimmed } from '../words'

/**
 * Lines that were broken where a page or a window was full, as in text from a PDF, an e-mail or WeChat, are joined;
 * other soft returns part paragraphs. A line was broken when it is as wide as the others and what follows would not
 * have fitted (line-width), and when it does not look like a line of its own.
 */
export function mendBrokenLines(manuscript: Manuscript, pen: Pen, source: DraftSource): Manuscript {
  const lines = linesOf(manuscript)
  const measure = source === 'story' ? null : measureOf(lines)
  const mended: Piece[] = []
  // What the next line is put to: null after a picture and before the first.
  let open: { piece: Piece; line: TracedText } | null = null
  const close = () => {
    if (open) mended.push({ ...open.piece, line: open.line })
    open = null
  }
  lines.forEach((line, index) => {
    const last = lines[index - 1]
    if (!open || !last) {
      close()
      if (line.piece.role === 'photo') mended.push(line.piece)
      else open = { piece: line.piece, line: line.line }
      return
    }
    if (line.piece.role === 'photo') {
      close()
      mended.push(line.piece)
      return
    }
    const tail = trimmedEnd(open.line)
    const head = trimmedStart(line.line)
    const joint = jointFor(last, line, lines[index + 1], measure)
    const words = (joinedBy: string) => `${tail.text.slice(-8)}${joinedBy}${head.text.slice(0, 8)}`
    if (joint !== null && pen.makes('line-joined', line.at, words('\n'), words(joint))) {
      open = { piece: open.piece, line: joinTraced(tail, joint, head) }
    } else if (!line.isSoft) {
      close()
      open = { piece: line.piece, line: line.line }
    } else if (joint === null && pen.makes('line-split', line.at, words('\n'), words('¶'))) {
      close()
      open = { piece: line.piece, line: line.line }
    } else {
      open = { piece: open.piece, line: joinTraced(open.line, '\n', line.line) }
    }
  })
  close()
  return mended
}

/** One line as it stood on the page that it came from. */
interface Line {
  readonly piece: Piece
  readonly line: TracedText
  /** Place that the break before it is known by. */
  readonly at: number
  /** Whether a soft return stands before it. */
  readonly isSoft: boolean
  /** Without spaces at its ends. */
  readonly text: string
  /** Em of its width with the indent, and how far squeezing and other fonts may change that. */
  readonly natural: number
  readonly least: number
  readonly indent: number
  /** Whether it may be part of a broken paragraph at all. */
  readonly isPlain: boolean
}

function linesOf(manuscript: Manuscript): Line[] {
  return manuscript.flatMap(piece => {
    if (piece.role === 'photo') return [lineOf(piece, piece.line, false)]
    const lines: Line[] = []
    let from = 0
    for (const part of piece.line.text.split('\n')) {
      lines.push(lineOf(piece, sliceOf(piece.line, from, from + part.length), from > 0))
      from += part.length + 1
    }
    return lines
  })
}

function lineOf(piece: Piece, line: TracedText, isSoft: boolean): Line {
  const text = trimmed(line.text)
  const edge = new RegExp(`^${spaces}*`, 'u').exec(line.text)?.[0] ?? ''
  const indent = [...edge].reduce(
    (sum, space) => sum + (space === '\u3000' ? 1 : space === '\t' ? 2 : 0.5),
    0,
  )
  // A line far too long for a column need not be measured: no paper is that wide.
  const width = text.length > 120 ? { natural: 120, squeeze: 0, tolerance: 0 } : widthOf(text)
  return {
    piece,
    line,
    at: isSoft ? line.at - 1 : line.at,
    isSoft,
    text,
    natural: width.natural + indent,
    least: width.natural + indent - width.squeeze - width.tolerance,
    indent,
    isPlain:
      text !== '' &&
      piece.role === 'paragraph' &&
      (piece.look?.style ?? null) === null &&
      (piece.look?.cell ?? null) === null &&
      piece.look?.numbered !== true &&
      piece.look?.align !== 'center' &&
      piece.look?.align !== 'right',
  }
}

/** The width at which a draft's lines were broken. */
interface Measure {
  /** Em. */
  readonly width: number
  /** Whether paragraphs begin with an indent, so that a line without one goes on. */
  readonly isIndented: boolean
}

const leastMeasure = 12
const mostMeasure = 52

/** The width that many lines have and hardly one exceeds; null where lines end for other reasons. */
function measureOf(lines: readonly Line[]): Measure | null {
  const plain = lines.filter(line => line.isPlain)
  if (plain.length < 2) return null
  const candidates = plain.filter(line => line.natural >= leastMeasure && line.natural <= mostMeasure)
  // Text of whole paragraphs is wider than any measure.
  if (candidates.length < 1 || plain.filter(line => line.natural > mostMeasure).length > plain.length * 0.1)
    return null
  const widths = candidates.map(line => line.natural).sort((a, b) => b - a)
  let best = { width: 0, count: 0 }
  for (const width of new Set(widths)) {
    const count = widths.filter(other => other <= width + 0.1 && other >= width - 2).length
    if (count > best.count) best = { width, count }
  }
  const wider = candidates.filter(line => line.least > best.width + 0.6).length
  if (wider > Math.max(1, best.count * 0.15)) return null
  // Broken lines end in the middle of a sentence. Lines of equal length that do not are items or verses.
  const full = plain.filter(line => line.natural >= best.width - 2)
  const running = full.filter((line, at) => at < plain.length && !endsSentence(line.text)).length
  const isShort = plain.length <= 4
  if (running < (isShort ? 1 : 3)) return null
  const enders = plain.filter(line => endsSentence(line.text)).length
  if (enders === 0 || (isShort && best.width < 14)) return null
  const indented = plain.filter(line => line.indent >= 1.5).length
  return { width: best.width, isIndented: indented > 0 && indented < plain.length * 0.7 }
}

/** What two lines are joined with; null where they stay apart. */
function jointFor(
  line: Line,
  next: Line,
  _afterNext: Line | undefined,
  measure: Measure | null,
): string | null {
  if (line.text === '' || next.text === '') return null
  if (next.isSoft && isTitleLine(line) && isTitleLine(next)) return ' '
  if (measure === null || !line.isPlain || !next.isPlain || !sameLook(line, next)) return null
  if (next.indent >= 1.5 && next.indent > line.indent - 0.5 && measure.isIndented) return null
  if (
    opensItem(next.text) ||
    opensWithDateline(next.text) ||
    readSignature(next.text) ||
    readSignature(line.text)
  )
    return null
  const isFull =
    line.natural <= measure.width + 1.2 && line.natural + 0.6 + widthOfHead(next.text) > measure.width - 0.2
  if (!isFull) return null
  if (!endsSentence(line.text)) return jointOf(line.text, next.text)
  // At the end of a sentence only an indent can tell whether the paragraph goes on.
  return measure.isIndented && next.indent < 1 ? jointOf(line.text, next.text) : null
}

/** A headline that was set in two lines with a soft return. */
const isTitleLine = ({ piece, text }: Line) =>
  (piece.look?.style === 'title' || piece.look?.style === 'heading' || piece.look?.align === 'center') &&
  text.length <= 24 &&
  !endsSentence(text)

function sameLook({ piece: { look: a } }: Line, { piece: { look: b } }: Line): boolean {
  return a === b || (a?.bold === b?.bold && (a?.size ?? null) === (b?.size ?? null))
}

function trimmedEnd(line: TracedText): TracedText {
  const { length } = line.text.replace(new RegExp(`${spaces}+$`, 'u'), '')
  return sliceOf(line, 0, length)
}

function trimmedStart(line: TracedText): TracedText {
  const edge = new RegExp(`^${spaces}+`, 'u').exec(line.text)?.[0].length ?? 0
  return { ...sliceOf(line, edge), at: placeAt(line, edge) }
}
