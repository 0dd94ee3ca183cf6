import { ptRect, type Rect } from '../../shared/page/paper'
import { mm, mmToPt, pt, type Mm, type Pt } from '../../shared/page/sizes'

/** The sheet that a page is printed on: the page itself, and what is cut off around it. */
export interface Sheet {
  /** The page as it is cut (TrimBox). */
  readonly width: Pt
  readonly height: Pt
  /** 出血: how far pictures and grounds at the page's edge run on beyond it. */
  readonly bleed: Pt
  /** White around the page, for the bleed and the crop marks. */
  readonly margin: Pt
  /** 裁切线 at the corners, or none. */
  readonly hasMarks: boolean
}

/** Marks begin half a millimetre outside the bleed, and never closer to the page than three. */
const markClearance = mmToPt(mm(0.5))
const leastMarkOffset = mmToPt(mm(3))
const markLength = mmToPt(mm(5))
const beyondMarks = mmToPt(mm(1))
/** Stroke of a crop mark. */
export const markWidth: Pt = pt(0.25)

const markOffset = (bleed: Pt): Pt => pt(Math.max(bleed + markClearance, leastMarkOffset))

/** The sheet for a page of this size. */
export function sheetOf(width: Pt, height: Pt, bleed: Mm, hasMarks: boolean): Sheet {
  const points = mmToPt(bleed)
  const margin = hasMarks ? pt(markOffset(points) + markLength + beyondMarks) : points
  return { width, height, bleed: points, margin, hasMarks }
}

type Box = readonly [left: Pt, bottom: Pt, right: Pt, top: Pt]

/** The boxes of a PDF page (ISO 32000-1, 14.11.2), y upwards from the sheet's foot. */
export function boxesOf({ width, height, bleed, margin }: Sheet): Record<string, Box> {
  const around = (by: Pt): Box => [
    pt(margin - by),
    pt(margin - by),
    pt(margin + width + by),
    pt(margin + height + by),
  ]
  return {
    MediaBox: around(margin),
    CropBox: around(margin),
    BleedBox: around(bleed),
    TrimBox: around(pt(0)),
  }
}

/** A line from one point to another, y upwards from the page's own foot. */
export type Stroke = readonly [x1: Pt, y1: Pt, x2: Pt, y2: Pt]

/** Two marks at each corner, in line with the page's edges and outside its bleed. */
export function cropMarks({ width, height, bleed, hasMarks }: Sheet): Stroke[] {
  if (!hasMarks) return []
  const near = markOffset(bleed)
  const far = pt(near + markLength)
  const across = [pt(0), height].flatMap((y): Stroke[] => [
    [pt(-far), y, pt(-near), y],
    [pt(width + near), y, pt(width + far), y],
  ])
  const down = [pt(0), width].flatMap((x): Stroke[] => [
    [x, pt(-far), x, pt(-near)],
    [x, pt(height + near), x, pt(height + far)],
  ])
  return [...across, ...down]
}

/** How close to the page's edge counts as standing on it. */
const onEdge: Pt = pt(0.05)

/** A rectangle with the sides that stand on the page's edge moved out over the bleed; y downwards. */
export function bled(rect: Rect, { width, height, bleed }: Sheet): Rect {
  if (bleed === 0) return rect
  const left = rect.x <= onEdge ? -bleed : rect.x
  const top = rect.y <= onEdge ? -bleed : rect.y
  const right = rect.x + rect.width >= width - onEdge ? width + bleed : rect.x + rect.width
  const bottom = rect.y + rect.height >= height - onEdge ? height + bleed : rect.y + rect.height
  return ptRect(left, top, right - left, bottom - top)
}
