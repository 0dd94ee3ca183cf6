import type { Rect } from '../paper'
import { mm, pt, ptToMm, type Mm, type Pt } from '../sizes'

/** Lengths that differ by less are the same: places in points carry rounding. */
export const hair: Pt = pt(0.05)

export const rightOf = (rect: Rect): Pt => pt(rect.x + rect.width)
export const footOf = (rect: Rect): Pt => pt(rect.y + rect.height)
export const areaOf = (rect: Rect): number => rect.width * rect.height

/** How far apart two rectangles stand from side to side; below 0 where their columns overlap. */
export const gapAcross = (a: Rect, b: Rect): Pt => pt(Math.max(a.x, b.x) - Math.min(rightOf(a), rightOf(b)))

/** How far apart two rectangles stand from top to foot; below 0 where their lines overlap. */
export const gapDown = (a: Rect, b: Rect): Pt => pt(Math.max(a.y, b.y) - Math.min(footOf(a), footOf(b)))

/** Width that two rectangles have in common, wherever they stand from top to foot. */
export const sharedWidth = (a: Rect, b: Rect): Pt => pt(Math.max(0, -gapAcross(a, b)))

/** Height that two rectangles have in common, wherever they stand from side to side. */
export const sharedHeight = (a: Rect, b: Rect): Pt => pt(Math.max(0, -gapDown(a, b)))

/** What two rectangles both cover; null where that is nothing. */
export function meetingOf(a: Rect, b: Rect): Rect | null {
  const width = sharedWidth(a, b)
  const height = sharedHeight(a, b)
  if (width <= hair || height <= hair) return null
  return { x: pt(Math.max(a.x, b.x)), y: pt(Math.max(a.y, b.y)), width, height }
}

/** The least rectangle around several; null around none. */
export function boundsOf(rects: readonly Rect[]): Rect | null {
  const [first, ...rest] = rects
  if (!first) return null
  return rest.reduce((all, rect) => {
    const x = pt(Math.min(all.x, rect.x))
    const y = pt(Math.min(all.y, rect.y))
    const width = pt(Math.max(rightOf(all), rightOf(rect)) - x)
    return { x, y, width, height: pt(Math.max(footOf(all), footOf(rect)) - y) }
  }, first)
}

/** Whole millimetres. */
export const millimetres = (length: Pt): Mm => mm(Math.round(ptToMm(length)))

/** Lines of the grid, to one decimal. */
export const linesTall = (length: Pt, pitch: Pt): number => Math.round((length / pitch) * 10) / 10
