import type { Frame } from '../layout'
import { geometryOf, type GridPlace, type Paper } from '../paper'
import type { Pt } from '../sizes'

/** Whole base columns to the right and lines down. */
export interface GridStep {
  readonly columns: number
  readonly rows: number
}

/** Edges of a frame that a hand can take: compass points, north up. */
export const handles = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type Handle = (typeof handles)[number]

/** The step on the grid that is nearest to a way on the page: frames snap to base columns and lines. */
export function stepOf(paper: Paper, dx: Pt, dy: Pt): GridStep {
  const { columnWidth, gutterWidth } = geometryOf(paper)
  // Adding 0 makes no step of −0.
  return {
    columns: Math.round(dx / (columnWidth + gutterWidth)) + 0,
    rows: Math.round(dy / paper.pitch) + 0,
  }
}

/** The base column and line under a point of the page; those nearest to it where it lies off the 版心. */
export function cellAt(paper: Paper, x: Pt, y: Pt): { readonly column: number; readonly row: number } {
  const { area, columnWidth, gutterWidth } = geometryOf(paper)
  return {
    column: within(
      Math.floor((x - area.x + gutterWidth / 2) / (columnWidth + gutterWidth)),
      0,
      paper.columns - 1,
    ),
    row: within(Math.floor((y - area.y) / paper.pitch), 0, paper.lines - 1),
  }
}

/** A number held between two bounds; the lower one where they cross. */
export const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value))

/** Lines below which a frame of a kind shows nothing. */
export const leastRows: Readonly<Record<Frame['kind'], number>> = {
  story: 3,
  photo: 2,
  strap: 1,
  ad: 2,
  masthead: 1,
  folio: 1,
}

/** The place that holds all of some places. */
export function hullOf(places: readonly GridPlace[]): GridPlace {
  const column = Math.min(...places.map(place => place.column))
  const row = Math.min(...places.map(place => place.row))
  return {
    column,
    row,
    columnSpan: Math.max(...places.map(place => place.column + place.columnSpan)) - column,
    rowSpan: Math.max(...places.map(place => place.row + place.rowSpan)) - row,
  }
}

/** A place moved by a step, as far as the 版心 goes. */
export function movedPlace(paper: Paper, place: GridPlace, step: GridStep): GridPlace {
  const { columns, rows } = stepWithin(paper, place, step)
  return { ...bare(place), column: place.column + columns, row: place.row + rows }
}

/** The part of a step by which a place stays inside the 版心. */
export function stepWithin(paper: Paper, place: GridPlace, step: GridStep): GridStep {
  return {
    columns: within(place.column + step.columns, 0, paper.columns - place.columnSpan) - place.column,
    rows: within(place.row + step.rows, 0, paper.lines - place.rowSpan) - place.row,
  }
}

/** A place with the edges at a handle moved by a step: never off the 版心, never below a column and `least` lines. */
export function resizedPlace(
  paper: Paper,
  place: GridPlace,
  handle: Handle,
  step: GridStep,
  least: number,
): GridPlace {
  let left = place.column
  let right = Math.min(paper.columns, left + place.columnSpan)
  let top = place.row
  let foot = Math.min(paper.lines, top + place.rowSpan)
  const rows = Math.min(least, foot - top)
  if (handle.includes('w')) left = within(left + step.columns, 0, right - 1)
  if (handle.includes('e')) right = within(right + step.columns, left + 1, paper.columns)
  if (handle.includes('n')) top = within(top + step.rows, 0, foot - rows)
  if (handle.includes('s')) foot = within(foot + step.rows, top + rows, paper.lines)
  return { column: left, row: top, columnSpan: right - left, rowSpan: foot - top }
}

/** A place without what else the object may hold. */
export const bare = ({ column, row, columnSpan, rowSpan }: GridPlace): GridPlace => ({
  column,
  row,
  columnSpan,
  rowSpan,
})
