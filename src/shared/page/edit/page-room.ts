import type { PageLayout } from '../layout'
import type { GridPlace } from '../paper'
import { overlaps, placesOf } from '../frame-places'

interface Cell {
  readonly column: number
  readonly row: number
}

/** The largest free places around a cell, one for each run of base columns; none where the cell is taken. */
export function roomsAt(layout: PageLayout, cell: Cell): GridPlace[] {
  const { paper } = layout
  const free = freeRuns(layout, cell.row)
  if (!free[cell.column]) return []
  const rooms: GridPlace[] = []
  for (let left = 0; left <= cell.column; left++) {
    for (let right = cell.column; right < paper.columns; right++) {
      const runs = free.slice(left, right + 1)
      if (runs.some(run => run === null)) continue
      const row = Math.max(...runs.map(run => run!.from))
      const foot = Math.min(...runs.map(run => run!.to))
      rooms.push({ column: left, row, columnSpan: right - left + 1, rowSpan: foot - row })
    }
  }
  return rooms
}

/** The free place around a cell that holds most; null where the cell is taken. */
export function largestRoom(layout: PageLayout, cell: Cell): GridPlace | null {
  return roomsAt(layout, cell).reduce<GridPlace | null>(
    (most, room) => (most && sizeOf(most) >= sizeOf(room) ? most : room),
    null,
  )
}

/** All the largest free places of a page of `leastRows` lines at least, the largest first; they may overlap. */
export function roomsOf(layout: PageLayout, leastRows: number): GridPlace[] {
  const { paper } = layout
  const rooms = new Map<string, GridPlace>()
  for (let row = 0; row < paper.lines; row++) {
    for (let column = 0; column < paper.columns; column++) {
      for (const room of roomsAt(layout, { column, row })) {
        if (room.rowSpan < leastRows) continue
        rooms.set(`${room.column} ${room.row} ${room.columnSpan} ${room.rowSpan}`, room)
      }
    }
  }
  const found = [...rooms.values()].sort(
    (a, b) => sizeOf(b) - sizeOf(a) || a.row - b.row || a.column - b.column,
  )
  return found.filter((room, at) => !found.slice(0, at).some(other => holds(other, room)))
}

/** The holes of a page in reading order: its largest free places, none of which shares a cell with another. */
export function holesOf(layout: PageLayout, leastRows: number): GridPlace[] {
  const holes: GridPlace[] = []
  for (const room of roomsOf(layout, leastRows)) {
    if (!holes.some(hole => overlaps(hole, room))) holes.push(room)
  }
  return holes.sort((a, b) => a.row - b.row || a.column - b.column)
}

const sizeOf = (room: GridPlace) => room.columnSpan * room.rowSpan

const holds = (outer: GridPlace, inner: GridPlace) =>
  outer.column <= inner.column &&
  outer.row <= inner.row &&
  outer.column + outer.columnSpan >= inner.column + inner.columnSpan &&
  outer.row + outer.rowSpan >= inner.row + inner.rowSpan

/** For each base column the free lines around a line, or null where it is taken. */
function freeRuns(layout: PageLayout, row: number) {
  const { paper } = layout
  const places = layout.frames.flatMap(placesOf)
  return Array.from({ length: paper.columns }, (_, column) => {
    let from = 0
    let to = paper.lines
    for (const place of places) {
      if (column < place.column || column >= place.column + place.columnSpan) continue
      const foot = place.row + place.rowSpan
      if (row >= place.row && row < foot) return null
      if (foot <= row) from = Math.max(from, foot)
      else to = Math.min(to, place.row)
    }
    return { from, to }
  })
}
