import type { PageOp } from '../changes/page-op'
import { setFields } from '../edit/frame-fields'
import { bare, leastRows } from '../edit/grid-place'
import { overlaps, placesOf } from '../frame-places'
import type { Frame, PageLayout, StoryFrame } from '../layout'
import type { GridPlace } from '../paper'

/** Rows between frames that an edge takes with it when it moves: a rule, or the white of a line. */
const nearRows = 1

/** Of which edge: the foot of a frame, or its head. */
export type RowEdge = 'head' | 'foot'

/** One rectangle of a frame. */
interface Piece extends GridPlace {
  readonly frame: Frame
  /** Which of the frame's rectangles it is, in reading order. */
  readonly rectangle: number
}

/** Rows that rectangles get at an edge; those across it lose as many. */
interface Moved {
  readonly gains: ReadonlyMap<Piece, number>
  readonly loses: ReadonlyMap<Piece, number>
}

/**
 * Gives some rectangles of a story's frame, level at that edge, `rows` more rows at their foot or head. White is
 * taken first; where other frames stand in the way the edge between them moves: they lose the rows that are
 * taken, and what ends beside the frame at the same edge goes with it, so that no hole and no overlap comes of
 * it. Null where something stands in the way that cannot give: an advertisement, 报头, another frame of L shape,
 * the frame's own next rectangle, a frame too low, the edge of the 版心.
 */
export function growRowsOps(
  layout: PageLayout,
  frameId: string,
  edge: RowEdge,
  rows: number,
  rectangles: readonly number[] = [0],
): PageOp[] | null {
  const frame = layout.frames.find(one => one.id === frameId)
  if (!frame || frame.kind !== 'story' || rows < 1) return null
  const { lines } = layout.paper
  const pieces = layout.frames.flatMap(piecesOf).map(one => (edge === 'foot' ? one : turned(one, lines)))
  const own = pieces.filter(one => one.frame === frame && rectangles.includes(one.rectangle))
  const moves = moved(pieces, lines, own, rows)
  if (!moves) return null
  return layout.frames.flatMap(one => {
    const places = placesOf(one).map((place, rectangle) => {
      const isOwn = (piece: Piece) => piece.frame === one && piece.rectangle === rectangle
      const gain = rowsAt(moves.gains, isOwn)
      const lose = rowsAt(moves.loses, isOwn)
      // What gains does so at the edge that moves, what loses at its other side.
      const head = edge === 'foot' ? lose : -gain
      return { row: place.row + head, rowSpan: place.rowSpan + gain - lose }
    })
    return setRows(one, places)
  })
}

/** The rectangles of a frame that end at one line of an edge each, those that the text comes to last first. */
export function levelsAt(frame: StoryFrame, edge: RowEdge): number[][] {
  const levels = Map.groupBy(placesOf(frame).keys(), rectangle => {
    const place = placesOf(frame)[rectangle]!
    return edge === 'foot' ? foot(place) : place.row
  })
  return [...levels.values()].toReversed()
}

/** Takes rows from the foot of some rectangles; null where one becomes too low, or would part from its next. */
export function shrinkRowsOps(
  frame: StoryFrame,
  rows: number,
  rectangles: readonly number[],
): PageOp[] | null {
  const places = placesOf(frame)
  const isTorn = (from: GridPlace) =>
    places.some(to => besides(from, to) && to.row >= foot(from) && to.row <= foot(from) + nearRows)
  for (const rectangle of rectangles) {
    const place = places[rectangle]
    if (!place || place.rowSpan - rows < leastRows.story || isTorn(place)) return null
  }
  return setRows(
    frame,
    places.map(({ row, rowSpan }, at) => ({
      row,
      rowSpan: rectangles.includes(at) ? rowSpan - rows : rowSpan,
    })),
  )
}

function setRows(frame: Frame, places: readonly Pick<GridPlace, 'row' | 'rowSpan'>[]): PageOp[] {
  const first = places[0]!
  if (frame.kind !== 'story') return setFields(frame, first)
  const regions = frame.regions.map((region, at) => ({ ...region, ...places[at + 1]! }))
  return setFields(frame, { ...first, regions })
}

const rowsAt = (rows: ReadonlyMap<Piece, number>, isIt: (piece: Piece) => boolean): number =>
  [...rows].find(([piece]) => isIt(piece))?.[1] ?? 0

const piecesOf = (frame: Frame): Piece[] =>
  placesOf(frame).map((place, rectangle) => ({ ...bare(place), frame, rectangle }))

/** A rectangle with the page upside down. */
const turned = (piece: Piece, lines: number): Piece => ({
  ...piece,
  row: lines - piece.row - piece.rowSpan,
})

const foot = ({ row, rowSpan }: GridPlace) => row + rowSpan
const besides = (a: GridPlace, b: GridPlace) =>
  a.column < b.column + b.columnSpan && b.column < a.column + a.columnSpan

function moved(pieces: readonly Piece[], lines: number, own: readonly Piece[], rows: number): Moved | null {
  const gains = new Map(own.map(piece => [piece, rows]))
  const loses = new Map<Piece, number>()
  const open = [...own]
  const isOwn = (piece: Piece) => piece.frame === own[0]?.frame
  /** Frames of several rectangles, but for the one that grows, are for a hand to change. */
  const gives = (piece: Piece) =>
    (piece.frame.kind === 'story' || piece.frame.kind === 'photo') &&
    (isOwn(piece) || placesOf(piece.frame).length === 1)
  for (let one = open.pop(); one; one = open.pop()) {
    const gain = gains.get(one)!
    if (foot(one) + gain > lines) return null
    const taken = { ...one, row: foot(one), rowSpan: gain }
    for (const other of pieces) {
      if (other === one || !overlaps(taken, other)) continue
      // Frames that overlap already are for a hand to part.
      if (other.row < foot(one) || gains.has(other)) return null
      if (!gives(other) || isOwn(other)) return null
      const lose = foot(one) + gain - other.row
      if (lose <= (loses.get(other) ?? 0)) continue
      if (other.rowSpan - lose < leastRows[other.frame.kind] * 2) return null
      loses.set(other, lose)
      for (const beside of pieces) {
        const ends = foot(beside)
        const isAtEdge = besides(beside, other) && ends <= other.row && ends >= other.row - nearRows
        if (!isAtEdge || (gains.get(beside) ?? 0) >= lose) continue
        if (!gives(beside) || loses.has(beside)) return null
        gains.set(beside, lose)
        open.push(beside)
      }
    }
  }
  return { gains, loses }
}
