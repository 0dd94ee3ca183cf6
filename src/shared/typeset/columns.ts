/**
 * Columns: paragraphs → lines in rows of columns on one baseline grid. Columns may be of unequal measure and
 * depth and may run round rectangles; a paragraph that turns into another measure is set to both.
 */
import { Class } from './characters'
import type { Milliem } from './faces'
import { plainFill } from './lines'
import type { Fill } from './lines'
import { setInFill } from './paragraph'
import type { ParagraphInput, SetParagraph } from './paragraph'
import { readCharacters } from './characters'
import { newspaper } from './settings'
import type { HouseSetting } from './settings'

/** A rectangle that text runs round: rows `from…to` (exclusive), `left…right` from the column's left edge. */
export interface Obstacle {
  readonly from: number
  readonly to: number
  readonly left: Milliem
  readonly right: Milliem
}

/** A column of the baseline grid. */
export interface ColumnShape {
  readonly measure: Milliem
  /** Depth in rows. */
  readonly lines: number
  readonly around?: readonly Obstacle[]
}

/** One part of the flow. */
export type FlowInput = ParagraphInput & {
  readonly kind: 'paragraph' | 'crosshead' | 'byline'
  /** Rows of the grid each line stands in (占行); 1 unless told. */
  readonly rows?: number
}

/** A line in its column. */
export interface PlacedLine {
  /** Index into `paragraphs`, and into its `lines`. */
  readonly paragraph: number
  readonly line: number
  /** First row of the column the line stands in, and how many rows it takes. */
  readonly row: number
  readonly rows: number
}

/** Text in columns. */
export interface SetColumns {
  readonly columns: readonly (readonly PlacedLine[])[]
  readonly paragraphs: readonly SetParagraph[]
  /** Rows the text needs, those left empty by the rules of turning included. */
  readonly lines: number
  /** Rows there are. */
  readonly available: number
  /** What does not fit: rows, and characters without spaces. */
  readonly overset: { readonly lines: number; readonly characters: number }
  /** What is left: rows, and about how many characters they hold. */
  readonly underset: { readonly lines: number; readonly characters: number }
  /** What was set, so that the next setting can keep what has not changed. */
  readonly source: ColumnsSource
}

/** What a {@link SetColumns} was set from. */
export interface ColumnsSource {
  readonly inputs: readonly FlowInput[]
  readonly fills: readonly Fill[]
  readonly setting: HouseSetting
}

/** The narrowest strip beside a rectangle that text is set in. */
const leastStrip: Milliem = 4000

/** A row that text can stand in. */
interface Slot {
  readonly column: number
  readonly row: number
  /** Index of the slot after the last of this column. */
  end: number
  readonly left: Milliem
  readonly width: Milliem
}

/** All rows of all columns, in reading order; rows whose strips are too narrow are left out. */
function slotsOf(columns: readonly ColumnShape[], slack: Milliem): Slot[] {
  const slots: Slot[] = []
  columns.forEach((shape, column) => {
    const first = slots.length
    for (let row = 0; row < shape.lines; row++) {
      let strips = [{ left: 0, right: shape.measure }]
      for (const o of shape.around ?? []) {
        if (row < o.from || row >= o.to) continue
        strips = strips.flatMap(s =>
          o.right <= s.left || o.left >= s.right
            ? [s]
            : [
                { left: s.left, right: Math.min(s.right, o.left) },
                { left: Math.max(s.left, o.right), right: s.right },
              ],
        )
      }
      let best = { left: 0, right: 0 }
      for (const s of strips) if (s.right - s.left > best.right - best.left) best = s
      const width = best.right - best.left
      if (width >= Math.min(leastStrip, shape.measure)) {
        slots.push({ column, row, end: 0, left: best.left, width: Math.max(0, width) + slack })
      }
    }
    for (let i = first; i < slots.length; i++) (slots[i] as Slot).end = slots.length
  })
  return slots
}

/** True where the slot begins a column. */
const isHead = (slots: readonly Slot[], at: number) => at === 0 || slots[at - 1]?.column !== slots[at]?.column

