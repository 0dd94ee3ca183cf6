import { ptRect } from '../../shared/page/paper'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { linesOf, type Painting } from '../../shared/page/painting'
import { boundsOf, meet } from '../paint/painted-bounds'
import { useRestored } from '../paint/canvas-restored'
import { paintItems, pressInks } from '../paint/paint-canvas'
import { useFaces } from '../paint/use-faces'

interface Props {
  readonly painting: Painting
  /** CSS pixels a point. */
  readonly scale: number
  readonly label: string
  readonly children?: ReactNode
}

/** CSS pixels in steps of which the painted band moves, and by which it is larger than what is seen. */
const step = 240
/** Milliseconds without a change after which the lines are told to screen readers. */
const pause = 250

/** A band of the galley, in CSS pixels from its head. */
interface Band {
  readonly top: number
  readonly height: number
}

/**
 * A galley on the screen, sharp at every density. It can be many screens long: only the band of it that is seen is
 * painted, so that a key costs the same in a short story and a long one.
 */
export function GalleyCanvas({ painting, scale, label, children }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const faces = useFaces(painting)
  const restored = useRestored()
  const band = useSeenBand(host, painting.height * scale)
  const density = window.devicePixelRatio || 1
  const width = Math.ceil(painting.width * scale)
  useLayoutEffect(() => {
    const target = canvas.current
    const context = target?.getContext('2d', { alpha: false })
    if (!target || !context || !faces) return
    const [columns, rows] = [Math.ceil(width * density), Math.ceil(band.height * density)]
    if (target.width !== columns) target.width = columns
    if (target.height !== rows) target.height = rows
    const pixels = scale * density
    const seen = ptRect(0, band.top / scale, painting.width, band.height / scale)
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = pressInks.paper
    context.fillRect(0, 0, columns, rows)
    context.setTransform(pixels, 0, 0, pixels, 0, -band.top * density)
    const items = painting.items.filter(item => meet(boundsOf(item), seen))
    paintItems(context, items, { scale: pixels, inks: pressInks, photo: () => null })
    target.dataset['painted'] = restored === 0 ? 'yes' : 'again'
  }, [painting, scale, width, density, faces, band, restored])
  return (
    <div ref={host} style={{ position: 'relative', width, height: Math.ceil(painting.height * scale) }}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        style={{ position: 'absolute', left: 0, top: band.top, width, height: band.height }}
      />
      <ReadableLines painting={painting} label={label} />
      {children}
    </div>
  )
}

/** The part of an element that its scrolling room shows, with some more above and below. */
function useSeenBand(host: React.RefObject<HTMLElement | null>, height: number): Band {
  const [seen, setSeen] = useState<Band>({ top: 0, height: 4 * step })
  useLayoutEffect(() => {
    const element = host.current
    const room = element && scrollRoomOf(element)
    if (!element || !room) return
    const look = () => {
      const from = room.getBoundingClientRect().top - element.getBoundingClientRect().top
      const top = Math.max(0, Math.floor(from / step) * step - step)
      const next = { top, height: Math.ceil(room.clientHeight / step) * step + 3 * step }
      setSeen(last => (last.top === next.top && last.height === next.height ? last : next))
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(room)
    room.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      room.removeEventListener('scroll', look)
    }
  }, [host])
  const top = Math.min(seen.top, Math.max(0, Math.floor(height / step) * step))
  const foot = Math.min(top + seen.height, Math.ceil(height / step) * step)
  const tall = Math.max(1, foot - top)
  return useMemo(() => ({ top, height: tall }), [top, tall])
}

function scrollRoomOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}

/** The lines as text for screen readers, a pause after the last key: nobody listens in the middle of a word. */
function ReadableLines({ painting, label }: { readonly painting: Painting; readonly label: string }) {
  const [told, setTold] = useState(painting)
  useEffect(() => {
    const timer = setTimeout(() => setTold(painting), pause)
    return () => clearTimeout(timer)
  }, [painting])
  const text = useMemo(() => linesOf(told.items).join('\n'), [told])
  return (
    <div className="for-readers" data-lines={label}>
      {text}
    </div>
  )
}
