/** A paragraph: text → lines with every glyph placed. */
import { clusterStrings } from './characters'
import { Class, mayNotEnd, mayNotStart, Break } from './characters'
import type { Milliem } from './faces'
import { justify } from './justify'
import type { Align } from './justify'
import { breakLines, natural, plainFill } from './lines'
import type { Breaking, Fill, Tightness } from './lines'
import { measureText } from './measure'
import type { Measured } from './measure'
import { newspaper } from './settings'
import type { HouseSetting } from './settings'

/** What is set. */
export interface ParagraphInput {
  /** Running text; U+3000 stands where the house's dateline space does. */
  readonly text: string
  /** First-line indent. */
  readonly indent: Milliem
  readonly align?: Align
  /** This many lines longer (+) or shorter (−) than by itself, as near as it can be: −2 … +2. */
  readonly looseness?: number
  /** Exactly this many lines, as near as it can be; wins over `looseness`. */
  readonly exactLines?: number
}

/** A line of a set paragraph. Painters draw each cluster's glyph at its `xs`. */
export interface SetLine {
  /** Clusters, `to` exclusive. */
  readonly from: number
  readonly to: number
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** Where each cluster's glyph has its origin, from the column's left edge. */
  readonly xs: ArrayLike<Milliem>
  /** The line's right end, from the column's left edge. */
  readonly width: Milliem
  /** Its own width before anything was squeezed or spread, without its indent. */
  readonly natural: Milliem
  /** Squeezed (−) or spread (+) by this much in all. */
  readonly adjust: Milliem
  /** Letter-space is beyond what the house calls decent, or the line does not fit at all. */
  readonly ugly: boolean
  /** The paragraph's last line, and too short (孤字). */
  readonly runt: boolean
  /** A prohibition had to be broken here, because nothing else fitted. */
  readonly forced: boolean
}

/** A set paragraph. */
export interface SetParagraph {
  readonly text: string
  readonly clusters: readonly string[]
  /** UTF-16 start of each cluster, and the text's length. */
  readonly offsets: ArrayLike<number>
  readonly lines: readonly SetLine[]
}

class Paragraph implements SetParagraph {
  #clusters: readonly string[] | undefined
  constructor(
    readonly text: string,
    readonly offsets: Uint32Array,
    readonly lines: readonly SetLine[],
  ) {}
  /** Made when a painter first asks: most set paragraphs are only counted. */
  get clusters(): readonly string[] {
    return (this.#clusters ??= clusterStrings({
      text: this.text,
      offsets: this.offsets,
      count: this.offsets.length - 1,
      codes: new Uint32Array(0),
      classes: new Uint8Array(0),
    }))
  }
}

/** Sets one paragraph to a measure. Pure: the same input gives the same lines on every machine. */
export function setParagraph(
  input: ParagraphInput,
  measure: Milliem,
  setting: HouseSetting = newspaper,
): SetParagraph {
  return setInFill(input, plainFill(measure + setting.slack, input.indent), setting)
}

/** Sets one paragraph into lines that may each have their own place and width. */
export function setInFill(input: ParagraphInput, fill: Fill, setting: HouseSetting): SetParagraph {
  const m = measureText(input.text, setting)
  return placeLines(m, chooseLines(m, input, fill, setting).ends, input, fill, setting)
}

/** Places lines whose ends are known. */
export function placeLines(
  m: Measured,
  ends: readonly number[],
  input: ParagraphInput,
  fill: Fill,
  setting: HouseSetting,
): SetParagraph {
  const xs = new Int32Array(m.count)
  const lastFill = fill.widths.length - 1
  const lines: SetLine[] = []
  let from = 0
  for (let n = 0; n < ends.length; n++) {
    const to = ends[n] as number
    const last = n === ends.length - 1 || m.classes[to - 1] === Class.newline
    const left = fill.lefts[Math.min(n, lastFill)] as number
    const right = left + (fill.widths[Math.min(n, lastFill)] as number)
    const shown = justify(m, from, to, left, right, input.align ?? 'justify', last, setting, xs)
    lines.push({
      from,
      to,
      start: m.offsets[from] as number,
      end: m.offsets[to] as number,
      xs: xs.subarray(from, to),
      width: shown.width,
      natural: shown.natural,
      adjust: shown.adjust,
      ugly: shown.letterSpace > setting.uglyLetterSpace || shown.width > right,
      runt: n > 0 && n === ends.length - 1 && lastLineCount(m, from, to) < setting.leastLastLine,
      forced: to < m.count && (m.breaks[to] as number) < Break.yes,
    })
    from = to
  }
  return new Paragraph(
    m.text,
    m.offsets.length === m.count + 1 ? m.offsets : m.offsets.slice(0, m.count + 1),
    lines,
  )
}

/** Characters of a last line that count against 孤字: all but marks and spaces. */
export function lastLineCount(m: Measured, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    const cls = m.classes[i] as number
    if (!mayNotStart(cls) && !mayNotEnd(cls)) count++
  }
  return count
}

const isRunt = (m: Measured, ends: readonly number[], setting: HouseSetting) =>
  ends.length > 1 &&
  lastLineCount(m, ends[ends.length - 2] as number, ends[ends.length - 1] as number) < setting.leastLastLine

/** How much letter-space a paragraph may ask for to come to a number of lines. */
const mostTrack: Milliem = 400

/** The line ends of a paragraph, with looseness, exact lines and 孤字 minded. */
export function chooseLines(m: Measured, input: ParagraphInput, fill: Fill, setting: HouseSetting): Breaking {
  const own = mendRunt(m, breakLines(m, fill, natural), fill, 0, setting)
  const wanted = input.exactLines ?? own.ends.length + (input.looseness ?? 0)
  if (wanted === own.ends.length) return own
  return wanted > own.ends.length ? loosen(m, fill, wanted, own, setting) : tighten(m, fill, wanted, own)
}

const at = (track: Milliem): Tightness => ({ track, extraStop: 0 })

/** Re-breaks a paragraph that ends in a single character, with the least letter-space that mends it. */
function mendRunt(m: Measured, own: Breaking, fill: Fill, track: Milliem, setting: HouseSetting): Breaking {
  if (!isRunt(m, own.ends, setting)) return own
  let tried = own
  while (tried.nextTrack <= track + mostTrack) {
    tried = breakLines(m, fill, at(tried.nextTrack))
    if (tried.ends.length > own.ends.length + 1) break
    if (!isRunt(m, tried.ends, setting)) return tried
  }
  return own
}

/** The least letter-space that makes the paragraph as long as wanted. */
function loosen(m: Measured, fill: Fill, wanted: number, own: Breaking, setting: HouseSetting): Breaking {
  let low = 0
  let high = mostTrack
  let found = breakLines(m, fill, at(high))
  if (found.ends.length < wanted) return found.ends.length > own.ends.length ? found : own
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const tried = breakLines(m, fill, at(middle))
    if (tried.ends.length >= wanted) {
      high = middle
      found = tried
    } else {
      low = middle
    }
  }
  const mended = mendRunt(m, found, fill, high, setting)
  return mended.ends.length === found.ends.length ? mended : found
}

/** As short as wanted, or as short as 。！？ squeezed like the other marks can make it. */
function tighten(m: Measured, fill: Fill, wanted: number, own: Breaking): Breaking {
  const plain = breakLines(m, fill, natural)
  if (plain.ends.length <= wanted) return plain
  const tight = breakLines(m, fill, { track: 0, extraStop: 500 })
  return tight.ends.length < own.ends.length ? tight : own
}
