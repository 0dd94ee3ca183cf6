import { pt } from '../../shared/page/sizes'
import type { PageOp } from '../../shared/page/changes/page-op'
import type { PageView } from '../../shared/page/view/page-view'
import { rectOf, type GridPlace, type Paper } from '../../shared/page/paper'
import { dropPhotoPlace, photoLines, photoShape, placePhotoOps } from '../../shared/page/edit/drop-photo'
import {
  dropPlace,
  fillFrameOps,
  placeStoryOps,
  shapesOfStory,
  type StoryShape,
} from '../../shared/page/edit/drop-story'
import { cellAt } from '../../shared/page/edit/grid-place'
import { addInsetOps } from '../../shared/page/edit/inset-moves'
import { framesAt } from '../../shared/page/edit/page-hit'
import type { StoryParts } from '../../shared/story/parts'
import type { PagePoint } from './sheet-pointer'
import type { WaitingPhoto } from '../../shared/budget/waiting-photos'

/** What is drawn from the tray. */
export type TrayItem =
  | { readonly kind: 'story'; readonly storyId: string; readonly parts: StoryParts; readonly title: string }
  | { readonly kind: 'photo'; readonly photo: WaitingPhoto; readonly title: string }

/** What dropping does, under its name. */
export interface TrayDrop {
  readonly label: string
  readonly ops: PageOp[]
  /** The frame that is chosen afterwards. */
  readonly frameId: string
}

const measured = new WeakMap<StoryParts, { readonly paper: Paper; readonly shapes: StoryShape[] }>()

/** The shapes of a story, set once for a text and a paper. */
function shapesOf(paper: Paper, parts: StoryParts): StoryShape[] {
  const known = measured.get(parts)
  if (known?.paper === paper) return known.shapes
  const shapes = shapesOfStory(paper, parts)
  measured.set(parts, { paper, shapes })
  return shapes
}

/** What dropping an item on a point of the page does; null where it cannot be dropped. */
export function dropAt(view: PageView, item: TrayItem, at: PagePoint, newId: string): TrayDrop | null {
  const { layout, composed } = view
  const under = layout.frames.find(frame => frame.id === framesAt(layout, composed, at)[0])
  const cell = cellAt(layout.paper, at.x, at.y)
  if (item.kind === 'story') {
    if (under) {
      const ops =
        under.kind === 'story' && under.storyId === null ? fillFrameOps(layout, under.id, item.storyId) : []
      return ops.length > 0 ? { label: '上版', ops, frameId: under.id } : null
    }
    const place = dropPlace(layout, cell, shapesOf(layout.paper, item.parts))
    return place && { label: '上版', ops: placeStoryOps(layout, newId, item.storyId, place), frameId: newId }
  }
  const { source, photo } = item.photo
  if (under?.kind === 'story' && under.storyId !== null) {
    return insetAt(view, under.id, item.photo, at)
  }
  const place = under ? null : dropPhotoPlace(layout, cell, photo)
  return place && { label: '图片上版', ops: placePhotoOps(layout, newId, source, place), frameId: newId }
}

/** A photo put among a frame's columns where it is dropped. */
function insetAt(view: PageView, frameId: string, waiting: WaitingPhoto, at: PagePoint): TrayDrop | null {
  const { layout, composed } = view
  const columns = composed.frames.get(frameId)?.columns ?? []
  const first = columns[0]
  if (!first) return null
  const { paper } = layout
  const columnSpan = Math.min(columns.length, columns.length > 2 ? 2 : 1)
  const under = columns.findIndex(column => at.x <= column.x + column.width)
  const gutter = (columns[1]?.x ?? 0) - first.x - first.width
  const width = pt(columnSpan * first.width + (columnSpan - 1) * gutter)
  const rowSpan = photoLines(paper, waiting.photo, width)
  const column = Math.max(0, under < 0 ? columns.length - 1 : under)
  const row = Math.max(0, Math.round((at.y - first.y) / paper.pitch - rowSpan / 2))
  const ops = addInsetOps(layout, frameId, waiting.source, { column, row, columnSpan, rowSpan })
  return ops.length > 0 ? { label: '图片上版', ops, frameId } : null
}

/** What is chosen on the page: a frame, or a hole. */
export interface ChosenPlace {
  readonly frameId: string | null
  readonly hole: GridPlace | null
}

/**
 * What Enter does with an item: it goes into the chosen hole; else a story fills the chosen frame if that is
 * free, or takes the first room from the top that holds all of it, or the largest, and a photo goes into its
 * story's frame. Null: no room.
 */
export function dropSomewhere(
  view: PageView,
  item: TrayItem,
  { frameId: chosen, hole }: ChosenPlace,
  newId: string,
): TrayDrop | null {
  const { layout, composed } = view
  const { paper } = layout
  if (hole) {
    const corner = rectOf(paper, { ...hole, columnSpan: 1, rowSpan: 1 })
    const at = { x: pt(corner.x + corner.width / 2), y: pt(corner.y + corner.height / 2) }
    const dropped = dropAt(view, item, at, newId)
    if (dropped) return dropped
  }
  if (item.kind === 'photo') {
    const own = layout.frames.find(
      frame => frame.kind === 'story' && frame.storyId === item.photo.source.storyId,
    )
    const top = own && composed.frames.get(own.id)?.columns[0]
    if (own && top) return insetAt(view, own.id, item.photo, { x: top.x, y: top.y })
  } else if (chosen !== null) {
    const frame = layout.frames.find(one => one.id === chosen)
    if (frame?.kind === 'story' && frame.storyId === null) {
      return { label: '上版', ops: fillFrameOps(layout, chosen, item.storyId), frameId: chosen }
    }
  }
  const shapes =
    item.kind === 'story'
      ? shapesOf(paper, item.parts)
      : Array.from({ length: Math.ceil(paper.columns / 2) }, (_, at) =>
          photoShape(paper, item.photo.photo, at + 1),
        )
  const found = firstRoom(view, shapes)
  if (!found) return null
  return item.kind === 'story'
    ? { label: '上版', ops: placeStoryOps(layout, newId, item.storyId, found), frameId: newId }
    : { label: '图片上版', ops: placePhotoOps(layout, newId, item.photo.source, found), frameId: newId }
}

function firstRoom({ layout }: PageView, shapes: readonly StoryShape[]) {
  const { paper } = layout
  let largest: ReturnType<typeof dropPlace> = null
  for (let row = 0; row < paper.lines; row++) {
    for (let column = 0; column < paper.columns; column++) {
      const place = dropPlace(layout, { column, row }, shapes)
      if (!place) continue
      const isWhole = shapes.some(
        shape => shape.columnSpan === place.columnSpan && shape.rowSpan === place.rowSpan,
      )
      if (isWhole) return place
      const size = place.columnSpan * place.rowSpan
      if (!largest || size > largest.columnSpan * largest.rowSpan) largest = place
    }
  }
  return largest
}
