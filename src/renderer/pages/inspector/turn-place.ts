import { ems } from '../../../shared/page/sizes'
import type { ComposedFrame } from '../../../shared/page/compose/composed'
import { headDefaults, storyFrameDefaults } from '../../../shared/page/frame-defaults'
import type { PageLayout, StoryFrame } from '../../../shared/page/layout'
import { columnMeasure, type GridPlace, type Paper } from '../../../shared/page/paper'
import { roomsAt } from '../../../shared/page/edit/page-room'

/** Lines that 上接 and the white round it take at the head of a continuation. */
const jumpLines = 2
/** Body lines under which a continuation is a fault of its own (转版不符). */
const leastLines = 6

/** Lines of base columns that the text left over in a frame takes on a paper. */
export function linesLeft(
  paper: Paper,
  frame: StoryFrame,
  composed: Pick<ComposedFrame, 'fit'> | undefined,
): number {
  const over = composed?.fit?.overset.lines ?? 0
  const measure = columnMeasure(paper, frame.columnSpan, frame.columns, ems(frame.boxed ? 1 : 0))
  return Math.max(leastLines, Math.ceil((over * measure) / paper.measure))
}

/**
 * The free place on a page that takes so many lines in base columns with the least to spare, `columnSpan` wide
 * at most; where none takes all, the one that takes most. Null where no place takes a handful of lines.
 */
export function turnPlace(layout: PageLayout, lines: number, columnSpan: number): GridPlace | null {
  const { paper } = layout
  let best: { place: GridPlace; cost: number } | null = null
  for (let row = 0; row < paper.lines; row += 2) {
    for (let column = 0; column < paper.columns; column++) {
      for (const room of roomsAt(layout, { column, row })) {
        if (room.columnSpan > columnSpan) continue
        const wanted = Math.ceil(lines / room.columnSpan) + jumpLines
        if (room.rowSpan < leastLines + jumpLines) continue
        const missing = Math.max(0, wanted - room.rowSpan) * room.columnSpan
        const rowSpan = Math.min(room.rowSpan, wanted)
        // All of the text first, then as wide as it was, then high up on the page.
        const cost = missing * 1000 - room.columnSpan * 10 + room.row / 100
        if (best && cost >= best.cost) continue
        best = { cost, place: { column: room.column, row: room.row, columnSpan: room.columnSpan, rowSpan } }
      }
    }
  }
  return best?.place ?? null
}

/** The frame that goes on with a story in a place. */
export function turnFrame(paper: Paper, id: string, frame: StoryFrame, place: GridPlace): StoryFrame {
  const size = paper.headlineSizes[0] ?? headDefaults.size
  return {
    ...storyFrameDefaults,
    ...place,
    id,
    storyId: frame.storyId,
    columns: place.columnSpan,
    continues: true,
    head: { ...headDefaults, size },
  }
}
