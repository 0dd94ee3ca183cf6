/** A paragraph: text → lines with every glyph placed. */
import { Break } from './breaks'
import { Class, clusterStrings } from './characters'
import type { Milliem } from './em'
import { lineFacts, placeLine } from './justify'
import type { Align } from './justify'
import { plainFill } from './lines'
import type { Fill } from './lines'
import { chooseLines, lastLineCount } from './looseness'
import { measureText } from './measure'
import type { Measured } from './measure'
import { newspaper } from './settings'
import type { HouseSetting } from './settings'
import type { Workspace } from './workspace'

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
  /** How it is set where that is not as the text around it: in another face, say. */
  readonly setting?: HouseSetting
}

/** A line of a set paragraph. */
export interface SetLine {
  /** Clusters, `to` exclusive. */
  readonly from: number
  readonly to: number
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** The line's part of the paragraph's `xs`. */
  readonly xs: ArrayLike<number>
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
  /** A prohibition had to be broken here, because nothing else fitted. (A long address is parted at will.) */
  readonly forced: boolean
}

/** A set paragraph. */
export interface SetParagraph {
  readonly text: string
  readonly clusters: readonly string[]
  /** UTF-16 start of each cluster, and the text's length. */
  readonly offsets: ArrayLike<number>
  /** Where each cluster's glyph has its origin, from the left edge of its column. */
  readonly xs: ArrayLike<number>
  readonly lines: readonly SetLine[]
  /** Its digits stand on one body each, which the face's half-width digits fill (`hwid`). */
  readonly halfDigits: boolean
}

/** Everything that placing a paragraph's glyphs needs, kept until a painter asks. */
interface Recipe {
  readonly fill: Fill
  readonly align: Align
  readonly setting: HouseSetting
  /** Arrays to work in, shared by the paragraphs of a page. */
  readonly space: Workspace | undefined
}

class Paragraph implements SetParagraph {
  readonly text: string
  readonly lines: readonly Line[]
  readonly #recipe: Recipe
  #xs: Int32Array | undefined
  #offsets: Uint32Array | undefined
  #clusters: readonly string[] | undefined

  constructor(m: Measured, ends: readonly number[], recipe: Recipe, placed: boolean) {
    this.text = m.text
    this.#recipe = recipe
    // Where every cluster is one unit long, offsets are made only when asked for.
    this.#offsets = m.count === m.text.length ? undefined : m.offsets.slice(0, m.count + 1)
    const lines: Line[] = []
    let from = 0
    for (let n = 0; n < ends.length; n++) {
      const to = ends[n] as number
      lines.push(new Line(this, m, from, to, n, ends.length, recipe))
      from = to
    }
    this.lines = lines
    if (placed) this.#xs = this.#place(m)
  }

  get halfDigits(): boolean {
    return this.#recipe.setting.digitWidth !== 'face'
  }

  get offsets(): Uint32Array {
    return (this.#offsets ??= Uint32Array.from({ length: this.text.length + 1 }, (_, i) => i))
  }

  /** Made when a painter first asks: most set paragraphs are only counted. */
  get clusters(): readonly string[] {
    return (this.#clusters ??= clusterStrings(this.text, this.offsets))
  }

  get xs(): Int32Array {
    return (this.#xs ??= this.#place(measureText(this.text, this.#recipe.setting, this.#recipe.space)))
  }

  #place(m: Measured): Int32Array {
    const { fill, align, setting } = this.#recipe
    const xs = new Int32Array(m.count)
    const { lines } = this
    for (let n = 0; n < lines.length; n++) {
      const { from, to } = lines[n] as Line
      const isLast = n === lines.length - 1 || m.classes[to - 1] === Class.newline
      const entry = Math.min(n, fill.widths.length - 1)
      const left = fill.lefts[entry] as number
      const right = left + (fill.widths[entry] as number)
      placeLine(m, from, to, left, right, align, isLast, setting, xs, 0)
    }
    return xs
  }
}

class Line implements SetLine {
  readonly #of: Paragraph
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly width: Milliem
  readonly natural: Milliem
  readonly adjust: Milliem
  readonly ugly: boolean
  readonly runt: boolean
  readonly forced: boolean

  constructor(
    of: Paragraph,
    m: Measured,
    from: number,
    to: number,
    n: number,
    count: number,
    recipe: Recipe,
  ) {
    const { setting, align, fill } = recipe
    const isEnd = n === count - 1
    const last = isEnd || m.classes[to - 1] === Class.newline
    const entry = Math.min(n, fill.widths.length - 1)
    const left = fill.lefts[entry] as number
    const right = left + (fill.widths[entry] as number)
    const facts = lineFacts(m, from, to, left, right, align, last, setting)
    this.#of = of
    this.from = from
    this.to = to
    this.start = m.offsets[from] as number
    this.end = m.offsets[to] as number
    this.width = facts.width
    this.natural = facts.natural
    this.adjust = facts.adjust
    this.ugly = facts.letterSpace > setting.uglyLetterSpace || facts.width > right
    this.runt = n > 0 && isEnd && lastLineCount(m, from, to) < setting.leastLastLine
    this.forced = to < m.count && (m.breaks[to] as number) < Break.yes && !hasChance(m, from, to)
  }

  get xs(): Int32Array {
    return this.#of.xs.subarray(this.from, this.to)
  }
}

/** True where a line could have ended earlier without breaking a prohibition. */
function hasChance({ breaks }: Measured, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if ((breaks[at] as number) >= Break.yes) return true
  return false
}

/** Sets one paragraph to a measure. Pure: the same input gives the same lines on every machine. */
export function setParagraph(
  input: ParagraphInput,
  measure: Milliem,
  setting: HouseSetting = newspaper,
): SetParagraph {
  const { slack } = input.setting ?? setting
  return setInFill(input, plainFill(measure + slack, input.indent), setting)
}

/**
 * Sets one paragraph into lines that may each have their own place and width. `placed` places its glyphs at
 * once, for a paragraph that is sure to be painted.
 */
export function setInFill(
  input: ParagraphInput,
  fill: Fill,
  setting: HouseSetting,
  space?: Workspace,
  placed = false,
): SetParagraph {
  const own = input.setting ?? setting
  const chosen = chooseLines(measureText(input.text, own, space), input, fill, own)
  const recipe = { fill, align: input.align ?? 'justify', setting: chosen.setting, space }
  return new Paragraph(chosen.measured, chosen.ends, recipe, placed)
}
