/** A paragraph: text → lines with every glyph placed. */
import { clusterStrings } from './characters'
import { Break, Class } from './characters'
import type { Milliem } from './faces'
import { justify } from './justify'
import type { Align } from './justify'
import { plainFill } from './lines'
import type { Fill } from './lines'
import { chooseLines, lastLineCount } from './looseness'
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
  const { measured, ends } = chooseLines(measureText(input.text, setting), input, fill, setting)
  return placeLines(measured, ends, input, fill, setting)
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
