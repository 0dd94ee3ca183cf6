import type { StoryParts } from '../../story/parts'
import { em, milliem, type Milliem, type SetColumns } from '../../typeset'
import type { StoryFrame } from '../layout'
import type { Paper } from '../paper'
import { balancedColumns } from './balance'
import { flowOf, setBody, type BodyColumn, type Fit, type Flow, type SetBody } from './body'
import type { StoryPlan } from './story-plan'
import { pt, type Pt } from '../sizes'

/** A frame that a story's text runs through, in the order of the edition. */
export interface TextFrame {
  readonly page: number
  readonly frame: StoryFrame
  readonly plan: StoryPlan
  readonly paper: Paper
}

/** 下转 or 上接, on a line of a column. */
export interface JumpLine {
  readonly page: number
  readonly x: Pt
  readonly width: Pt
  /** Top of the line. */
  readonly y: Pt
}

/** What of a story's text stands in one of its frames. */
export interface FrameText {
  readonly firstColumn: number
  /** The columns that its lines stand in, jump lines taken out. */
  readonly columns: readonly BodyColumn[]
  readonly fit: Fit
  readonly to: JumpLine | null
  readonly from: JumpLine | null
}

/** A story's text set through all its frames. */
export interface StoryText {
  readonly body: SetBody
  readonly frames: readonly FrameText[]
  /** What it was set from, for the next setting. */
  readonly flow: Flow
  readonly key: FlowKey
  readonly columns: readonly BodyColumn[]
}

interface FlowKey {
  readonly story: StoryParts
  readonly measure: Milliem
  readonly narrowest: Milliem
  readonly looseness: number
}

/** Sets a story's running text through its frames, first to last. */
export function setStoryText(
  story: StoryParts,
  frames: readonly TextFrame[],
  previous: StoryText | undefined,
): StoryText {
  const all = frames.flatMap(({ plan }) => plan.columns)
  const measure = all[0]?.shape.measure ?? em(0)
  const narrowest = milliem(Math.min(...all.map(({ shape }) => shape.measure)))
  const key: FlowKey = { story, measure, narrowest, looseness: frames[0]?.frame.looseness ?? 0 }
  const flow =
    previous && sameKey(previous.key, key) ? previous.flow : flowOf(story, measure, key.looseness, narrowest)
  const before = previous?.body

  // Where the text leaves its page a line is kept for 下转, and one for 上接 where it arrives; that may push it
  // over a further edge.
  const crossed = new Set<number>()
  let placed = frames.map(({ plan }) => ({ columns: plan.columns, to: null, from: null }) as JumpedColumns)
  let body = setBody(flow, keepColumns(placed, previous), before)
  for (;;) {
    const more = frames.flatMap((_, at) => {
      const isJump = at > 0 && frames[at]!.page !== frames[at - 1]!.page
      return isJump && !crossed.has(at) && reaches(body.set, placed, at) ? [at] : []
    })
    if (more.length === 0) break
    for (const at of more) crossed.add(at)
    placed = frames.map((own, at) => withJumps(frames, own, at, crossed))
    body = setBody(flow, keepColumns(placed, previous), body)
  }
  const fits = fitsOf(body.set, placed)
  const total = body.fit
  const last = frames.at(-1)
  if (last?.frame.balanced && total.overset.lines === 0 && total.underset.lines > 0) {
    const firsts = placed.slice(0, -1).flatMap(({ columns }) => columns)
    const columns = balancedColumns(
      flow,
      firsts,
      placed.at(-1)!.columns,
      last.plan.lastRegion,
      last.paper.pitch,
      body,
    )
    body = { ...setBody(flow, [...firsts, ...columns], body), fit: total }
    placed = [...placed.slice(0, -1), { ...placed.at(-1)!, columns }]
  }
  let firstColumn = 0
  const texts = placed.map((own, at): FrameText => {
    const text = { ...own, firstColumn, fit: fits[at]! }
    firstColumn += own.columns.length
    return text
  })
  return { body, frames: texts, flow, key, columns: placed.flatMap(({ columns }) => columns) }
}

const sameKey = (a: FlowKey, b: FlowKey) =>
  a.story === b.story && a.measure === b.measure && a.narrowest === b.narrowest && a.looseness === b.looseness

interface JumpedColumns {
  readonly columns: readonly BodyColumn[]
  readonly to: JumpLine | null
  readonly from: JumpLine | null
}

