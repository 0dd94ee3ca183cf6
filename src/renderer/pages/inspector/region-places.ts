import { ems } from '../../../shared/page/sizes'
import type { Region, StoryFrame } from '../../../shared/page/layout'
import { wholeColumns, type GridPlace, type Paper } from '../../../shared/page/paper'
import { hullOf } from '../../../shared/page/edit/grid-place'
import { overlaps, placesOf } from '../../../shared/page/frame-places'

/** Lines below which a rectangle carries no text worth the turn. */
const leastRows = 4

/** Where a further rectangle of a frame would begin: under what it has, half as wide; null: no room. */
export function regionBelow(paper: Paper, frame: StoryFrame): Region | null {
  const hull = hullOf(placesOf(frame))
  const row = hull.row + hull.rowSpan
  const rowSpan = Math.min(paper.lines - row, Math.max(leastRows, Math.round(frame.rowSpan / 3)))
  if (rowSpan < leastRows) return null
  return withColumns(paper, frame, {
    column: frame.column,
    row,
    columnSpan: Math.max(1, Math.floor(frame.columnSpan / 2)),
    rowSpan,
  })
}

/** A further rectangle at the right of what it has, beside its lower half; null: no room. */
export function regionRight(paper: Paper, frame: StoryFrame): Region | null {
  const hull = hullOf(placesOf(frame))
  const column = hull.column + hull.columnSpan
  const room = paper.columns - column
  if (room < 1) return null
  const rowSpan = Math.max(Math.min(leastRows, frame.rowSpan), Math.ceil(frame.rowSpan / 2))
  return withColumns(paper, frame, {
    column,
    row: frame.row + frame.rowSpan - rowSpan,
    columnSpan: Math.min(room, Math.max(1, Math.floor(frame.columnSpan / 2))),
    rowSpan,
  })
}

/** Columns as wide as the frame's own where whole characters allow, else the base columns. */
function withColumns(paper: Paper, frame: StoryFrame, place: GridPlace): Region {
  const width = frame.columnSpan / frame.columns
  const wanted = place.columnSpan / width
  const whole = wholeColumns(paper, place.columnSpan, ems(frame.boxed ? 1 : 0), ems(6))
  const columns = whole.includes(wanted) ? wanted : place.columnSpan
  return { ...place, columns }
}

/** Whether a region lies on one of the frame's other rectangles. */
export const meetsItself = (frame: StoryFrame, at: number): boolean => {
  const own = frame.regions[at]
  return own !== undefined && placesOf(frame).some((place, index) => index !== at + 1 && overlaps(place, own))
}
