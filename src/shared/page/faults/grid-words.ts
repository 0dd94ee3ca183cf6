import { geometryOf, type Paper, type Rect } from '../paper'

/** Where a rectangle begins on the page, as a sentence says it: 第 3 栏第 12 行; both counted from 1. */
export function gridSpot(paper: Paper, { x, y }: Pick<Rect, 'x' | 'y'>): string {
  const { area, columnWidth, gutterWidth } = geometryOf(paper)
  const column = Math.round((x - area.x) / (columnWidth + gutterWidth))
  return `第 ${column + 1} 栏第 ${Math.round((y - area.y) / paper.pitch) + 1} 行`
}

/** Base columns from one to another, as a sentence says them: 第 3 栏, 第 3—5 栏; counted from 0, `to` exclusive. */
export const columnsSpan = (from: number, to: number): string =>
  to - from === 1 ? `第 ${from + 1} 栏` : `第 ${from + 1}—${to} 栏`

/** Ems in a sentence: one decimal, none where it is whole. */
export const ems = (value: number): string => String(Math.round(value * 10) / 10)
