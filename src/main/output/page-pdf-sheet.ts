import type { Rect } from '../../shared/page/paper'
import { pointsPerMillimetre, type Millimetre, type Point } from '../../shared/page/sizes'

/** The sheet that a page is printed on: the page itself, and what is cut off around it. */
export interface Sheet {
  /** The page as it is cut (TrimBox). */
  readonly width: Point
  readonly height: Point
  /** 出血: how far pictures and grounds at the page's edge run on beyond it. */
  readonly bleed: Point
  /** White around the page, for the bleed and the crop marks. */
  readonly margin: Point
  /** 裁切线 at the corners, or none. */
  readonly hasMarks: boolean
}

/** Marks begin half a millimetre outside the bleed, and never closer to the page than three. */
const markClearance = 0.5 * pointsPerMillimetre
const leastMarkOffset = 3 * pointsPerMillimetre
const markLength = 5 * pointsPerMillimetre
const beyondMarks = 1 * pointsPerMillimetre
/** Stroke of a crop mark. */
export const markWidth = 0.25

const markOffset = (bleed: Point) => Math.max(bleed + markClearance, leastMarkOffset)

/** The sheet for a page of this size. */
export function sheetOf(width: Point, height: Point, bleed: Millimetre, hasMarks: boolean): Sheet {
  const points = bleed * pointsPerMillimetre
  const margin = hasMarks ? markOffset(points) + markLength + beyondMarks : points
  return { width, height, bleed: points, margin, hasMarks }
}

type Box = readonly [left: Point, bottom: Point, right: Point, top: Point]

/** The boxes of a PDF page (ISO 32000-1, 14.11.2), y upwards from the sheet's foot. */
export function boxesOf({ width, height, bleed, margin }: Sheet): Record<string, Box> {
  const around = (by: Point): Box => [margin - by, margin - by, margin + width + by, margin + height + by]
  return { MediaBox: around(margin), CropBox: around(margin), BleedBox: around(bleed), TrimBox: around(0) }
}

/** A line from one point to another, y upwards from the page's own foot. */
export type Stroke = readonly [x1: Point, y1: Point, x2: Point, y2: Point]

/** Two marks at each corner, in line with the page's edges and outside its bleed. */
export function cropMarks({ width, height, bleed, hasMarks }: Sheet): Stroke[] {
  if (!hasMarks) return []
  const near = markOffset(bleed)
  const far = near + markLength
  const across = [0, height].flatMap((y): Stroke[] => [
    [-far, y, -near, y],
    [width + near, y, width + far, y],
  ])
  const down = [0, width].flatMap((x): Stroke[] => [
    [x, -far, x, -near],
    [x, height + near, x, height + far],
  ])
  return [...across, ...down]
}

/** How close to the page's edge counts as standing on it. */
const onEdge: Point = 0.05

/** A rectangle with the sides that stand on the page's edge moved out over the bleed; y downwards. */
export function bled(rect: Rect, { width, height, bleed }: Sheet): Rect {
  if (bleed === 0) return rect
  const left = rect.x <= onEdge ? -bleed : rect.x
  const top = rect.y <= onEdge ? -bleed : rect.y
  const right = rect.x + rect.width >= width - onEdge ? width + bleed : rect.x + rect.width
  const bottom = rect.y + rect.height >= height - onEdge ? height + bleed : rect.y + rect.height
  return { x: left, y: top, width: right - left, height: bottom - top }
}
