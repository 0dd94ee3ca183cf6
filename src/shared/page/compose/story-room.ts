import type { StoryFrame } from '../layout'
import { geometryOf, rectOf, type Paper } from '../paper'
import { pt, type Pt } from '../sizes'
import { owns, ownsCell, type PlaceClaim } from './claims'

/** One of the columns that a rectangle of a frame is set in. */
export interface RoomColumn {
  readonly x: Pt
  readonly width: Pt
  /** Rows of the rectangle that text may stand in, `to` exclusive, before heads and photos take theirs. */
  readonly from: number
  readonly to: number
}

/** Narrower than this no text is set: an indent and —— go in. Frames that ask for more columns get as many as go. */
const leastEms = 4

/** The columns of one rectangle of a frame; what lies beside its own rectangles stands inside the box. */
export function roomColumns(
  frame: Pick<StoryFrame, 'boxed' | 'ruleAbove' | 'ruleBelow'>,
  claims: readonly PlaceClaim[],
  index: number,
  asked: number,
  paper: Paper,
): RoomColumn[] {
  const claim = claims[index]
  if (!claim) return []
  const { place } = claim
  const rect = rectOf(paper, place)
  const rows = Array.from({ length: place.rowSpan }, (_, row) => place.row + row)
  const joins = (column: number) => rows.every(row => ownsCell(claims, column, row))
  const isAlone = claims.length === 1
  const em = frame.boxed ? paper.bodySize : 0
  const left = em > 0 && !isAlone && joins(place.column - 1) ? 0 : em
  const right = em > 0 && !isAlone && joins(place.column + place.columnSpan) ? 0 : em
  const width = rect.width - left - right
  const gutter = paper.gutter * paper.bodySize
  const most = Math.floor((width + gutter + 0.001) / (leastEms * paper.bodySize + gutter))
  const count = Math.max(1, Math.min(asked, most))
  const own = (width - (count - 1) * gutter) / count
  const covered = (x: Pt, row: number) =>
    baseColumns(paper, x, pt(x + own)).every(column => ownsCell(claims, column, row))
  return Array.from({ length: count }, (_, at): RoomColumn => {
    const x = rect.x + left + at * (own + gutter)
    const isFirst = index === 0
    const boxTop = frame.boxed && (isAlone || !covered(pt(x), place.row - 1))
    const boxFoot = frame.boxed && (isAlone || !covered(pt(x), place.row + place.rowSpan))
    const ruleTop = isFirst && frame.ruleAbove !== 'none'
    const ruleFoot = index === claims.length - 1 && frame.ruleBelow !== 'none'
    const from = boxTop || ruleTop ? 1 : 0
    const foot = place.rowSpan - (boxFoot || ruleFoot ? 1 : 0)
    const to = own + 0.001 < leastEms * paper.bodySize ? from : Math.max(from, foot)
    return { x: pt(x), width: pt(own), from, to }
  })
}

/** Base columns of the page that a stretch lies over, counted from the type area's left. */
function baseColumns(paper: Paper, left: Pt, right: Pt): number[] {
  const { area, columnWidth, gutterWidth } = geometryOf(paper)
  const step = columnWidth + gutterWidth
  const found: number[] = []
  const first = Math.max(0, Math.floor((left - area.x) / step))
  for (let column = first; area.x + column * step < right - 0.01; column++) {
    if (area.x + column * step + columnWidth > left + 0.01) found.push(column)
  }
  return found
}

/** A stretch of a row that belongs to another frame, its white included; points of the page. */
export interface Taken {
  /** Rows of the rectangle, `to` exclusive. */
  readonly from: number
  readonly to: number
  readonly left: Pt
  readonly right: Pt
}

/** What others take out of a frame's rectangle, with the white that text keeps from it. */
export function takenFrom(claim: PlaceClaim, boxed: boolean, paper: Paper): Taken[] {
  const { place, own } = claim
  if (own === null) return []
  const { columnWidth, gutterWidth } = geometryOf(paper)
  const rect = rectOf(paper, place)
  const white = Math.max(gutterWidth, paper.bodySize * 0.3) + (boxed ? paper.bodySize : 0)
  const more = boxed ? 1 : 0
  const taken: Taken[] = []
  for (let column = 0; column < place.columnSpan; column++) {
    const x = rect.x + column * (columnWidth + gutterWidth)
    let from = -1
    for (let row = 0; row <= place.rowSpan; row++) {
      const isTaken = row < place.rowSpan && !owns(claim, column, row)
      if (isTaken && from < 0) from = row
      if (isTaken || from < 0) continue
      const rows = { from: Math.max(0, from - more), to: Math.min(place.rowSpan, row + more) }
      taken.push({ ...rows, left: pt(x - white), right: pt(x + columnWidth + white) })
      from = -1
    }
  }
  return taken
}
