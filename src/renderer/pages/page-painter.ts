import type { ComposedFrame, ComposedPage } from '../../shared/page/compose/composed'
import type { PaintItem } from '../../shared/page/painting'
import { ptRect, type Rect } from '../../shared/page/paper'
import { paintItems, pressInks, type PaintStyle } from '../paint/paint-canvas'
import { changedPlaces } from './changed-places'
import { boundsOf, inkOf, meet } from '../paint/painted-bounds'

/** What a canvas is to show. */
export interface Shot {
  readonly page: ComposedPage
  /** The part of the page that the canvas covers, in points. */
  readonly window: Rect
  /** Device pixels a point. */
  readonly scale: number
  readonly pictures: ReadonlyMap<string, ImageBitmap | null>
  /** How often canvases have lost what was on them. */
  readonly restored: number
}

/** How much was painted, for whoever measures. */
export interface Painted {
  readonly whole: boolean
  readonly frames: number
}

/**
 * Paints a page on one canvas and remembers what it painted: of frames that have changed, only the places where
 * their ink has changed are painted again, with whatever else reaches in there.
 */
export class PagePainter {
  #last: { readonly canvas: HTMLCanvasElement; readonly shot: Shot } | null = null

  paint(canvas: HTMLCanvasElement, shot: Shot): Painted {
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) return { whole: false, frames: 0 }
    const last = this.#last?.canvas === canvas ? this.#last.shot : null
    this.#last = { canvas, shot }
    const { window, scale } = shot
    const width = Math.ceil(window.width * scale)
    const height = Math.ceil(window.height * scale)
    const sizeChanged = canvas.width !== width || canvas.height !== height
    if (sizeChanged) {
      canvas.width = width
      canvas.height = height
    }
    const isKept = last?.restored === shot.restored
    if (sizeChanged || !last || !isKept || last.scale !== scale || !isSame(last.window, window)) {
      this.#clipped(context, shot, [window])
      return { whole: true, frames: shot.page.frames.size }
    }
    const { places, frames } = changesBetween(last, shot)
    if (places.length > 0) this.#clipped(context, shot, places)
    return { whole: false, frames }
  }

  #clipped(context: CanvasRenderingContext2D, shot: Shot, places: readonly Rect[]): void {
    const { window, scale } = shot
    context.save()
    context.beginPath()
    const pixels = places.map(place => wholePixels(place, window, scale))
    for (const { x, y, width, height } of pixels) context.rect(x, y, width, height)
    context.clip()
    context.fillStyle = pressInks.paper
    for (const { x, y, width, height } of pixels) context.fillRect(x, y, width, height)
    context.setTransform(scale, 0, 0, scale, -window.x * scale, -window.y * scale)
    // What the clip lets through in points: a pixel more than asked for.
    const clip = pixels.map(({ x, y, width, height }) =>
      ptRect(x / scale + window.x, y / scale + window.y, width / scale, height / scale),
    )
    const style: PaintStyle = { scale, inks: pressInks, photo: hash => shot.pictures.get(hash) ?? null }
    paintItems(context, reaching(shot.page, clip), style)
    context.restore()
  }
}

/** The items that leave ink in some places, in painting order. */
function* reaching(page: ComposedPage, places: readonly Rect[]): Generator<PaintItem> {
  for (const frame of page.frames.values()) {
    const ink = inkOf(frame)
    if (!ink) continue
    const near = places.filter(place => meet(place, ink))
    if (near.length === 0) continue
    if (near.some(place => holds(place, ink))) {
      yield* frame.items
      continue
    }
    for (const item of frame.items) {
      const bounds = boundsOf(item)
      if (near.some(place => meet(place, bounds))) yield item
    }
  }
}

const holds = (outer: Rect, inner: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

const isSame = (a: Rect, b: Rect) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** Where two shots of the same window differ. */
function changesBetween(last: Shot, shot: Shot): { places: Rect[]; frames: number } {
  const before = last.page.frames
  const now = shot.page.frames
  const places: Rect[] = []
  let frames = 0
  const add = (frame: ComposedFrame | undefined) => {
    const ink = frame && inkOf(frame)
    if (ink && meet(ink, shot.window)) places.push(ink)
  }
  if (before !== now) {
    for (const [id, frame] of now) {
      const was = before.get(id)
      if (was === frame) continue
      frames++
      if (was) places.push(...changedPlaces(was, frame).filter(place => meet(place, shot.window)))
      else add(frame)
    }
    for (const [id, frame] of before) if (!now.has(id)) add(frame)
    // In another order frames lie otherwise over each other.
    if (orderChanged(before, now)) return { places: [shot.window], frames: now.size }
  }
  if (last.pictures !== shot.pictures) {
    for (const frame of now.values()) {
      const hasNews = frame.items.some(
        item =>
          item.kind === 'image' &&
          item.image !== null &&
          last.pictures.get(item.image) !== shot.pictures.get(item.image),
      )
      if (hasNews) add(frame)
    }
  }
  return { places, frames }
}

function orderChanged(
  before: ReadonlyMap<string, ComposedFrame>,
  now: ReadonlyMap<string, ComposedFrame>,
): boolean {
  const kept = [...before.keys()].filter(id => now.has(id))
  const others = [...now.keys()].filter(id => before.has(id))
  return kept.some((id, at) => others[at] !== id)
}

/** A rectangle in the canvas's pixels. */
interface PixelRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A place in the canvas's pixels, grown to whole ones and held inside the canvas. */
function wholePixels(place: Rect, window: Rect, scale: number): PixelRect {
  const left = Math.max(0, Math.floor((place.x - window.x) * scale))
  const top = Math.max(0, Math.floor((place.y - window.y) * scale))
  const right = Math.min(
    Math.ceil(window.width * scale),
    Math.ceil((place.x + place.width - window.x) * scale),
  )
  const foot = Math.min(
    Math.ceil(window.height * scale),
    Math.ceil((place.y + place.height - window.y) * scale),
  )
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, foot - top) }
}
