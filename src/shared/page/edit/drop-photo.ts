import type { StoryPhoto } from '../../story/parts'
import type { PageOp } from '../changes/page-op'
import { photoRows } from '../compose/photo'
import { shownPhotoDefaults } from '../frame-defaults'
import type { PageLayout, PhotoFrame, PhotoSource } from '../layout'
import { rectOf, type GridPlace, type Paper } from '../paper'
import { sizes, type Pt } from '../sizes'
import { addOps, dropPlace, type StoryShape } from './drop-story'

/** Lines that a photo with its words takes at a width, shown whole. */
export const photoLines = (paper: Paper, photo: StoryPhoto, width: Pt): number =>
  photoRows(photo, width, sizes[paper.captionSize], paper.pitch)

/** Lines that a photo with its words takes across so many base columns, shown whole. */
export function photoShape(paper: Paper, photo: StoryPhoto, columnSpan: number): StoryShape {
  const { width } = rectOf(paper, { column: 0, row: 0, columnSpan, rowSpan: 1 })
  return { columnSpan, rowSpan: photoLines(paper, photo, width) }
}

/** Where a photo goes that is dropped on a cell: whole and as wide as half of the page at most; null: taken. */
export function dropPhotoPlace(
  layout: PageLayout,
  cell: { readonly column: number; readonly row: number },
  photo: StoryPhoto,
): GridPlace | null {
  const widest = Math.max(1, Math.ceil(layout.paper.columns / 2))
  const shapes = Array.from({ length: widest }, (_, at) => photoShape(layout.paper, photo, at + 1))
  return dropPlace(layout, cell, shapes)
}

/** A photo put on the page as a frame of its own. */
export function placePhotoOps(
  layout: PageLayout,
  newId: string,
  source: PhotoSource,
  place: GridPlace,
): PageOp[] {
  const { column, row, columnSpan, rowSpan } = place
  const frame: PhotoFrame = {
    ...shownPhotoDefaults,
    kind: 'photo',
    id: newId,
    source,
    column,
    row,
    columnSpan,
    rowSpan,
    ruleAbove: 'none',
    ruleRight: 'none',
  }
  return addOps(layout, frame)
}
