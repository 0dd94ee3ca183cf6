import { sameData } from '../../shared/page/same-data'
import type { ComposedFrame } from '../../shared/page/compose/composed'
import type { PaintItem } from '../../shared/page/painting'
import type { Rect } from '../../shared/page/paper'
import { around, boundsOf, inkOf, meet } from '../paint/painted-bounds'

/** More places than this are painted as one: clipping to many costs more than it saves. */
const mostPlaces = 24

/**
 * Where two settings of one frame differ in ink: the places of items that only one of them has. A keystroke
 * mostly changes the lines of one paragraph.
 */
export function changedPlaces(was: ComposedFrame, now: ComposedFrame): Rect[] {
  const whole = [inkOf(was), inkOf(now)].filter(rect => rect !== null)
  const changed = changedItems(was.items, now.items)
  // Where most of it is new there is nothing to save.
  if (changed.length > (was.items.length + now.items.length) / 2) return whole
  const places: Rect[] = []
  for (const item of changed) {
    const bounds = boundsOf(item)
    if (bounds.width < 0) continue
    // Lines of a column come one below the other; those of the next one are a place of their own.
    const last = places.findLastIndex(place => meet(place, bounds) && isBelow(place, bounds))
    if (last < 0) places.push(bounds)
    else places[last] = around(places[last]!, bounds)
  }
  return places.length > mostPlaces ? whole : places
}

/** True where two places that meet share most of the narrower one's width. */
function isBelow(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  return shared * 2 > Math.min(a.width, b.width)
}

/** Items that only one of two lists has, or that stand in another order. */
function changedItems(was: readonly PaintItem[], now: readonly PaintItem[]): PaintItem[] {
  const known = new Map<string, number[]>()
  was.forEach((item, at) => {
    const key = keyOf(item)
    const own = known.get(key)
    if (own) own.push(at)
    else known.set(key, [at])
  })
  const kept = new Set<number>()
  const changed: PaintItem[] = []
  let next = 0
  for (const item of now) {
    // What is painted later lies above: only what keeps its order is kept.
    const at = known.get(keyOf(item))?.find(one => one >= next && isSame(was[one]!, item))
    if (at === undefined) changed.push(item)
    else {
      kept.add(at)
      next = at + 1
    }
  }
  was.forEach((item, at) => {
    if (!kept.has(at)) changed.push(item)
  })
  return changed
}

/** Where an item begins: items that are one begin at one place. */
function keyOf(item: PaintItem): string {
  switch (item.kind) {
    case 'text':
      return `t${item.xs[0]} ${item.y}`
    case 'rule':
      return `r${item.x1} ${item.y1}`
    case 'box':
      return `b${item.rect.x} ${item.rect.y}`
    case 'image':
      return `i${item.rect.x} ${item.rect.y}`
  }
}

const sameRect = (a: Rect, b: Rect) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

const sameList = <T>(a: readonly T[], b: readonly T[]) =>
  a === b || (a.length === b.length && a.every((one, at) => one === b[at]))

/** True for items that leave the same ink. */
function isSame(a: PaintItem, b: PaintItem): boolean {
  if (a === b) return true
  if (a.kind === 'text' && b.kind === 'text') {
    return (
      a.y === b.y &&
      a.size === b.size &&
      a.face === b.face &&
      a.stretch === b.stretch &&
      a.ink === b.ink &&
      a.turn === b.turn &&
      sameList(a.clusters, b.clusters) &&
      sameList(a.xs, b.xs)
    )
  }
  if (a.kind === 'rule' && b.kind === 'rule') {
    const isOne = a.x1 === b.x1 && a.y1 === b.y1 && a.x2 === b.x2 && a.y2 === b.y2
    return isOne && a.width === b.width && a.ink === b.ink
  }
  if (a.kind === 'box' && b.kind === 'box') {
    return sameRect(a.rect, b.rect) && a.stroke === b.stroke && a.fill === b.fill
  }
  if (a.kind === 'image' && b.kind === 'image') {
    return a.image === b.image && sameRect(a.rect, b.rect) && sameData(a.crop, b.crop)
  }
  return false
}
