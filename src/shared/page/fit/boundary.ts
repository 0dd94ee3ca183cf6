import type { PageOp } from '../changes/page-op'
import { setFields } from '../edit/frame-fields'
import { leastRows, overlaps, placesOf } from '../edit/grid-place'
import type { Frame, PageLayout } from '../layout'
import type { GridPlace } from '../paper'

/** Rows between frames that an edge takes with it when it moves: a rule, or the white of a line. */
const nearRows = 1

/** Of which edge: the foot of a frame, or its head. */
export type RowEdge = 'head' | 'foot'

/** Rows that frames get at an edge; those across it lose as many. */
interface Moved {
  readonly gains: ReadonlyMap<Frame, number>
  readonly loses: ReadonlyMap<Frame, number>
}

/**
 * Gives a story's frame `rows` more rows at its foot or head. White is taken first; where other frames stand in
 * the way the edge between them moves: they lose the rows that are taken, and what ends beside the frame at the
 * same edge goes with it, so that no hole and no overlap comes of it. Null where something stands in the way
 * that cannot give: an advertisement, 报头, an L shape, a frame too low, the edge of the 版心.
 */
export function growRowsOps(
  layout: PageLayout,
  frameId: string,
  edge: RowEdge,
  rows: number,
): PageOp[] | null {
  const frame = layout.frames.find(one => one.id === frameId)
  if (!frame || frame.kind !== 'story' || placesOf(frame).length > 1 || rows < 1) return null
  const moved = edge === 'foot' ? movedDown(layout, frame, rows) : movedUp(layout, frame, rows)
  if (!moved) return null
  return layout.frames.flatMap(one => {
    const gain = moved.gains.get(one) ?? 0
    const lose = moved.loses.get(one) ?? 0
    if (gain === 0 && lose === 0) return []
    // What gains does so at the edge that moves, what loses at its other side.
    const head = edge === 'foot' ? lose : -gain
    const rowSpan = one.rowSpan + gain - lose
    return setFields(one, { row: one.row + head, rowSpan })
  })
}

const movedDown = (layout: PageLayout, frame: Frame, rows: number) =>
  moved(layout.frames, layout.paper.lines, frame, rows)

/** The same with the page upside down. */
function movedUp(layout: PageLayout, frame: Frame, rows: number): Moved | null {
  const { lines } = layout.paper
  const turned = new Map(layout.frames.map(one => [turn(one, lines), one]))
  const own = [...turned].find(([, one]) => one === frame)?.[0]
  const found = own && moved([...turned.keys()], lines, own, rows)
  const back = (map: ReadonlyMap<Frame, number>) =>
    new Map([...map].map(([one, count]) => [turned.get(one)!, count]))
  return found ? { gains: back(found.gains), loses: back(found.loses) } : null
}

function turn<F extends Frame>(frame: F, lines: number): F {
  const over = <P extends GridPlace>(place: P): P => ({ ...place, row: lines - place.row - place.rowSpan })
  const turned = over(frame)
  return turned.kind === 'story' ? { ...turned, regions: turned.regions.map(over) } : turned
}

const foot = ({ row, rowSpan }: GridPlace) => row + rowSpan
const besides = (a: GridPlace, b: GridPlace) =>
  a.column < b.column + b.columnSpan && b.column < a.column + a.columnSpan

function moved(frames: readonly Frame[], lines: number, frame: Frame, rows: number): Moved | null {
  const gains = new Map<Frame, number>([[frame, rows]])
  const loses = new Map<Frame, number>()
  const open: Frame[] = [frame]
  for (let one = open.pop(); one; one = open.pop()) {
    const gain = gains.get(one)!
    if (foot(one) + gain > lines) return null
    const taken = { ...one, row: foot(one), rowSpan: gain }
    for (const other of frames) {
      if (other === one || !placesOf(other).some(place => overlaps(taken, place))) continue
      // Frames that overlap already are for a hand to part.
      if (placesOf(other).length > 1 || other.row < foot(one) || gains.has(other)) return null
      if (other.kind !== 'story' && other.kind !== 'photo') return null
      const lose = foot(one) + gain - other.row
      if (lose <= (loses.get(other) ?? 0)) continue
      if (other.rowSpan - lose < leastRows[other.kind] * 2) return null
      loses.set(other, lose)
      for (const beside of frames) {
        const ends = foot(beside)
        const isAtEdge = besides(beside, other) && ends <= other.row && ends >= other.row - nearRows
        if (!isAtEdge || (gains.get(beside) ?? 0) >= lose) continue
        if (placesOf(beside).length > 1 || (beside.kind !== 'story' && beside.kind !== 'photo')) return null
        if (loses.has(beside)) return null
        gains.set(beside, lose)
        open.push(beside)
      }
    }
  }
  return { gains, loses }
}
