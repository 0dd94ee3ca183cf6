import type { PageOp } from '../changes/page-op'
import { insetPhotoDefaults } from '../frame-defaults'
import type { PageLayout, PhotoSource, StoryFrame } from '../layout'
import { setFields } from './frame-fields'
import { within, type GridStep, type Handle } from './grid-place'

/** What hands do to photos inside a story's frame. Columns are the frame's own, rows lines below its head. */

const storyFrame = (layout: PageLayout, frameId: string): StoryFrame | undefined =>
  layout.frames.find((frame): frame is StoryFrame => frame.id === frameId && frame.kind === 'story')

/** Lines below which picture and caption have no room. */
const leastRows = 3

/** Moves an inset photo among its frame's columns. */
export function moveInsetOps(layout: PageLayout, frameId: string, inset: number, step: GridStep): PageOp[] {
  const frame = storyFrame(layout, frameId)
  const photo = frame?.photos[inset]
  if (!frame || !photo) return []
  const column = within(photo.column + step.columns, 0, frame.columns - photo.columnSpan)
  const row = within(photo.row + step.rows, 0, Math.max(0, frame.rowSpan - photo.rowSpan))
  return setFields(frame, { photos: frame.photos.with(inset, { ...photo, column, row }) })
}

/** Moves the edges of an inset photo at a handle. */
export function resizeInsetOps(
  layout: PageLayout,
  frameId: string,
  inset: number,
  handle: Handle,
  step: GridStep,
): PageOp[] {
  const frame = storyFrame(layout, frameId)
  const photo = frame?.photos[inset]
  if (!frame || !photo) return []
  let left = photo.column
  let right = left + photo.columnSpan
  let top = photo.row
  let foot = top + photo.rowSpan
  const least = Math.min(leastRows, photo.rowSpan)
  if (handle.includes('w')) left = within(left + step.columns, 0, right - 1)
  if (handle.includes('e')) right = within(right + step.columns, left + 1, frame.columns)
  if (handle.includes('n')) top = within(top + step.rows, 0, foot - least)
  if (handle.includes('s')) foot = within(foot + step.rows, top + least, Math.max(foot, frame.rowSpan))
  const place = { column: left, columnSpan: right - left, row: top, rowSpan: foot - top }
  return setFields(frame, { photos: frame.photos.with(inset, { ...photo, ...place }) })
}

/** Takes an inset photo out of its frame. */
export function removeInsetOps(layout: PageLayout, frameId: string, inset: number): PageOp[] {
  const frame = storyFrame(layout, frameId)
  return frame?.photos[inset] ? setFields(frame, { photos: frame.photos.toSpliced(inset, 1) }) : []
}

/** Puts a photo among a frame's columns: across its middle at the top where the room allows. */
export function addInsetOps(
  layout: PageLayout,
  frameId: string,
  source: PhotoSource,
  place: {
    readonly column: number
    readonly row: number
    readonly columnSpan: number
    readonly rowSpan: number
  },
): PageOp[] {
  const frame = storyFrame(layout, frameId)
  if (!frame) return []
  const columnSpan = Math.min(place.columnSpan, frame.columns)
  const inset = {
    ...insetPhotoDefaults,
    source,
    columnSpan,
    column: within(place.column, 0, frame.columns - columnSpan),
    row: Math.max(0, place.row),
    rowSpan: Math.max(leastRows, place.rowSpan),
  }
  return setFields(frame, { photos: [...frame.photos, inset] })
}
