import type { Frame } from './layout'
import type { GridPlace } from './paper'

/** All rectangles of a frame on the grid, the first included, in reading order. */
export const placesOf = (frame: Frame): readonly GridPlace[] =>
  frame.kind === 'story' ? [frame, ...frame.regions] : [frame]

/** Whether two places share a cell. */
export const overlaps = (a: GridPlace, b: GridPlace): boolean =>
  a.column < b.column + b.columnSpan &&
  b.column < a.column + a.columnSpan &&
  a.row < b.row + b.rowSpan &&
  b.row < a.row + a.rowSpan
