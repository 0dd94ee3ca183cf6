/** Slots: the rows that lines can stand in, and which of them a paragraph takes at a turn. */
import { em, milliem, type Milliem } from './em'
import type { ColumnShape, FlowInput } from './flow'
import type { HouseSetting } from './settings'

/** The narrowest strip beside a rectangle that text is set in. */
export const leastStrip = em(4)

/** A row that text can stand in. */
export interface Slot {
  readonly column: number
  readonly row: number
  /** Index of the slot after the last of this column. */
  end: number
  readonly left: Milliem
  readonly width: Milliem
}

/** All rows of all columns, in reading order; rows whose strips are too narrow are left out. */
export function slotsOf(columns: readonly ColumnShape[], slack: Milliem): Slot[] {
  const slots: Slot[] = []
  columns.forEach((shape, column) => {
    const first = slots.length
    const plainEnd = first + Math.max(0, shape.lines)
    for (let row = 0; row < shape.lines; row++) {
      if (!shape.around) {
        slots.push({
          column,
          row,
          end: plainEnd,
          left: em(0),
          width: milliem(Math.max(0, shape.measure) + slack),
        })
        continue
      }
      let strips: { left: number; right: number }[] = [{ left: 0, right: shape.measure }]
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
        const left = milliem(best.left)
        slots.push({ column, row, end: 0, left, width: milliem(Math.max(0, width) + slack) })
      }
    }
    for (let i = first; i < slots.length; i++) (slots[i] as Slot).end = slots.length
  })
  return slots
}

/** True where the slot begins a column. */
const isHead = (slots: readonly Slot[], at: number) => at === 0 || slots[at - 1]?.column !== slots[at]?.column

/** Lines of one paragraph that stand below each other in one column, or beyond all columns. */
export interface LineRun {
  /** Index of the paragraph, and of its first line here. */
  readonly paragraph: number
  readonly line: number
  readonly count: number
  /** Where the first line stands; the others follow, `rows` slots each. */
  readonly slot: number
  readonly rows: number
}

/** The slot of a line; lines after the last of the runs follow it. */
export function slotOfLine(runs: readonly LineRun[], line: number): number {
  let run = runs[0]
  for (const next of runs) {
    if (next.line > line) break
    run = next
  }
  return run ? run.slot + (line - run.line) * run.rows : line
}

/**
 * The slots that `count` lines take from where `next` stands on. At a turn the lines keep together as
 * the house wants (孤行); a crosshead keeps with the first lines after it. A column that begins with the
 * paragraph is never left empty, so this always ends.
 */
export function takeSlots(
  slots: readonly Slot[],
  next: LineRun,
  count: number,
  input: FlowInput,
  hasNext: boolean,
  setting: HouseSetting,
): LineRun[] {
  const { paragraph, rows } = next
  const taken: LineRun[] = []
  let at = next.slot
  if (input.kind === 'crosshead' && at < slots.length && !isHead(slots, at)) {
    const need = count * rows + (hasNext ? setting.leastAtFoot : 0)
    const { end } = slots[at] as Slot
    if (need > end - at) at = end
  }
  for (let line = 0; line < count;) {
    const rest = count - line
    const here = slots[at]
    if (!here) {
      taken.push({ paragraph, line, count: rest, slot: at, rows })
      break
    }
    const fit = Math.floor((here.end - at) / rows)
    let foot = Math.min(fit, rest)
    if (foot < rest && input.kind === 'paragraph') {
      if (rest - foot < setting.leastAtHead) foot = rest - setting.leastAtHead
      if (foot < Math.min(setting.leastAtFoot, rest) && line === 0) foot = 0
      if (foot <= 0 && isHead(slots, at)) foot = Math.min(fit, rest)
      foot = Math.max(0, foot)
    }
    if (foot > 0) taken.push({ paragraph, line, count: foot, slot: at, rows })
    line += foot
    at = here.end
  }
  return taken
}

/** True when two lists of columns have the same rows. */
export function sameShapes(a: readonly ColumnShape[], b: readonly ColumnShape[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every((shape, i) => {
      const other = b[i] as ColumnShape
      if (shape.measure !== other.measure || shape.lines !== other.lines) return false
      return shape.around === other.around
    })
  )
}
