import type { Pt } from '../../shared/page/sizes'
import type { PageView } from '../../shared/page/view/page-view'
import { rectOf } from '../../shared/page/paper'
import type { Grip } from '../../shared/page/edit/gesture'
import { cellAt, type Handle } from '../../shared/page/edit/grid-place'
import { chosenBy, framesAt, isIn } from '../../shared/page/edit/page-hit'
import { largestRoom } from '../../shared/page/edit/page-room'
import { hands } from './page-hands'
import { sayOnPage } from './page-says'
import { chooseHole } from './selection'

/** A point of the page. */
export interface PagePoint {
  readonly x: Pt
  readonly y: Pt
}

/** A pointer event with what the sheet knows of it. */
export interface SheetPress {
  readonly event: {
    readonly clientX: number
    readonly clientY: number
    readonly altKey: boolean
    readonly ctrlKey: boolean
    readonly metaKey: boolean
    readonly shiftKey: boolean
    readonly target: EventTarget
  }
  readonly pageId: string
  readonly view: PageView
  readonly chosen: string | null
  /** Where a point of the window lies on the page, also beside it. */
  point(clientX: number, clientY: number): PagePoint
  /** Chooses a frame and gives it the keys. */
  pick(frameId: string | null): void
}

interface Press {
  readonly x: number
  readonly y: number
  readonly stack: readonly string[]
  readonly through: boolean
  readonly grip: Grip | null
  dragging: boolean
}

/** Pixels that the pointer may tremble before it drags. */
const tremble = 3

/** What the pointer does on the sheet: a click chooses, again on the same spot what lies below; a way drags. */
export class SheetPointer {
  #press: Press | null = null
  #lastClick: { readonly x: number; readonly y: number } | null = null

  down(press: SheetPress): void {
    const { event, view, chosen } = press
    hands.finish()
    const at = press.point(event.clientX, event.clientY)
    const stack = framesAt(view.layout, view.composed, at)
    const grip = gripAt(event.target, view, chosen, at)
    const isOnChosen = chosen !== null && stack.includes(chosen)
    const frameId = isOnChosen ? chosen : stack[0]
    // Also what is chosen already: the keys may have gone elsewhere meanwhile.
    press.pick(grip ? chosen : (frameId ?? null))
    if (stack.length === 0 && !grip) pressHole(press.pageId, view, at)
    this.#press = {
      x: event.clientX,
      y: event.clientY,
      stack,
      through: !grip && isOnChosen && (event.altKey || this.#isOnSpot(event)),
      grip: grip ?? (frameId === undefined ? null : { kind: 'frame', frameId }),
      dragging: false,
    }
  }

  move({ event, pageId, point }: SheetPress): void {
    const press = this.#press
    if (!press?.grip) return
    if (!press.dragging) {
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) <= tremble) return
      press.dragging = true
      hands.take(pageId, press.grip, point(press.x, press.y))
    }
    if (!hands.isHolding) return
    hands.move(point(event.clientX, event.clientY), {
      shift: event.shiftKey,
      copy: event.ctrlKey || event.metaKey || event.altKey,
    })
  }

  up({ event, chosen, pick }: SheetPress): void {
    const press = this.#press
    this.#press = null
    if (!press) return
    if (press.dragging) {
      const label = hands.finish()
      if (label !== null) sayOnPage(label)
      return
    }
    if (press.through) pick(chosenBy(press.stack, chosen, true))
    this.#lastClick = { x: event.clientX, y: event.clientY }
  }

  cancel(): void {
    this.#press = null
    hands.cancel()
  }

  #isOnSpot({ clientX, clientY }: SheetPress['event']): boolean {
    const last = this.#lastClick
    return last !== null && Math.hypot(clientX - last.x, clientY - last.y) <= tremble
  }
}

/** White inside the 版心 is a hole that can be filled. */
function pressHole(pageId: string, { layout }: PageView, at: PagePoint): void {
  const { paper } = layout
  const area = rectOf(paper, { column: 0, row: 0, columnSpan: paper.columns, rowSpan: paper.lines })
  const hole = isIn(area, at) ? largestRoom(layout, cellAt(paper, at.x, at.y)) : null
  if (hole) chooseHole(pageId, hole)
}

/** What the pointer takes hold of besides frames: a handle, or a photo inside the chosen frame. */
function gripAt(target: EventTarget, view: PageView, chosen: string | null, at: PagePoint): Grip | null {
  if (chosen === null) return null
  const { handle, inset, rectangle } = target instanceof HTMLElement ? target.dataset : {}
  if (handle) {
    const kind = handle as Handle
    return inset === undefined
      ? { kind: 'edge', frameId: chosen, rectangle: Number(rectangle), handle: kind }
      : { kind: 'insetEdge', frameId: chosen, inset: Number(inset), handle: kind }
  }
  const photos = view.composed.frames.get(chosen)?.photos ?? []
  const photo = photos.find(one => one.inset !== null && isIn(one.picture, at))
  return photo && photo.inset !== null ? { kind: 'inset', frameId: chosen, inset: photo.inset } : null
}
