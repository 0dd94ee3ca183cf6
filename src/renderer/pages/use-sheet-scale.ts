import { pt, type Pt } from '../../shared/page/sizes'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState, type RefObject } from 'react'
import { ptRect, type Rect } from '../../shared/page/paper'
import type { PagePoint } from './sheet-pointer'
import { held, scaleOf, stepped, trueSize, wheeled, windowOf, type Zoom } from './zoom'
import { sayScale, setZoom, useZoom } from './zoom-state'

/** Milliseconds after which a zoom that has come to rest is painted sharp. */
const settle = 110

interface Anchor extends PagePoint {
  readonly clientX: number
  readonly clientY: number
}

/** The point of the page that stays where it is on the screen while the scale changes. */
class ZoomAnchor {
  #anchor: Anchor | null = null

  get isHeld(): boolean {
    return this.#anchor !== null
  }

  hold(anchor: Anchor): void {
    this.#anchor = anchor
  }

  take(): Anchor | null {
    const anchor = this.#anchor
    this.#anchor = null
    return anchor
  }
}

export interface SheetScale {
  /** CSS pixels a point. */
  readonly scale: number
  /** The scale at which the canvas is painted, and what it covers, in points; null before the room is known. */
  readonly canvas: { readonly crisp: number; readonly window: Rect } | null
  /** Where a point of the window lies on the page, also beside it. */
  point(clientX: number, clientY: number): PagePoint
  /** The room has been scrolled. */
  scrolled(): void
  /** A step up or down. */
  step(direction: 1 | -1): void
}

/** How large the sheet is shown and which part of it is painted, as the room, the wheel and the bar have it. */
export function useSheetScale(
  scroller: RefObject<HTMLElement | null>,
  sheet: RefObject<HTMLElement | null>,
  page: { readonly width: Pt; readonly height: Pt },
): SheetScale {
  const zoom = useZoom(s => s.zoom)
  const [room, setRoom] = useState<{ width: number; height: number } | null>(null)
  const [crisp, setCrisp] = useState<number | null>(null)
  const [covered, setCovered] = useState<{ readonly rect: Rect; readonly at: number } | null>(null)
  const [anchor] = useState(() => new ZoomAnchor())
  const density = window.devicePixelRatio || 1
  const { width, height } = page
  const scale = room ? scaleOf(zoom, { width, height }, room) : 1
  const painted = crisp ?? scale

  useEffect(() => {
    const host = scroller.current
    if (!host) return
    const watch = new ResizeObserver(() => setRoom({ width: host.clientWidth, height: host.clientHeight }))
    watch.observe(host)
    return () => watch.disconnect()
  }, [scroller])

  // A zoom under way stretches what is painted; once it rests the page is painted sharp.
  useEffect(() => {
    if (!room) return
    const timer = setTimeout(() => setCrisp(scale), crisp === null ? 0 : settle)
    return () => clearTimeout(timer)
  }, [scale, room, crisp])
  useEffect(() => sayScale(scale), [scale])

  const point = (clientX: number, clientY: number): PagePoint => {
    const rect = sheet.current?.getBoundingClientRect() ?? { left: 0, top: 0 }
    return { x: pt((clientX - rect.left) / scale), y: pt((clientY - rect.top) / scale) }
  }

  /** Sees to it that the canvas covers what the room shows of a page of this size, painted at `at`. */
  const coverAt = (at: number, size: { readonly width: Pt; readonly height: Pt }) => {
    const host = scroller.current?.getBoundingClientRect()
    if (!host) return
    const { x, y } = point(host.left, host.top)
    const visible = ptRect(x, y, host.width / scale, host.height / scale)
    const was = covered?.at === at ? covered.rect : null
    const rect = windowOf(size, visible, at * density, was)
    if (!was || !sameRect(rect, was)) setCovered({ rect, at })
  }
  const cover = useEffectEvent(coverAt)

  useEffect(() => {
    if (!room) return
    // Another scale has another window: once the browser has laid the sheet out at it.
    const frame = requestAnimationFrame(() => cover(painted, { width, height }))
    return () => cancelAnimationFrame(frame)
  }, [painted, room, width, height])

  useLayoutEffect(() => {
    const host = scroller.current
    const rect = sheet.current?.getBoundingClientRect()
    const at = anchor.take()
    if (!at || !host || !rect) return
    host.scrollBy(rect.left + at.x * scale - at.clientX, rect.top + at.y * scale - at.clientY)
  }, [scale, anchor, scroller, sheet])

  // Whoever asks for another zoom, the bar, a key or the wheel: unless it is under the pointer, the point in the
  // middle of the room stays. The store tells of it before the sheet is drawn at the new scale.
  const holdMiddle = useEffectEvent((next: Zoom) => {
    const host = scroller.current?.getBoundingClientRect()
    if (!host || !room || anchor.isHeld || scaleOf(next, { width, height }, room) === scale) return
    const [clientX, clientY] = [host.left + host.width / 2, host.top + host.height / 2]
    anchor.hold({ ...point(clientX, clientY), clientX, clientY })
  })
  useEffect(() => useZoom.subscribe((now, was) => now.zoom !== was.zoom && holdMiddle(now.zoom)), [])

  const zoomAt = (next: number, clientX: number, clientY: number) => {
    if (held(next) * trueSize === scale) return
    anchor.hold({ ...point(clientX, clientY), clientX, clientY })
    setZoom(held(next))
  }
  const turned = useEffectEvent((event: WheelEvent) => {
    const delta = event.deltaY * (event.deltaMode === 1 ? 33 : 1)
    zoomAt(wheeled(scale, delta), event.clientX, event.clientY)
  })

  // React's wheel listeners are passive; the browser must not zoom the whole window.
  useEffect(() => {
    const host = scroller.current
    if (!host) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      turned(event)
    }
    host.addEventListener('wheel', onWheel, { passive: false })
    return () => host.removeEventListener('wheel', onWheel)
  }, [scroller])

  const canvasWindow = useMemo((): Rect => {
    if (covered?.at === painted) return covered.rect
    const visible = ptRect(0, 0, (room?.width ?? 1) / painted, (room?.height ?? 1) / painted)
    return windowOf({ width, height }, visible, painted * density, null)
  }, [covered, painted, width, height, room, density])

  return {
    scale,
    canvas: room && { crisp: painted, window: canvasWindow },
    point,
    scrolled: () => coverAt(painted, { width, height }),
    step: direction => setZoom(stepped(scale, direction)),
  }
}

const sameRect = (a: Rect, b: Rect) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
