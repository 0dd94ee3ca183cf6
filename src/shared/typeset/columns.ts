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
  readonly left: Milliem
  readonly width: Milliem
}

/** All rows of all columns, in reading order; rows whose strips are too narrow are left out. */
function slotsOf(columns: readonly ColumnShape[], slack: Milliem): Slot[] {
  const slots: Slot[] = []
  columns.forEach((shape, column) => {
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
        slots.push({ column, row, left: best.left, width: Math.max(0, width) + slack })
      }
    }
  })
  return slots
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
  const depthLeft = (at: number) => {
    const here = slots[at]
    if (!here) return Infinity
    let end = at
    while (end < slots.length && (slots[end] as Slot).column === here.column) end++
    return end - at
  }
  const fillAt = (at: number, input: FlowInput): Fill => {
    if (isPlain || at >= slots.length) {
      const beyond = slots[slots.length - 1]
      const width = beyond ? beyond.width : (columns[0]?.measure ?? 0) + setting.slack
      return plainFill(width, input.indent)
    }
    const lefts: Milliem[] = []
    const widths: Milliem[] = []
    let need = (input.text.length + 12) * 1200
    for (let i = at; i < slots.length && need > 0; i++) {
      const s = slots[i] as Slot
      const indent = i === at ? input.indent : 0
      lefts.push(s.left + indent)
      widths.push(Math.max(0, s.width - indent))
      need -= s.width
    }
    return { lefts, widths }
  }
  const setOne = (index: number, fill: Fill): SetParagraph => {
    const input = paragraphs[index] as FlowInput
    const old = kept && (keptAt(kept, index, input, fill) ?? keptAt(kept, index - shift, input, fill))
    return old ?? setInFill(aligned(input), fill, setting)
  }

  for (let index = 0; index < paragraphs.length; index++) {
    const input = paragraphs[index] as FlowInput
    const rows = Math.max(1, input.rows ?? 1)
    let fill = fillAt(slot, input)
    let lines = setOne(index, fill)

    if (input.kind === 'byline' && setting.bylineRunsIn && index > 0) {
      const before = set[index - 1] as SetParagraph
      const row = lastPlaced(placed, index - 1, before.lines.length - 1)
      if (row && lines.lines.length === 1 && runsIn(before, lines, slotOf(slots, row))) {
        const host = slotOf(slots, row) as Slot
        fill = { lefts: [host.left], widths: [host.width] }
        lines = setOne(index, fill)
        placed[host.column]?.push({ paragraph: index, line: 0, row: host.row, rows: 1 })
        set.push(lines)
        fills.push(fill)
        continue
      }
    }

    // Rules of turning: what must not stand at this column's foot begins in the next.
    const left = depthLeft(slot)
    if (left !== Infinity && slot > 0 && (slots[slot - 1] as Slot).column === slots[slot]?.column) {
      const count = lines.lines.length * rows
      const follows = input.kind === 'crosshead' && index + 1 < paragraphs.length ? setting.leastAtFoot : 0
      const isParted = count > left
      if (count + follows > left && input.kind === 'crosshead') slot += left
      else if (isParted && left < setting.leastAtFoot * rows) slot += left
      if (slot < slots.length && slots[slot]?.row === 0) {
        fill = fillAt(slot, input)
        lines = setOne(index, fill)
      }
    }
    const count = lines.lines.length
    for (let n = 0; n < count; n++) {
      const here = depthLeft(slot)
      const isHead = slot === 0 || (slots[slot - 1] as Slot | undefined)?.column !== slots[slot]?.column
      // The last lines keep together at a column's head, if the lines before them can spare one.
      const rest = count - n
      if (!isHead && here !== Infinity && n >= setting.leastAtFoot && input.kind === 'paragraph') {
        if (rest > here && rest - here < setting.leastAtHead && rest <= setting.leastAtHead) slot += here
      } else if (!isHead && here < rows) {
        slot += here
      }
      const s = slots[slot]
      if (s) placed[s.column]?.push({ paragraph: index, line: n, row: s.row, rows })
      else oversetCharacters += countCharacters(lines, n)
      slot += rows
    }
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

function runsIn(before: SetParagraph, byline: SetParagraph, slot: Slot | undefined): boolean {
  const last = before.lines[before.lines.length - 1]
  const own = byline.lines[0]
  if (!slot || !last || !own) return false
  return last.width - slot.left + bylineGap + own.natural <= slot.width
}

const slotOf = (slots: readonly Slot[], at: { column: number; row: number }) =>
  slots.find(s => s.column === at.column && s.row === at.row)

function lastPlaced(placed: readonly (readonly PlacedLine[])[], paragraph: number, line: number) {
  for (let column = placed.length - 1; column >= 0; column--) {
    const last = placed[column]?.at(-1)
    if (last)
      return last.paragraph === paragraph && last.line === line ? { column, row: last.row } : undefined
  }
  return undefined
}

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
