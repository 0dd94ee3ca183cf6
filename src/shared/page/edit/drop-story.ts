import type { StoryParts } from '../../story/parts'
import type { PageOp } from '../changes/page-op'
import { composePage } from '../compose/compose'
import { emptyLayout, headDefaults, storyFrameDefaults } from '../frame-defaults'
import type { Frame, PageFacts, PageLayout, StoryFrame } from '../layout'
import { rectOf, type GridPlace, type Paper } from '../paper'
import { setFields } from './frame-fields'
import { leastRows, within } from './grid-place'
import { placesOf } from '../frame-places'
import { largestRoom, roomsAt } from './page-room'

/** A shape that takes all of a story, set in its base columns. */
export interface StoryShape {
  readonly columnSpan: number
  readonly rowSpan: number
}

const noFacts: PageFacts = {
  paperName: '',
  date: null,
  editionNumber: null,
  pageNumber: 1,
  pageCount: null,
  pageName: '',
  credits: [],
}

/** A new frame for a story: in its base columns, its head in the paper's size for its width. */
export function newStoryFrame(
  paper: Paper,
  id: string,
  storyId: string | null,
  place: GridPlace,
): StoryFrame {
  const size = paper.headlineSizes[Math.min(place.columnSpan, paper.headlineSizes.length) - 1]
  const { column, row, columnSpan, rowSpan } = place
  return {
    ...storyFrameDefaults,
    head: { ...headDefaults, size: size ?? headDefaults.size },
    id,
    storyId,
    column,
    row,
    columnSpan,
    rowSpan,
    columns: columnSpan,
  }
}

/**
 * The shapes that a story takes on a paper, one for each width, found by setting it: no line over, none to
 * spare beyond what the last column leaves. Widths that the whole height of the 版心 cannot take are left out.
 */
export function shapesOfStory(paper: Paper, parts: StoryParts): StoryShape[] {
  const shapes: StoryShape[] = []
  for (let columnSpan = 1; columnSpan <= paper.columns; columnSpan++) {
    const rowSpan = rowsOfStory(paper, parts, columnSpan, columnSpan)
    if (rowSpan !== null) shapes.push({ columnSpan, rowSpan })
  }
  return shapes
}

/**
 * The fewest rows in which a story goes into so many columns across so many base columns, found by setting it;
 * null where the whole height of the 版心 does not take it.
 */
export function rowsOfStory(
  paper: Paper,
  parts: StoryParts,
  columnSpan: number,
  columns: number,
): number | null {
  const fits = (rowSpan: number) => {
    const place = { column: 0, row: 0, columnSpan, rowSpan }
    const frame = { ...newStoryFrame(paper, 'shape', 'story', place), columns }
    const page = composePage({ ...emptyLayout(paper), frames: [frame] }, new Map([['story', parts]]), noFacts)
    const composed = page.frames.get('shape')
    if (!composed?.fit || composed.hides) return null
    return composed.fit
  }
  const whole = fits(paper.lines)
  if (!whole || whole.overset.lines > 0) return null
  // What is left over at full height, shared by the columns, is very nearly what can go.
  let rowSpan = Math.max(leastRows.story, paper.lines - Math.floor(whole.underset.lines / columns))
  const isIn = (rows: number) => fits(rows)?.overset.lines === 0
  if (isIn(rowSpan)) while (rowSpan > leastRows.story && isIn(rowSpan - 1)) rowSpan--
  else while (rowSpan < paper.lines && !isIn(rowSpan)) rowSpan++
  return rowSpan
}

/** Width to height of a frame that an eye takes for a story. */
const pleasant = 1.35

/**
 * Where a story goes that is dropped on a cell: the shape that fits the free room there and looks best, at
 * the cell as far as the room allows. Where no shape fits, the widest room there is, and text left over.
 * Null where the cell is taken.
 */
export function dropPlace(
  layout: PageLayout,
  cell: { readonly column: number; readonly row: number },
  shapes: readonly StoryShape[],
): GridPlace | null {
  const { paper } = layout
  const rooms = roomsAt(layout, cell).filter(room => room.rowSpan >= leastRows.story)
  let best: GridPlace | null = null
  let least = Infinity
  for (const room of rooms) {
    for (const { columnSpan, rowSpan } of shapes) {
      if (columnSpan > room.columnSpan || rowSpan > room.rowSpan) continue
      const rect = rectOf(paper, { column: 0, row: 0, columnSpan, rowSpan })
      const looks = Math.abs(Math.log(rect.width / rect.height / pleasant))
      // A frame that fills its room across leaves no corner that nothing else fits into.
      const leftOver = columnSpan === room.columnSpan ? 0 : 0.3
      const cost = looks + leftOver
      if (cost >= least) continue
      least = cost
      const foot = room.row + room.rowSpan
      best = {
        column: within(cell.column, room.column, room.column + room.columnSpan - columnSpan),
        row: heldRow(cell.row, room.row, foot, rowSpan),
        columnSpan,
        rowSpan,
      }
    }
  }
  if (best) return best
  const largest = largestRoom(layout, cell)
  return largest && largest.rowSpan >= leastRows.story ? largest : null
}

/** Lines within which a frame goes up to what stands above it. */
const near = 4

function heldRow(row: number, top: number, foot: number, rowSpan: number): number {
  const held = within(row, top, foot - rowSpan)
  return held - top <= near ? top : held
}

/** A story put on the page as a frame of its own. */
export const placeStoryOps = (
  layout: PageLayout,
  newId: string,
  storyId: string,
  place: GridPlace,
): PageOp[] => addOps(layout, newStoryFrame(layout.paper, newId, storyId, place))

/** A story put into a frame that is kept free. */
export function fillFrameOps(layout: PageLayout, frameId: string, storyId: string): PageOp[] {
  const frame = layout.frames.find(one => one.id === frameId)
  return frame?.kind === 'story' ? setFields(frame, { storyId }) : []
}

/** Adds a frame where a reader comes to it: before the first that lies below it, or beside it to the right. */
export function addOps(layout: PageLayout, frame: Frame): PageOp[] {
  const comesAfter = (other: Frame) =>
    placesOf(other).every(
      place =>
        place.row >= frame.row + frame.rowSpan ||
        (place.column >= frame.column + frame.columnSpan && place.row + place.rowSpan > frame.row),
    )
  return [{ op: 'add', frame, before: layout.frames.find(comesAfter)?.id ?? null }]
}
