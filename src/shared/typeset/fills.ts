/** Fills: the room of a paragraph's lines where it stands among the slots. */
import { milliem, type Milliem } from './em'
import type { FlowInput } from './flow'
import { plainFill } from './lines'
import type { Fill } from './lines'
import { leastStrip, slotOfLine } from './slots'
import type { LineRun, Slot } from './slots'

/** The fills of paragraphs that flow through the same slots. */
export class Fills {
  readonly #slots: readonly Slot[]
  /** Width of every line where all rows are alike, and of lines beyond the columns. */
  readonly #plainWidth: Milliem
  readonly #plain = new Map<Milliem, Fill>()
  readonly #isPlain: boolean

  constructor(slots: readonly Slot[], plainWidth: Milliem, isPlain: boolean) {
    this.#slots = slots
    this.#plainWidth = plainWidth
    this.#isPlain = isPlain
  }

  /** The room of a paragraph's lines in the slots of `taken` and those after them; of `least` lines, or more. */
  at(input: FlowInput, taken: readonly LineRun[], least = 0): Fill {
    const from = slotOfLine(taken, 0)
    if (this.#isPlain || from >= this.#slots.length) return this.#plainFill(input.indent)
    const lefts: Milliem[] = []
    const widths: Milliem[] = []
    // About as many lines as the text can take: what cannot be parted leaves white at their ends.
    let need = (input.text.length + 12) * 1200
    for (let n = 0, at = from; at < this.#slots.length && (need > 0 || n < least); n++) {
      const s = this.#slots[at] as Slot
      const indent = n === 0 ? input.indent : 0
      lefts.push(milliem(s.left + indent))
      widths.push(milliem(Math.max(0, s.width - indent)))
      need -= Math.max(1000, s.width - leastStrip / 4)
      at = slotOfLine(taken, n + 1)
    }
    return { lefts, widths }
  }

  #plainFill(indent: Milliem): Fill {
    let fill = this.#plain.get(indent)
    if (!fill) this.#plain.set(indent, (fill = plainFill(this.#plainWidth, indent)))
    return fill
  }
}

/** True when two fills are one. */
export function sameFill(a: Fill, b: Fill): boolean {
  if (a === b) return true
  if (a.widths.length !== b.widths.length) return false
  for (let i = 0; i < a.widths.length; i++) {
    if (a.widths[i] !== b.widths[i] || a.lefts[i] !== b.lefts[i]) return false
  }
  return true
}

const ofLine = (all: readonly Milliem[], n: number) => all[Math.min(n, all.length - 1)] as Milliem

/**
 * True when the first `count` lines of a fill are those of a place; `orNarrower`: also when they only leave room
 * in it. Lines that the place does not have are beyond the columns.
 */
export function standsIn(fill: Fill, place: Fill, count: number, orNarrower = false): boolean {
  if (fill === place) return true
  for (let n = 0; n < Math.min(count, place.widths.length); n++) {
    if (ofLine(fill.lefts, n) !== place.lefts[n]) return false
    const spare = (place.widths[n] as number) - ofLine(fill.widths, n)
    if (orNarrower ? spare < 0 : spare !== 0) return false
  }
  return true
}

/** The lines of a place, none wider than it was in `fill`. */
export function narrowed(place: Fill, fill: Fill): Fill {
  const length = Math.max(place.widths.length, fill.widths.length)
  const each = Array.from({ length }, (_, n) => n)
  return {
    lefts: each.map(n => ofLine(place.lefts, n)),
    widths: each.map(n => milliem(Math.min(ofLine(place.widths, n), ofLine(fill.widths, n)))),
  }
}