/** All columns in order; the very ones of before where they are alike, so that the setter need not compare. */
function keepColumns(placed: readonly JumpedColumns[], previous: StoryText | undefined): BodyColumn[] {
  const columns = placed.flatMap(own => own.columns)
  const shapes = previous?.body.set.source.columns
  return columns.map((column, at) => {
    const old = shapes?.[at]
    const { shape } = column
    if (!old || old === shape || !old.around || !shape.around) return column
    if (old.measure !== shape.measure || old.lines !== shape.lines) return column
    const isSame =
      old.around.length === shape.around.length &&
      old.around.every((one, index) => {
        const other = shape.around![index]!
        const sameRows = one.from === other.from && one.to === other.to
        return sameRows && one.left === other.left && one.right === other.right
      })
    return isSame ? { ...column, shape: old } : column
  })
}

/** Rows of each frame, in order. */
function slotCounts(set: SetColumns, placed: readonly JumpedColumns[]): number[] {
  const frameOf: number[] = placed.flatMap(({ columns }, at) => columns.map(() => at))
  const counts = placed.map(() => 0)
  for (const { column } of set.source.slots) {
    const at = frameOf[column]
    if (at !== undefined) counts[at]!++
  }
  return counts
}

/** True when there is text for frame `at`: more than the frames before it hold. */
function reaches(set: SetColumns, placed: readonly JumpedColumns[], at: number): boolean {
  const before = slotCounts(set, placed).slice(0, at)
  return set.lines > before.reduce((sum, count) => sum + count, 0)
}

/** Those before the last are full; the last says what is over or left of the whole story. */
function fitsOf(set: SetColumns, placed: readonly JumpedColumns[]): Fit[] {
  const counts = slotCounts(set, placed)
  let start = 0
  return counts.map((available, at) => {
    const own = Math.max(0, set.lines - start)
    start += available
    if (at < counts.length - 1) {
      const none = { lines: 0, characters: 0 }
      return { lines: Math.min(own, available), available, overset: none, underset: none }
    }
    return { lines: own, available, overset: set.overset, underset: set.underset }
  })
}

/** A frame's columns with the lines taken out that say where the text goes and comes from. */
function withJumps(
  frames: readonly TextFrame[],
  own: TextFrame,
  at: number,
  crossed: ReadonlySet<number>,
): JumpedColumns {
  const { pitch, bodySize } = own.paper
  let { columns } = own.plan
  let from: JumpLine | null = null
  let to: JumpLine | null = null
  if (crossed.has(at)) {
    const first = columns.findIndex(({ shape }) => shape.lines > 1 && isWhole(shape, 0))
    if (first === 0) {
      const column = columns[0]!
      const width = (column.shape.measure * bodySize) / 1000
      from = { page: frames[at - 1]!.page, x: column.x, width: pt(width), y: column.y }
      columns = columns.with(0, { ...column, y: pt(column.y + pitch), shape: lowered(column.shape) })
    }
  }
  if (crossed.has(at + 1)) {
    // The last whole line that there is, from the last column back.
    for (let index = columns.length - 1; index >= 0 && !to; index--) {
      const column = columns[index]!
      for (let row = column.shape.lines - 1; row >= 0; row--) {
        if (!isWhole(column.shape, row)) continue
        const width = (column.shape.measure * bodySize) / 1000
        to = { page: frames[at + 1]!.page, x: column.x, width: pt(width), y: pt(column.y + row * pitch) }
        columns = columns
          .slice(0, index + 1)
          .with(index, { ...column, shape: { ...column.shape, lines: row } })
          .concat(columns.slice(index + 1).map(one => ({ ...one, shape: { ...one.shape, lines: 0 } })))
        break
      }
    }
  }
  return { columns, from, to }
}

/** True where nothing stands in a row of a column. */
const isWhole = (shape: BodyColumn['shape'], row: number) =>
  !shape.around?.some(({ from, to, left, right }) => row >= from && row < to && right > left)

/** A column without its first row. */
function lowered(shape: BodyColumn['shape']): BodyColumn['shape'] {
  const lines = shape.lines - 1
  if (!shape.around) return { ...shape, lines }
  const around = shape.around.map(one => ({
    ...one,
    from: Math.max(0, one.from - 1),
    to: Math.max(0, one.to - 1),
  }))
  return { ...shape, lines, around }
}
