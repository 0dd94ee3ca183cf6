import type { PageOp } from '../changes/page-op'
import type { Frame, PageLayout, StoryFrame } from '../layout'
import type { GridPlace, Paper } from '../paper'
import { columnChoices, columnFields, columnsFor, setFields } from './frame-fields'
import {
  bare,
  hullOf,
  leastRows,
  movedPlace,
  resizedPlace,
  stepWithin,
  type GridStep,
  type Handle,
} from './grid-place'
import { overlaps, placesOf } from '../frame-places'

/**
 * What hands do to frames, as ops. Every function answers no op where the gesture changes nothing; what comes
 * out always lies on the grid, inside the 版心.
 */

const frameOf = (layout: PageLayout, frameId: string): Frame | undefined =>
  layout.frames.find(frame => frame.id === frameId)

/** Moves a frame, all its rectangles together. */
export function moveOps(layout: PageLayout, frameId: string, step: GridStep): PageOp[] {
  const frame = frameOf(layout, frameId)
  return frame ? setFields(frame, movedFields(layout.paper, frame, step)) : []
}

function movedFields(paper: Paper, frame: Frame, step: GridStep) {
  const whole = stepWithin(paper, hullOf(placesOf(frame)), step)
  const place = movedPlace(paper, frame, whole)
  if (frame.kind !== 'story') return place
  return {
    ...place,
    regions: frame.regions.map(region => ({ ...region, ...movedPlace(paper, region, whole) })),
  }
}

/** Moves the edges of one of a frame's rectangles: 0 is the first, further ones are its regions. */
export function resizeOps(
  layout: PageLayout,
  frameId: string,
  handle: Handle,
  step: GridStep,
  rectangle = 0,
): PageOp[] {
  const frame = frameOf(layout, frameId)
  const was = frame && placesOf(frame)[rectangle]
  if (!frame || !was) return []
  const { paper } = layout
  const place = resizedPlace(paper, was, handle, step, leastRows[frame.kind])
  if (frame.kind !== 'story') return setFields(frame, place)
  if (rectangle > 0) {
    const regions = frame.regions.map((region, at) => {
      if (at !== rectangle - 1) return region
      const columns = columnsFor(paper, { ...frame, ...region }, place.columnSpan)
      return { ...region, ...place, columns }
    })
    return setFields(frame, { regions })
  }
  return setFields(frame, placeFields(paper, frame, place))
}

/** A story frame's fields in another place: its columns follow the width, and what stands in them stays in. */
function placeFields(paper: Paper, frame: StoryFrame, place: GridPlace) {
  return {
    ...bare(place),
    ...columnFields(frame, columnsFor(paper, frame, place.columnSpan)),
  }
}

/** Gives each of two frames the other's place; two stories trade columns and further rectangles too. */
export function swapOps(layout: PageLayout, oneId: string, otherId: string): PageOp[] {
  const one = frameOf(layout, oneId)
  const other = frameOf(layout, otherId)
  if (!one || !other || one === other) return []
  return [...takePlace(layout.paper, one, other), ...takePlace(layout.paper, other, one)]
}

function takePlace(paper: Paper, frame: Frame, place: Frame): PageOp[] {
  if (frame.kind !== 'story') return setFields(frame, bare(place))
  if (place.kind !== 'story') {
    return setFields(frame, { ...placeFields(paper, frame, place), regions: [] })
  }
  return setFields(frame, {
    ...bare(place),
    ...columnFields(frame, place.columns),
    regions: place.regions,
  })
}

/** Takes a frame off the page (排下). */
export const removeOps = (layout: PageLayout, frameId: string): PageOp[] =>
  frameOf(layout, frameId) ? [{ op: 'remove', frameId }] : []

/**
 * A frame once more, in another place. A story's copy is a place of the same style without the story: the
 * same text twice on a page is a fault.
 */
export function duplicateOps(layout: PageLayout, frameId: string, newId: string, step?: GridStep): PageOp[] {
  const frame = frameOf(layout, frameId)
  if (!frame) return []
  const moved = step ?? freeStep(layout, frame)
  const copy: Frame = { ...frame, ...movedFields(layout.paper, frame, moved), id: newId } as Frame
  if (copy.kind === 'story') {
    Object.assign(copy, { storyId: null, continues: false, photos: [], quotes: [], looseness: 0 })
  }
  const next = layout.frames[layout.frames.indexOf(frame) + 1]
  return [{ op: 'add', frame: copy, before: next?.id ?? null }]
}

/** The step to the nearest place that is free for a copy; one column and one line where there is none. */
function freeStep(layout: PageLayout, frame: Frame): GridStep {
  const { paper } = layout
  const taken = layout.frames.flatMap(placesOf)
  const hull = hullOf(placesOf(frame))
  let best: GridStep | null = null
  let way = Infinity
  for (let row = 0; row <= paper.lines - hull.rowSpan; row++) {
    for (let column = 0; column <= paper.columns - hull.columnSpan; column++) {
      const columns = column - hull.column
      const rows = row - hull.row
      // A column is about as wide as ten lines are high.
      const length = Math.abs(columns) * 10 + Math.abs(rows)
      if (length >= way || taken.some(place => overlaps({ ...hull, column, row }, place))) continue
      best = { columns, rows }
      way = length
    }
  }
  if (best) return best
  const columns = hull.column + hull.columnSpan < paper.columns ? 1 : -1
  const rows = hull.row + hull.rowSpan < paper.lines ? 1 : -1
  return { columns, rows }
}

/** Moves a frame one place forwards or back in reading order. */
export function orderOps(layout: PageLayout, frameId: string, by: 1 | -1): PageOp[] {
  const at = layout.frames.findIndex(frame => frame.id === frameId)
  const to = at + by
  if (at < 0 || to < 0 || to >= layout.frames.length) return []
  const before = by === -1 ? layout.frames[to] : layout.frames[to + 1]
  return [{ op: 'order', frameId, before: before?.id ?? null }]
}

/** Sets a story in the next larger or smaller number of columns that gives whole characters. */
export function columnOps(layout: PageLayout, frameId: string, by: 1 | -1): PageOp[] {
  const frame = frameOf(layout, frameId)
  if (frame?.kind !== 'story') return []
  const choices = columnChoices(layout.paper, frame)
  const columns =
    by === 1
      ? choices.find(choice => choice > frame.columns)
      : choices.findLast(choice => choice < frame.columns)
  return columns === undefined ? [] : setFields(frame, columnFields(frame, columns))
}
