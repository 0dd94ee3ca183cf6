import { placesOf } from '../frame-places'
import { isFurniture } from '../furniture'
import type { Frame, PageLayout } from '../layout'
import { rectOf, type Paper, type Rect } from '../paper'

/** Which frame has which cell (base column × line) of a page. */
export interface PageGrid {
  readonly columns: number
  readonly rows: number
  /** The first of the layout's frames that covers a cell; null where none does, and off the page. */
  at(column: number, row: number): Frame | null
}

/** The cells of a page. */
export function gridOf({ paper, frames }: Pick<PageLayout, 'paper' | 'frames'>): PageGrid {
  const { columns, lines: rows } = paper
  const cells = new Int16Array(columns * rows).fill(-1)
  frames.forEach((frame, index) => {
    for (const place of placesOf(frame)) {
      const right = Math.min(columns, place.column + place.columnSpan)
      const foot = Math.min(rows, place.row + place.rowSpan)
      for (let row = Math.max(0, place.row); row < foot; row++) {
        for (let column = Math.max(0, place.column); column < right; column++) {
          const cell = row * columns + column
          if (cells[cell] === -1) cells[cell] = index
        }
      }
    }
  })
  return {
    columns,
    rows,
    at(column, row) {
      if (column < 0 || column >= columns || row < 0 || row >= rows) return null
      return frames[cells[row * columns + column] ?? -1] ?? null
    },
  }
}

/** True for a frame from the left edge of the 版心 to its right edge (通栏). */
export const isFullWidth = (frame: Frame, paper: Paper): boolean =>
  frame.column === 0 && frame.columnSpan >= paper.columns

/** The rows of a page between 报头 or 报眉 and the page's foot, or the full-width advertisement there. */
export function contentRows({ paper, frames }: PageLayout): { readonly top: number; readonly foot: number } {
  const heads = frames.filter(frame => isFurniture(frame) && frame.row + frame.rowSpan / 2 < paper.lines / 2)
  const top = Math.max(0, ...heads.map(frame => frame.row + frame.rowSpan))
  let foot = paper.lines
  const atFoot = () =>
    frames.find(
      frame =>
        frame.row < foot &&
        frame.row + frame.rowSpan >= foot &&
        ((frame.kind === 'ad' && isFullWidth(frame, paper)) || (isFurniture(frame) && frame.row > top)),
    )
  for (let last = atFoot(); last && foot > top; last = atFoot()) foot = last.row
  return { top, foot: Math.max(top, foot) }
}

/** The rectangle of rows across the whole 版心. */
export const rowsRect = (paper: Paper, row: number, rowSpan: number): Rect =>
  rectOf(paper, { column: 0, row, columnSpan: paper.columns, rowSpan })
