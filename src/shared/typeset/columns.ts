/**
 * Columns: paragraphs → lines in rows of columns on one baseline grid. Columns may be of unequal measure and
 * depth and may run round rectangles; a paragraph that turns into another measure is set to both.
 */
import { Class, classOf } from './characters'
import { em, milliem } from './em'
import { Fills, narrowed, sameFill, standsIn } from './fills'
import type { ColumnShape, FlowInput, PlacedLine } from './flow'
import type { Fill } from './lines'
import { setInFill } from './paragraph'
import type { ParagraphInput, SetLine, SetParagraph } from './paragraph'
import { newspaper } from './settings'
import type { HouseSetting } from './settings'
import { Placement } from './placement'
import { sameShapes, slotsOf, takeSlots } from './slots'
import type { LineRun, Slot } from './slots'
import { Workspace } from './workspace'

/** Text in columns. */
export interface SetColumns {
  /** The lines of each column in reading order, written out of the runs when first asked for. */
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
  /** All rows have one width and begin at their column's edge, so where a paragraph stands does not change how it is set. */
  readonly isPlain: boolean
  readonly placement: Placement
  /** Arrays to work in; nothing of the result is kept there. */
  readonly space: Workspace
}

class Columns implements SetColumns {
  readonly paragraphs: readonly SetParagraph[]
  readonly source: ColumnsSource
  readonly lines: number
  readonly available: number
  readonly overset: { readonly lines: number; readonly characters: number }
  readonly underset: { readonly lines: number; readonly characters: number }

  constructor(paragraphs: readonly SetParagraph[], source: ColumnsSource) {
    this.paragraphs = paragraphs
    this.source = source
    const { slots, placement } = source
    const { end, runs } = placement
    this.lines = end
    this.available = slots.length
    let characters = 0
    // What stands beyond the columns comes last.
    for (let i = runs.length - 1; i >= 0 && (runs[i] as LineRun).slot >= slots.length; i--) {
      const { paragraph, line, count } = runs[i] as LineRun
      const set = paragraphs[paragraph] as SetParagraph
      for (let n = 0; n < count; n++) characters += countCharacters(set, line + n)
    }
    let room = 0
    for (let i = end; i < slots.length; i++) room += Math.floor((slots[i] as Slot).width / 1000)
    this.overset = { lines: Math.max(0, end - slots.length), characters }
    this.underset = { lines: Math.max(0, slots.length - end), characters: room }
  }

  get columns(): readonly (readonly PlacedLine[])[] {
    return this.source.placement.columns
  }
}

/**
 * Sets paragraphs into columns. Given the `previous` result, paragraphs that have not changed and stand in
 * lines of the same widths are kept as they are: a keystroke sets one paragraph, and lines flow again only
 * from there to where they stand as they stood. `placed` places every glyph at once, for text that is sure to
 * be painted; else a paragraph's glyphs are placed when first asked for.
 */
