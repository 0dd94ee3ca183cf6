import { pt, type Pt } from '../../shared/page/sizes'
import type { ComposedFrame } from '../../shared/page/compose/composed'
import type { PaintItem } from '../../shared/page/painting'
import { ptRect, type Rect } from '../../shared/page/paper'

/** Whether two rectangles share a point. */
export const meet = (a: Rect, b: Rect): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height

/** The smallest rectangle around both. */
export function around(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return ptRect(
    x,
    y,
    Math.max(a.x + a.width, b.x + b.width) - x,
    Math.max(a.y + a.height, b.y + b.height) - y,
  )
}

/** Where an item can leave ink, never too small: glyphs reach a little out of their em boxes. */
export function boundsOf(item: PaintItem): Rect {
  switch (item.kind) {
    case 'text': {
      const { size, stretch, y } = item
      const body = size * Math.max(1, stretch)
      let left = Infinity
      let right = -Infinity
      for (const x of item.xs) {
        if (x < left) left = x
        if (x > right) right = x
      }
      if (left > right) return ptRect(0, 0, -1, -1)
      return ptRect(left - size, y - size * 1.2, right - left + body + size * 1.6, size * 2.2)
    }
    case 'rule': {
      const { x1, y1, x2, y2, width } = item
      const [x, y] = [Math.min(x1, x2) - width, Math.min(y1, y2) - width]
      return ptRect(x, y, Math.abs(x2 - x1) + 2 * width, Math.abs(y2 - y1) + 2 * width)
    }
    case 'box': {
      return wider(item.rect, item.stroke)
    }
    case 'image':
      return wider(item.rect, pt(1))
  }
}

const wider = ({ x, y, width, height }: Rect, by: Pt): Rect =>
  ptRect(x - by, y - by, width + 2 * by, height + 2 * by)

const known = new WeakMap<ComposedFrame, Rect | null>()

/** Where a composed frame leaves ink; null where it leaves none. Composed frames never change: worked out once. */
export function inkOf(frame: ComposedFrame): Rect | null {
  const found = known.get(frame)
  if (found !== undefined) return found
  const ink = frame.items.reduce<Rect | null>((sum, item) => {
    const own = boundsOf(item)
    if (own.width < 0) return sum
    return sum ? around(sum, own) : own
  }, null)
  known.set(frame, ink)
  return ink
}
