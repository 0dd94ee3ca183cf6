import type { StoryParts } from '../../story/parts'
import { milliem, type ColumnShape, type Obstacle } from '../../typeset'
import type { StoryFrame } from '../layout'
import { rectOf, type Paper, type Rect } from '../paper'
import type { BodyColumn } from './body'
import type { PlaceClaim } from './claims'
import { fitHead, noHead, type SetHead } from './head'
import { placeInsets, type PlacedInset } from './inset-places'
import { roomColumns, takenFrom, type RoomColumn, type Taken } from './story-room'
import { pt, type Pt } from '../sizes'
import { fitVerticalHead } from './vertical-head'

/** A story frame with everything but its running text in place. */
export interface StoryPlan {
  /** Its own rectangles, the first included, in reading order. */
  readonly rects: readonly Rect[]
  /** Null where the head found no room; its rectangle is empty where the story has no head. */
  readonly head: { readonly set: SetHead; readonly rect: Rect } | null
  /** Photos, then quotes; null for those that found no room. */
  readonly insets: readonly (PlacedInset | null)[]
  /** The columns of its text, rectangle by rectangle. */
  readonly columns: readonly BodyColumn[]
  /** Of the columns, the first of the last rectangle. */
  readonly lastRegion: number
}

const none: readonly Taken[] = []

/** Plans a story's frame on its own cells. `continues`: the head shows the 主题 only. */
export function planStory(
  frame: StoryFrame,
  claims: readonly PlaceClaim[],
  story: StoryParts,
  paper: Paper,
  continues: boolean,
): StoryPlan {
  const { pitch } = paper
  const rects = claims.map(({ place }) => rectOf(paper, place))
  const rect = rects[0]!
  const first = claims[0]!
  const columns = roomColumns(frame, claims, 0, frame.columns, paper)
  const taken = first.own === null ? none : takenFrom(first, frame.boxed, paper)
  const words = continues ? { ...story, kicker: '', deck: '' } : story
  const head = placeHead(frame, words, columns, taken, rect, paper)
  const headFoot = head ? head.row + head.set.lines : 0
  const isUnder = (at: number) => head !== null && head.set.lines > 0 && at >= head.from && at < head.to

  // The text of a column begins under the head or at the column's own top, off the grid by the nudge.
  const shift = frame.nudge
  const tops = columns.map((column, at) => {
    const under = isUnder(at)
    const top = under ? headFoot : column.from
    if (shift >= 0) return top
    const white = under ? (head?.set.below ?? 0) : column.from > 0 ? pitch * 0.3 : 0
    return -shift <= white ? top : top + Math.ceil(-shift / pitch)
  })
  const feet = columns.map(column => column.to - (shift > 0 ? Math.ceil(shift / pitch) : 0))
  const moved = shift === 0 ? taken : taken.map(one => shifted(one, shift, pitch, first.place.rowSpan))
  const y = rect.y + shift
  const room = columns.map((column, at) => ({ ...column, to: feet[at]! }))
  const insets = placeInsets(
    frame,
    { columns: room, tops, rows: first.place.rowSpan, taken: moved, y: pt(y) },
    paper,
  )

  const own = { frame, insets, paper }
  const body = columns.map((column, at) => {
    return bodyColumn(column, tops[at]!, feet[at]!, pt(y), moved, own)
  })
  let lastRegion = 0
  frame.regions.forEach((region, at) => {
    const claim = claims[at + 1]
    if (!claim) return
    lastRegion = body.length
    const top = rects[at + 1]!.y
    const others = claim.own === null ? none : takenFrom(claim, frame.boxed, paper)
    const foreign = shift === 0 ? others : others.map(one => shifted(one, shift, pitch, claim.place.rowSpan))
    for (const column of roomColumns(frame, claims, at + 1, region.columns, paper)) {
      const lower = shift < 0 ? Math.ceil(-shift / pitch) : 0
      const foot = column.to - (shift > 0 ? Math.ceil(shift / pitch) : 0)
      body.push(
        bodyColumn(column, column.from + lower, foot, pt(top + shift), foreign, { ...own, insets: [] }),
      )
    }
  })
  const headRect = head && {
    x: head.x,
    y: pt(rect.y + head.row * pitch),
    width: head.width,
    height: pt(head.set.lines * pitch),
  }
  return {
    rects,
    head: head && headRect && { set: head.set, rect: headRect },
    insets,
    columns: body,
    lastRegion,
  }
}

