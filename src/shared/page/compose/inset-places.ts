import type { InsetPhoto, InsetQuote, StoryFrame } from '../layout'
import type { Paper, Rect } from '../paper'
import { largestRectangle } from './largest-rectangle'
import type { RoomColumn, Taken } from './story-room'
import { ems, emsToPt, pt, type Em, type Pt } from '../sizes'

/** White between a photo and the text that runs round it. */
const white: Em = ems(1)

/** A photo or quote among a frame's columns, as it came to stand. */
export interface PlacedInset {
  readonly kind: 'photo' | 'quote'
  /** Index among the frame's photos or quotes. */
  readonly index: number
  readonly rect: Rect
  /** The widest strip beside it where text may run, in ems; null where it fills its columns. */
  readonly wrapRoom: Em | null
  /** What the text of a column keeps free: rows of the rectangle, points of the page. */
  readonly takes: Taken
}

/** Rows below which neither a photo nor a quote is of use. */
const leastRows = 2

/** Where a frame's first rectangle has its insets. */
export interface InsetRoom {
  readonly columns: readonly RoomColumn[]
  /** First row of the text in each column. */
  readonly tops: readonly number[]
  readonly rows: number
  /** Row at which the head ends; insets count their rows from there, those beside the head from its columns' top. */
  readonly taken: readonly Taken[]
  /** Page height of row 0. */
  readonly y: Pt
}

/**
 * Places a frame's photos and then its quotes. Each is trimmed to the largest rectangle that other frames, the
 * head and the insets before it leave; `null` stands for one that finds no room.
 */
export function placeInsets(
  frame: Pick<StoryFrame, 'photos' | 'quotes'>,
  room: InsetRoom,
  paper: Paper,
): (PlacedInset | null)[] {
  if (frame.photos.length === 0 && frame.quotes.length === 0) return []
  const { columns, rows } = room
  const free = columns.map((column, at) => {
    const cells = new Uint8Array(rows)
    const gutter = paper.gutter * paper.bodySize
    cells.fill(1, Math.max(0, room.tops[at] ?? 0), Math.max(0, Math.min(rows, column.to)))
    for (const { from, to, left, right } of room.taken) {
      // Gutters beside a column belong to what spans it and its neighbour.
      if (right <= column.x - gutter / 2 + 0.01 || left >= column.x + column.width + gutter / 2 - 0.01)
        continue
      cells.fill(0, from, to)
    }
    return cells
  })
  const put = (inset: InsetPhoto | InsetQuote, kind: PlacedInset['kind'], index: number) => {
    const placed = placeOne(inset, kind, index, room, free, paper)
    if (!placed) return null
    const { takes } = placed
    columns.forEach((column, at) => {
      if (takes.right <= column.x || takes.left >= column.x + column.width) return
      free[at]!.fill(0, takes.from, takes.to)
    })
    return placed
  }
  return [
    ...frame.photos.map((inset, at) => put(inset, 'photo', at)),
    ...frame.quotes.map((inset, at) => put(inset, 'quote', at)),
  ]
}

function placeOne(
  inset: InsetPhoto | InsetQuote,
  kind: PlacedInset['kind'],
  index: number,
  room: InsetRoom,
  free: readonly Uint8Array[],
  paper: Paper,
): PlacedInset | null {
  const { columns, tops } = room
  const end = Math.min(columns.length, inset.column + inset.columnSpan)
  const own = columns.slice(inset.column, end)
  if (own.length === 0) return null
  const top = Math.max(...tops.slice(inset.column, end)) + inset.row
  const rowSpan = Math.min(inset.rowSpan, room.rows - top)
  if (rowSpan < leastRows) return null
  const found = largestRectangle(
    own.length,
    rowSpan,
    (column, row) => free[inset.column + column]![top + row] === 1,
  )
  if (!found || found.rowSpan < leastRows) return null
  const first = own[found.column]!
  const last = own[found.column + found.columnSpan - 1]!
  const from = top + found.row
  const to = from + found.rowSpan
  const y = pt(room.y + from * paper.pitch)
  const height = pt(found.rowSpan * paper.pitch)
  const full = last.x + last.width - first.x
  const wrap = 'wrap' in inset ? inset.wrap : null
  const width = pt(wrap ? Math.min(full, emsToPt(wrap.width, paper.bodySize)) : full)
  const x = wrap?.side === 'right' ? pt(first.x + full - width) : first.x
  const keep = width < full ? emsToPt(white, paper.bodySize) : 0
  const left = wrap?.side === 'right' ? pt(x - keep) : x
  const right = pt(wrap?.side === 'right' ? x + width : x + width + keep)
  // Only the columns at the picture's edge have a strip beside it.
  const strips = columns
    .slice(inset.column + found.column, inset.column + found.column + found.columnSpan)
    .map(column => {
      const beside = wrap?.side === 'right' ? left - column.x : column.x + column.width - right
      return beside > 0.01 && beside < column.width - 0.01 ? ems(beside / paper.bodySize) : null
    })
    .filter(strip => strip !== null)
  return {
    kind,
    index,
    rect: { x, y, width, height },
    wrapRoom: strips[0] ?? null,
    takes: { from, to, left, right },
  }
}
