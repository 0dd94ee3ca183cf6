import type { Pt } from '../../shared/page/sizes'
import { ptRect, type Rect } from '../../shared/page/paper'

/** 适合窗口, or a share of true size. */
export type Zoom = 'fit' | number

/** CSS pixels a point at true size (96 dots an inch). */
export const trueSize = 96 / 72

const least = 0.1
const most = 4

/** The steps that buttons and keys go through. */
const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4]

interface Size<L extends number> {
  readonly width: L
  readonly height: L
}

/** White that the page keeps round it in the room, in CSS pixels: both sides together. */
export const roomMargin = { width: 48, height: 40 }

/** CSS pixels a point at which a page of some points shows in a room of some pixels. */
export function scaleOf(zoom: Zoom, page: Size<Pt>, room: Size<number>): number {
  if (zoom !== 'fit') return zoom * trueSize
  const scale = Math.min(
    (room.width - roomMargin.width) / page.width,
    (room.height - roomMargin.height) / page.height,
  )
  return Math.max(least * trueSize, scale)
}

/** A share of true size held between 10% and 400%. */
export const held = (zoom: number): number => Math.min(most, Math.max(least, zoom))

/** The next step up or down from a scale. */
export function stepped(scale: number, direction: 1 | -1): number {
  const now = scale / trueSize
  const next =
    direction === 1 ? steps.find(step => step > now * 1.01) : steps.findLast(step => step < now * 0.99)
  return next ?? held(now)
}

/** What a turn of the wheel makes of a scale: one notch (100) is about a tenth. */
export const wheeled = (scale: number, delta: number): number =>
  held((scale / trueSize) * Math.exp(-Math.max(-300, Math.min(300, delta)) / 1000))

/** Device pixels that one canvas may hold: beyond it only the visible part is painted. */
const mostPixels = 9_000_000

/**
 * The part of a page, in points, that its canvas covers: all of it while that is affordable, else what the
 * room shows and half a room around, so that scrolling a little paints nothing. `was` is kept while it still
 * holds all that shows.
 */
export function windowOf(page: Size<Pt>, visible: Rect, scale: number, was: Rect | null): Rect {
  const whole = ptRect(0, 0, page.width, page.height)
  if (page.width * page.height * scale * scale <= mostPixels) return whole
  const shown = clip(visible, whole)
  if (was && was.width < page.width * 0.999 && contains(was, shown)) return was
  const margin = { x: shown.width / 2, y: shown.height / 2 }
  const window = clip(
    ptRect(shown.x - margin.x, shown.y - margin.y, shown.width + 2 * margin.x, shown.height + 2 * margin.y),
    whole,
  )
  // On whole device pixels, so that the canvas is not shown between them.
  const x = Math.floor(window.x * scale) / scale
  const y = Math.floor(window.y * scale) / scale
  return ptRect(x, y, window.x + window.width - x, window.y + window.height - y)
}

function clip(rect: Rect, to: Rect): Rect {
  const x = Math.min(Math.max(rect.x, to.x), to.x + to.width)
  const y = Math.min(Math.max(rect.y, to.y), to.y + to.height)
  const width = Math.max(0, Math.min(rect.x + rect.width, to.x + to.width) - x)
  const height = Math.max(0, Math.min(rect.y + rect.height, to.y + to.height) - y)
  return ptRect(x, y, width, height)
}

const contains = (outer: Rect, inner: Rect) =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01