/** What others take, in rows that stand off the grid. */
function shifted(one: Taken, shift: Pt, pitch: Pt, rows: number): Taken {
  const from = Math.floor(one.from - shift / pitch)
  const to = Math.ceil(one.to - shift / pitch)
  return { ...one, from: Math.max(0, from), to: Math.min(rows, to) }
}

interface PlacedHead {
  readonly set: SetHead
  readonly row: number
  readonly x: Pt
  readonly width: Pt
  /** Columns of the zone, `to` exclusive. */
  readonly from: number
  readonly to: number
}

/** The head in its columns, from the first row at which its whole zone is free. */
function placeHead(
  frame: StoryFrame,
  words: StoryParts,
  columns: readonly RoomColumn[],
  taken: readonly Taken[],
  rect: Rect,
  paper: Paper,
): PlacedHead | null {
  const style = frame.head
  const from = Math.min(style.column, columns.length - 1)
  const to = Math.min(columns.length, from + (style.columnSpan ?? columns.length))
  const first = columns[from]!
  const last = columns[to - 1]!
  const zone = { x: first.x, width: pt(last.x + last.width - first.x), from, to }
  const top = Math.max(...columns.slice(from, to).map(column => column.from))
  const foot = Math.min(...columns.slice(from, to).map(column => column.to))
  const rows = Math.round(rect.height / paper.pitch)
  const blocked = new Uint8Array(rows)
  for (const one of taken) {
    if (one.right <= zone.x + 0.01 || one.left >= zone.x + zone.width - 0.01) continue
    blocked.fill(1, one.from, one.to)
  }
  const isAlone = from === 0 && to === columns.length
  const fit = (most: number): SetHead | null => {
    if (style.direction === 'horizontal') return fitHead(words, style, zone.width, paper.pitch, most)
    // A 竖题 that leaves no column beside it must leave text below.
    const own = isAlone && style.rows === null ? Math.max(2, Math.floor(most * 0.5)) : most
    return fitVerticalHead(words, style, zone.width, paper.pitch, Math.min(own, most))
  }
  const whole = fit(foot - top)
  if (whole?.lines === 0) return { ...zone, set: noHead(style.size), row: top }
  const free = freeRuns(blocked, top, foot)
  const run = whole && free.find(one => one.to - one.from >= whole.lines)
  if (whole && run) return { ...zone, set: whole, row: run.from }
  // Nowhere as deep as it would be: the deepest place that there is.
  const deepest = free.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
  const less = deepest && fit(deepest.to - deepest.from)
  return deepest && less ? { ...zone, set: less, row: deepest.from } : null
}

function freeRuns(
  blocked: Uint8Array,
  top: number,
  foot: number,
): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let row = top; row < foot; row++) {
    if (blocked[row] === 1) continue
    const last = runs.at(-1)
    if (last?.to === row) last.to = row + 1
    else runs.push({ from: row, to: row + 1 })
  }
  return runs
}

/** A column of text between two rows, with what stands in it. */
function bodyColumn(
  column: RoomColumn,
  top: number,
  foot: number,
  y: Pt,
  taken: readonly Taken[],
  { insets, paper }: { readonly insets: readonly (PlacedInset | null)[]; readonly paper: Paper },
): BodyColumn {
  const thousandth = paper.bodySize / 1000
  // Widths in points carry rounding of the twelfth place; measures are whole thousandths of an em.
  const measure = milliem(Math.floor(column.width / thousandth + 0.001))
  const lines = Math.max(0, foot - top)
  const around: Obstacle[] = []
  const keepFree = ({ from, to, left, right }: Taken) => {
    if (right <= column.x + 0.01 || left >= column.x + column.width - 0.01) return
    if (to <= top || from >= foot) return
    around.push({
      from: Math.max(0, from - top),
      to: Math.min(lines, to - top),
      left: milliem(Math.max(0, Math.round((left - column.x) / thousandth))),
      right: milliem(Math.min(measure, Math.round((right - column.x) / thousandth))),
    })
  }
  taken.forEach(keepFree)
  for (const inset of insets) if (inset) keepFree(inset.takes)
  const shape: ColumnShape = around.length > 0 ? { measure, lines, around } : { measure, lines }
  return { x: column.x, y: pt(y + top * paper.pitch), shape }
}
