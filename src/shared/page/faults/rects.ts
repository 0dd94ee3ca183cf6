import type { Rect } from '../paper'
import { pointsPerMillimetre, type Millimetre, type Point } from '../sizes'

/** Lengths that differ by less are the same: places in points carry rounding. */
export const hair: Point = 0.05

export const rightOf = (rect: Rect): Point => rect.x + rect.width
export const footOf = (rect: Rect): Point => rect.y + rect.height
export const areaOf = (rect: Rect): number => rect.width * rect.height

/** How far apart two rectangles stand from side to side; below 0 where their columns overlap. */
export const gapAcross = (a: Rect, b: Rect): Point => Math.max(a.x, b.x) - Math.min(rightOf(a), rightOf(b))

/** How far apart two rectangles stand from top to foot; below 0 where their lines overlap. */
export const gapDown = (a: Rect, b: Rect): Point => Math.max(a.y, b.y) - Math.min(footOf(a), footOf(b))

/** Width that two rectangles have in common, wherever they stand from top to foot. */
export const sharedWidth = (a: Rect, b: Rect): Point => Math.max(0, -gapAcross(a, b))

/** Height that two rectangles have in common, wherever they stand from side to side. */
export const sharedHeight = (a: Rect, b: Rect): Point => Math.max(0, -gapDown(a, b))

/** What two rectangles both cover; null where that is nothing. */
export function meetingOf(a: Rect, b: Rect): Rect | null {
  const width = sharedWidth(a, b)
  const height = sharedHeight(a, b)
  if (width <= hair || height <= hair) return null
  return { x: Math.max(a.x, b.x), y: Math.max(a.y, b.y), width, height }
}

/** The least rectangle around several; null around none. */
export function boundsOf(rects: readonly Rect[]): Rect | null {
  const [first, ...rest] = rects
  if (!first) return null
  return rest.reduce((all, rect) => {
    const x = Math.min(all.x, rect.x)
    const y = Math.min(all.y, rect.y)
    const width = Math.max(rightOf(all), rightOf(rect)) - x
    return { x, y, width, height: Math.max(footOf(all), footOf(rect)) - y }
  }, first)
}

/** Whole millimetres. */
export const millimetres = (length: Point): Millimetre => Math.round(length / pointsPerMillimetre)

/** Lines of the grid, to one decimal. */
export const linesTall = (length: Point, pitch: Point): number => Math.round((length / pitch) * 10) / 10
