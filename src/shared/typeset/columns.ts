/**
 * Columns: paragraphs → lines in rows of columns on one baseline grid. Columns may be of unequal measure and
 * depth and may run round rectangles; a paragraph that turns into another measure is set to both.
 */
import { Class, classOf } from './characters'
import type { Milliem } from './faces'
import { plainFill } from './lines'
import type { Fill } from './lines'
import { setInFill } from './paragraph'
import type { ParagraphInput, SetLine, SetParagraph } from './paragraph'
import { newspaper } from './settings'
import type { HouseSetting } from './settings'
import { sameShapes, slotsOf, takeSlots } from './slots'
import type { Slot } from './slots'
import { Workspace } from './workspace'

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
  readonly columns: readonly ColumnShape[]
  readonly slots: readonly Slot[]
  /** All rows have one place and width, so where a paragraph stands does not change how it is set. */
  readonly isPlain: boolean
  /** The first paragraph that has lines beyond the columns; `Infinity` if none has. */
  readonly firstOverset: number
  /** Arrays to work in; nothing of the result is kept there. */
  readonly space: Workspace
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
  const space = previous?.source.space ?? new Workspace()
  const kept = previous && previous.source.setting === setting ? previous : undefined
  const shaped = kept && sameShapes(kept.source.columns, columns) ? kept.source : undefined
  if (kept && shaped) {
    const inPlace = resetInPlace(kept, paragraphs, space)
    if (inPlace) return inPlace
  }
  const slots = shaped ? shaped.slots : slotsOf(columns, setting.slack)
  const firstSlot = slots[0]
  const isPlain = shaped
    ? shaped.isPlain
    : slots.every(s => s.left === firstSlot?.left && s.width === firstSlot.width)
  const beyond = slots[slots.length - 1]
  const plainWidth = beyond ? beyond.width : (columns[0]?.measure ?? 0) + setting.slack
  const plainFills = new Map<Milliem, Fill>()
  const shift = kept ? paragraphs.length - kept.source.inputs.length : 0

  const placed: PlacedLine[][] = columns.map(() => [])
  const set: SetParagraph[] = []
  const fills: Fill[] = []
  let slot = 0
  let oversetCharacters = 0
  let firstOverset = Infinity
  // The lines of a paragraph take the slots of `taken`, then the slots after them.
  const fillAt = (input: FlowInput, taken: readonly number[]): Fill => {
    const from = taken[0] ?? 0
    if (isPlain || from >= slots.length) {
      const known = plainFills.get(input.indent)
      if (known) return known
      const fill = plainFill(plainWidth, input.indent)
      plainFills.set(input.indent, fill)
      return fill
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
    return old ?? setInFill(aligned(input), fill, setting, space)
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
    for (let line = 0; line < taken.length; line++) {
      const s = slots[taken[line] as number]
      if (s) placed[s.column]?.push({ paragraph: index, line, row: s.row, rows })
      else {
        oversetCharacters += countCharacters(lines, line)
        if (firstOverset === Infinity) firstOverset = index
      }
    }
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
    source: { inputs: paragraphs, fills, setting, columns, slots, isPlain, firstOverset, space },
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

/** Two parts of a flow that are set alike in lines of the same widths. */
const setsAlike = (a: FlowInput, b: FlowInput): boolean =>
  a === b ||
  (a.text === b.text &&
    a.kind === b.kind &&
    a.indent === b.indent &&
    a.align === b.align &&
    (a.looseness ?? 0) === (b.looseness ?? 0) &&
    a.exactLines === b.exactLines)

function keptAt(kept: SetColumns, index: number, input: FlowInput, fill: Fill): SetParagraph | undefined {
  const old = kept.source.inputs[index]
  const oldFill = kept.source.fills[index]
  if (!old || !oldFill || !setsAlike(old, input) || !sameFill(oldFill, fill)) return undefined
  return kept.paragraphs[index]
}

function sameFill(a: Fill, b: Fill): boolean {
  if (a === b) return true
  if (a.widths.length !== b.widths.length) return false
  for (let i = 0; i < a.widths.length; i++) {
    if (a.widths[i] !== b.widths[i] || a.lefts[i] !== b.lefts[i]) return false
  }
  return true
}

/**
 * The common keystroke: paragraphs change, but each keeps its number of lines, so that every line stays where
 * it stands. `undefined` where the lines have to flow again.
 */
function resetInPlace(
  kept: SetColumns,
  paragraphs: readonly FlowInput[],
  space: Workspace,
): SetColumns | undefined {
  const { inputs, fills, isPlain, setting } = kept.source
  if (!isPlain || inputs.length !== paragraphs.length) return undefined
  let set: SetParagraph[] | undefined
  for (let i = 0; i < inputs.length; i++) {
    const old = inputs[i] as FlowInput
    const input = paragraphs[i] as FlowInput
    if (old === input) continue
    if (old.kind !== input.kind || old.indent !== input.indent || old.rows !== input.rows) return undefined
    if (setsAlike(old, input)) continue
    // Their characters are counted, not only their lines.
    if (i >= kept.source.firstOverset) return undefined
    // Whether a byline runs in depends on its width, and on the line before it.
    if (input.kind === 'byline' || paragraphs[i + 1]?.kind === 'byline') return undefined
    const lines = setInFill(input, fills[i] as Fill, setting, space, true)
    if (lines.lines.length !== kept.paragraphs[i]?.lines.length) return undefined
    set ??= kept.paragraphs.slice()
    set[i] = lines
  }
  return { ...kept, paragraphs: set ?? kept.paragraphs, source: { ...kept.source, inputs: paragraphs } }
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

/** The characters of a line, spaces not counted. */
function countCharacters(set: SetParagraph, line: number): number {
  const { start, end, from, to } = set.lines[line] as SetLine
  let characters = to - from
  for (let at = start; at < end; at++) {
    const cls = classOf(set.text.charCodeAt(at))
    if (cls === Class.space || cls === Class.wideSpace || cls === Class.newline) characters--
  }
  return Math.max(0, characters)
}