/**
 * The slots that `count` lines of `rows` rows each take from `from` on. At a turn the lines keep together as
 * the house wants (孤行); a crosshead keeps with the first lines after it. A column that begins with the
 * paragraph is never left empty, so this always ends.
 */
function takeSlots(
  slots: readonly Slot[],
  from: number,
  count: number,
  rows: number,
  input: FlowInput,
  hasNext: boolean,
  setting: HouseSetting,
): number[] {
  const taken: number[] = []
  let at = from
  if (input.kind === 'crosshead' && at < slots.length && !isHead(slots, at)) {
    const need = count * rows + (hasNext ? setting.leastAtFoot : 0)
    const { end } = slots[at] as Slot
    if (need > end - at) at = end
  }
  while (taken.length < count) {
    const rest = count - taken.length
    const here = slots[at]
    if (!here) {
      taken.push(at)
      at += rows
      continue
    }
    const fit = Math.floor((here.end - at) / rows)
    let foot = Math.min(fit, rest)
    if (foot < rest && input.kind === 'paragraph') {
      if (rest - foot < setting.leastAtHead) foot = rest - setting.leastAtHead
      if (foot < Math.min(setting.leastAtFoot, rest) && taken.length === 0) foot = 0
      if (foot <= 0 && isHead(slots, at)) foot = Math.min(fit, rest)
      foot = Math.max(0, foot)
    }
    for (let n = 0; n < foot; n++) taken.push(at + n * rows)
    at = foot < rest ? here.end : at + foot * rows
  }
  return taken
}

/**
 * Sets paragraphs into columns. Given the `previous` result, paragraphs that have not changed and stand in
 * lines of the same widths are kept as they are: a keystroke sets one paragraph.
 */
export function setColumns(
  paragraphs: readonly FlowInput[],
  columns: readonly ColumnShape[],
  setting: HouseSetting = newspaper,
  previous?: SetColumns,
): SetColumns {
  const slots = slotsOf(columns, setting.slack)
  const firstSlot = slots[0]
  const isPlain = slots.every(s => s.left === firstSlot?.left && s.width === firstSlot.width)
  const kept = previous && previous.source.setting === setting ? previous : undefined
  const shift = kept ? paragraphs.length - kept.source.inputs.length : 0

  const placed: PlacedLine[][] = columns.map(() => [])
  const set: SetParagraph[] = []
  const fills: Fill[] = []
  let slot = 0
  let oversetCharacters = 0
  // The lines of a paragraph take the slots of `taken`, then the slots after them.
  const fillAt = (input: FlowInput, taken: readonly number[]): Fill => {
    const from = taken[0] ?? 0
    if (isPlain || from >= slots.length) {
      const beyond = slots[slots.length - 1]
      const width = beyond ? beyond.width : (columns[0]?.measure ?? 0) + setting.slack
      return plainFill(width, input.indent)
    }
    const lefts: Milliem[] = []
    const widths: Milliem[] = []
    let need = (input.text.length + 12) * 1200
    for (let n = 0, at = from; at < slots.length && need > 0; n++) {
      const s = slots[at] as Slot
      const indent = n === 0 ? input.indent : 0
      lefts.push(s.left + indent)
      widths.push(Math.max(0, s.width - indent))
      need -= s.width
      at = taken[n + 1] ?? at + Math.max(1, input.rows ?? 1)
    }
    return { lefts, widths }
  }
  const setOne = (index: number, fill: Fill): SetParagraph => {
    const input = paragraphs[index] as FlowInput
    const old = kept && (keptAt(kept, index, input, fill) ?? keptAt(kept, index - shift, input, fill))
    return old ?? setInFill(aligned(input), fill, setting)
  }

  let lastSlot = -1
  for (let index = 0; index < paragraphs.length; index++) {
    const input = paragraphs[index] as FlowInput
    const rows = Math.max(1, input.rows ?? 1)
    let fill = fillAt(input, [slot])
    let lines = setOne(index, fill)

    const host = slots[lastSlot]
    if (input.kind === 'byline' && setting.bylineRunsIn && index > 0 && host && lines.lines.length === 1) {
      if (runsIn(set[index - 1] as SetParagraph, lines, host)) {
        fill = { lefts: [host.left], widths: [host.width] }
        set.push(setOne(index, fill))
        fills.push(fill)
        placed[host.column]?.push({ paragraph: index, line: 0, row: host.row, rows: 1 })
        lastSlot = -1
        continue
      }
    }

    const hasNext = index + 1 < paragraphs.length
    let taken = takeSlots(slots, slot, lines.lines.length, rows, input, hasNext, setting)
    // A turn may put lines into rows of other widths: set again until the rows are those it was set to.
    for (let tries = isPlain ? 0 : 3; tries > 0 && isMoved(taken, slot, rows); tries--) {
      fill = fillAt(input, taken)
      lines = setOne(index, fill)
      const again = takeSlots(slots, slot, lines.lines.length, rows, input, hasNext, setting)
      const isSettled = again.every((at, n) => taken[n] === undefined || at === taken[n])
      taken = again
      if (isSettled) break
    }
    taken.forEach((at, line) => {
      const s = slots[at]
      if (s) placed[s.column]?.push({ paragraph: index, line, row: s.row, rows })
      else oversetCharacters += countCharacters(lines, line)
    })
    lastSlot = taken.at(-1) ?? slot
    slot = lastSlot + rows
    set.push(lines)
    fills.push(fill)
  }

  let room = 0
  for (let i = slot; i < slots.length; i++) room += Math.floor((slots[i] as Slot).width / 1000)
  return {
    columns: placed,
    paragraphs: set,
    lines: slot,
    available: slots.length,
    overset: { lines: Math.max(0, slot - slots.length), characters: oversetCharacters },
    underset: { lines: Math.max(0, slots.length - slot), characters: room },
    source: { inputs: paragraphs, fills, setting },
  }
}

