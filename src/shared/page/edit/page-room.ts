import type { PageLayout } from '../layout'
import type { GridPlace } from '../paper'
import { placesOf } from './grid-place'

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
  const size = (room: GridPlace) => room.columnSpan * room.rowSpan
  return roomsAt(layout, cell).reduce<GridPlace | null>(
    (most, room) => (most && size(most) >= size(room) ? most : room),
    null,
  )
}

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
