import type { StoryParts } from '../../story/parts'
import type { PageOp } from '../changes/page-op'
import { columnName, columnOptions, isReadable } from '../edit/column-names'
import { addOps, newStoryFrame, rowsOfStory } from '../edit/drop-story'
import { leastRows } from '../edit/grid-place'
import { roomsOf } from '../edit/page-room'
import type { PageLayout } from '../layout'
import type { GridPlace } from '../paper'
import type { Em } from '../sizes'

/** A rectangle that takes all of a story in whole characters, where it goes on the page. */
export interface WholeShape extends GridPlace {
  readonly columns: number
  /** Whole characters across a column. */
  readonly measure: Em
  /** 基本栏, 两长, 四分三. */
  readonly name: string
  /** Rows of the room that it leaves free, in its columns and beside them. */
  readonly leavesRows: number
  readonly leavesColumns: number
}

/**
 * The shapes that a story can take in a free place of the page, or anywhere on it: each width, each number of
 * columns that gives whole characters (长栏 and 破栏), as deep as the story set in it needs. Every one stands in
 * the room that it fills best. Yields null between settings.
 */
export function* wholeShapes(
  layout: PageLayout,
  parts: StoryParts,
  room: GridPlace | null,
): Generator<WholeShape | null> {
  const { paper } = layout
  const rooms = room ? [room] : roomsOf(layout, leastRows.story)
  const widest = Math.max(0, ...rooms.map(({ columnSpan }) => columnSpan))
  for (let columnSpan = 1; columnSpan <= widest; columnSpan++) {
    for (const { columns, measure, isWhole } of columnOptions(paper, { columnSpan, boxed: false })) {
      if (!isWhole || !isReadable(paper, measure)) continue
      const rowSpan = rowsOfStory(paper, parts, columnSpan, columns)
      const place = rowSpan === null ? null : placeOf(rooms, columnSpan, rowSpan)
      yield place && { ...place, columns, measure, name: columnName(columnSpan, columns) }
    }
  }
}

/** Where a rectangle goes: the room that it leaves least of, at its head and left. */
function placeOf(rooms: readonly GridPlace[], columnSpan: number, rowSpan: number) {
  let best: (GridPlace & Pick<WholeShape, 'leavesRows' | 'leavesColumns'>) | null = null
  let least = Infinity
  for (const room of rooms) {
    const leavesColumns = room.columnSpan - columnSpan
    const leavesRows = room.rowSpan - rowSpan
    if (leavesColumns < 0 || leavesRows < 0) continue
    const left = room.columnSpan * room.rowSpan - columnSpan * rowSpan
    if (left >= least) continue
    least = left
    best = { column: room.column, row: room.row, columnSpan, rowSpan, leavesRows, leavesColumns }
  }
  return best
}

/** Shapes as a list shows them: those that fill their room best first. */
export const rankedShapes = (shapes: readonly WholeShape[]): WholeShape[] => {
  const left = (shape: WholeShape) =>
    shape.leavesRows * (shape.columnSpan + shape.leavesColumns) + shape.leavesColumns * shape.rowSpan
  return shapes.toSorted((a, b) => left(a) - left(b) || a.columnSpan - b.columnSpan || a.columns - b.columns)
}

/** Puts a story on the page in a shape. */
export const shapeOps = (
  layout: PageLayout,
  shape: WholeShape,
  frameId: string,
  storyId: string,
): PageOp[] => {
  const frame = newStoryFrame(layout.paper, frameId, storyId, shape)
  return addOps(layout, { ...frame, columns: shape.columns })
}