/** Sets the columns again after an edit, keeping every paragraph that has not changed. */
export function resetColumns(
  previous: SetColumns,
  paragraphs: readonly FlowInput[],
  columns: readonly ColumnShape[],
): SetColumns {
  return setColumns(paragraphs, columns, previous.source.setting, previous)
}

const aligned = (input: FlowInput): ParagraphInput =>
  input.kind === 'byline' && input.align === undefined ? { ...input, align: 'end' } : input

function keptAt(kept: SetColumns, index: number, input: FlowInput, fill: Fill): SetParagraph | undefined {
  const old = kept.source.inputs[index]
  const oldFill = kept.source.fills[index]
  if (!old || !oldFill) return undefined
  const isSame =
    old === input ||
    (old.text === input.text &&
      old.kind === input.kind &&
      old.indent === input.indent &&
      old.align === input.align &&
      (old.looseness ?? 0) === (input.looseness ?? 0) &&
      old.exactLines === input.exactLines)
  return isSame && sameFill(oldFill, fill) ? kept.paragraphs[index] : undefined
}

function sameFill(a: Fill, b: Fill): boolean {
  if (a.widths.length !== b.widths.length) return false
  return a.widths.every((w, i) => w === b.widths[i] && a.lefts[i] === b.lefts[i])
}

/** The gap a byline keeps from the text it runs in after. */
const bylineGap: Milliem = 1000

function runsIn(before: SetParagraph, byline: SetParagraph, slot: Slot): boolean {
  const last = before.lines[before.lines.length - 1]
  const own = byline.lines[0]
  if (!last || !own) return false
  return last.width - slot.left + bylineGap + own.natural <= slot.width
}

const isMoved = (taken: readonly number[], from: number, rows: number) =>
  taken.some((at, n) => at !== from + n * rows)

function countCharacters(set: SetParagraph, line: number): number {
  const { start, end } = set.lines[line] as { start: number; end: number }
  const { classes, count } = readCharacters(set.text.slice(start, end))
  let characters = 0
  for (let i = 0; i < count; i++) {
    const cls = classes[i]
    if (cls !== Class.space && cls !== Class.wideSpace && cls !== Class.newline) characters++
  }
  return characters
}