export function setColumns(
  paragraphs: readonly FlowInput[],
  columns: readonly ColumnShape[],
  setting: HouseSetting = newspaper,
  previous?: SetColumns,
  placed = false,
): SetColumns {
  const space = previous?.source.space ?? new Workspace()
  const kept = previous && previous.source.setting === setting ? previous : undefined
  const shaped = kept && sameShapes(kept.source.columns, columns) ? kept.source : undefined
  const slots = shaped ? shaped.slots : slotsOf(columns, setting.slack)
  const firstSlot = slots[0]
  const isPlain = shaped ? shaped.isPlain : slots.every(s => s.left === 0 && s.width === firstSlot?.width)
  const beyond = slots[slots.length - 1]
  const plainWidth = beyond ? beyond.width : milliem((columns[0]?.measure ?? 0) + setting.slack)
  const place = new Fills(slots, plainWidth, isPlain)
  const shift = kept ? paragraphs.length - kept.source.inputs.length : 0

  const set: SetParagraph[] = kept && shaped ? kept.paragraphs.slice() : []
  let ahead: { readonly index: number; readonly fill: Fill; readonly lines: SetParagraph } | undefined
  const setOne = (index: number, fill: Fill): SetParagraph => {
    if (ahead?.index === index && sameFill(ahead.fill, fill)) return ahead.lines
    const input = paragraphs[index] as FlowInput
    const old = kept && (keptAt(kept, index, input, fill) ?? keptAt(kept, index - shift, input, fill))
    // What has changed is sure to be looked at.
    return old ?? setInFill(aligned(input), fill, setting, space, placed || kept !== undefined)
  }

  // Paragraphs at the beginning that keep their lines where they stand.
  const stood = shaped?.placement
  let index = 0
  if (kept && shaped) {
    const { inputs } = shaped
    // A crosshead minds whether anything follows it.
    const end = shift === 0 ? inputs.length : Math.min(inputs.length, paragraphs.length) - 1
    for (; index < end; index++) {
      const input = paragraphs[index] as FlowInput
      const old = inputs[index] as FlowInput
      // Whether a byline runs in depends on the line before it.
      if (input.kind === 'byline' && set[index - 1] !== kept.paragraphs[index - 1]) break
      if (standsAlike(old, input)) continue
      if (!isPlain || input.kind === 'byline' || !takesAlike(old, input)) break
      const fill = shaped.fills[index] as Fill
      const lines = setOne(index, fill)
      ahead = { index, fill, lines }
      if (lines.lines.length !== kept.paragraphs[index]?.lines.length) break
      set[index] = lines
    }
  }
  const source = { inputs: paragraphs, setting, columns, slots, isPlain, space }
  if (stood && shift === 0 && index === paragraphs.length) {
    return new Columns(set, { ...source, fills: shaped.fills, placement: stood })
  }
  const fills = shaped ? shaped.fills.slice() : []

  // From here on lines flow, until all that follows stands as it stood.
  const tail = shaped && shift === 0 ? firstOfTail(shaped.inputs, paragraphs) : Infinity
  const flow = new Placement(slots, columns.length, stood, index)
  for (; index < paragraphs.length; index++) {
    const input = paragraphs[index] as FlowInput
    if (kept && stood && index >= tail && input.kind !== 'byline' && flow.joins(stood, index)) {
      for (let i = index; i < paragraphs.length; i++) {
        set[i] = kept.paragraphs[i] as SetParagraph
        fills[i] = kept.source.fills[i] as Fill
      }
      break
    }
    const rows = rowsOf(input)
    const slot = flow.end
    const next: LineRun = { paragraph: index, line: 0, count: 1, slot, rows }
    // Where all rows are alike, what has not changed is set as it was, wherever it stands.
    const isKept = isPlain && index >= tail && input.kind !== 'byline'
    let fill = isKept ? (shaped?.fills[index] as Fill) : place.at(input, [next])
    let lines = isKept ? (kept?.paragraphs[index] as SetParagraph) : setOne(index, fill)

    const host = slots[flow.lastSlot]
    if (input.kind === 'byline' && setting.bylineRunsIn && index > 0 && host && lines.lines.length === 1) {
      if (runsIn(set[index - 1] as SetParagraph, lines, host)) {
        fill = { lefts: [host.left], widths: [host.width] }
        set[index] = setOne(index, fill)
        fills[index] = fill
        flow.runIn({ ...next, slot: flow.lastSlot, rows: 1 })
        continue
      }
    }

    const count = lines.lines.length
    const isWhole = isPlain || count <= fill.widths.length
    const here = slots[slot]
    if (here && input.kind === 'paragraph' && isWhole && count * rows <= here.end - slot) {
      // All of it stands in one column.
      flow.add({ ...next, count })
      set[index] = lines
      fills[index] = fill
      continue
    }
    const hasNext = index + 1 < paragraphs.length
    let taken = takeSlots(slots, next, count, input, hasNext, setting)
    // A turn may put lines into rows of other widths: set again until the rows are those it was set to.
    const setAgain = (again: Fill) => {
      fill = again
      lines = setOne(index, fill)
      taken = takeSlots(slots, next, lines.lines.length, input, hasNext, setting)
    }
    for (let tries = 1; ; tries++) {
      const here = isPlain ? fill : place.at(input, taken, lines.lines.length)
      // Lines that turn to and fro are set to the narrower of the rows that they came to stand in.
      const isTossed = tries > 3
      if (standsIn(fill, here, lines.lines.length, isTossed)) break
      setAgain(isTossed ? narrowed(here, fill) : here)
    }
    flow.addAll(taken)
    set[index] = lines
    fills[index] = fill
  }
  set.length = paragraphs.length
  fills.length = paragraphs.length
  flow.finish()
  return new Columns(set, { ...source, fills, placement: flow })
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
    a.exactLines === b.exactLines &&
    a.setting === b.setting)

const rowsOf = (input: FlowInput) => Math.max(1, input.rows ?? 1)

/** Two parts that, set into as many lines, take the same slots. */
const takesAlike = (a: FlowInput, b: FlowInput): boolean =>
  a.kind === b.kind && a.indent === b.indent && rowsOf(a) === rowsOf(b)

const standsAlike = (a: FlowInput, b: FlowInput): boolean =>
  a === b || (setsAlike(a, b) && rowsOf(a) === rowsOf(b))

/** The first of the parts at the end that have not changed; both lists are of one length. */
function firstOfTail(before: readonly FlowInput[], now: readonly FlowInput[]): number {
  let first = now.length
  while (first > 0 && standsAlike(before[first - 1] as FlowInput, now[first - 1] as FlowInput)) first--
  return first
}

function keptAt(kept: SetColumns, index: number, input: FlowInput, fill: Fill): SetParagraph | undefined {
  const old = kept.source.inputs[index]
  const oldFill = kept.source.fills[index]
  if (!old || !oldFill || !setsAlike(old, input) || !sameFill(oldFill, fill)) return undefined
  return kept.paragraphs[index]
}

/** The gap a byline keeps from the text it runs in after. */
const bylineGap = em(1)

function runsIn(before: SetParagraph, byline: SetParagraph, slot: Slot): boolean {
  const last = before.lines[before.lines.length - 1]
  const own = byline.lines[0]
  if (!last || !own) return false
  return last.width - slot.left + bylineGap + own.natural <= slot.width
}

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
