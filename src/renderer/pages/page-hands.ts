import type { PagePoint } from './sheet-pointer'
import { pt } from '../../shared/page/sizes'
import { create } from 'zustand'
import type { PageOp } from '../../shared/page/changes/page-op'
import { isFurniture } from '../../shared/page/furniture'
import {
  gestureOf,
  gestureStep,
  type Gesture,
  type GestureTurn,
  type Grip,
} from '../../shared/page/edit/gesture'
import type { GridStep } from '../../shared/page/edit/grid-place'
import { framesAt } from '../../shared/page/edit/page-hit'
import { changePage, newFrameId, pageNow } from '../newsroom/page-store'
import { pageViewNow } from './page-views'
import { choose, showPreview } from './selection'

/** What the hands are at, for what shows only meanwhile: the grid, a quiet cursor. */
export const useHands = create<{
  readonly holding: Grip['kind'] | 'tray' | null
  /** The frame that what is drawn from the tray would stand in. */
  readonly incoming: string | null
}>(() => ({ holding: null, incoming: null }))

interface Held {
  readonly pageId: string
  readonly grip: Grip
  /** Where the pointer took hold; null for the keyboard. */
  readonly from: PagePoint | null
  readonly copyId: string
  step: GridStep
  turn: GestureTurn
  ops: readonly PageOp[]
  label: string
}

/** Keys held while the pointer moves. */
export interface HeldKeys {
  readonly shift: boolean
  readonly copy: boolean
}

const noTurn: GestureTurn = { copyId: null, swapWith: null }

/**
 * The gesture under way, by pointer or by keys. While it lasts the page shows it as a preview, at most once a
 * frame of the screen; its end is one change, its cancelling none.
 */
class PageHands {
  #held: Held | null = null
  #next: (() => void) | null = null

  get isHolding(): boolean {
    return this.#held !== null
  }

  /** The pointer takes hold. */
  take(pageId: string, grip: Grip, from: PagePoint): void {
    this.finish()
    this.#begin(pageId, grip, from)
  }

  /** The pointer has moved. */
  move(at: PagePoint, keys: HeldKeys): void {
    this.#soon(() => {
      const held = this.#held
      const layout = held && pageNow(held.pageId)?.layout
      if (!held?.from || !layout) return
      const step = gestureStep(layout, held.grip, pt(at.x - held.from.x), pt(at.y - held.from.y))
      this.#show(held, step, this.#turn(held, at, keys))
    })
  }

  /** A key moves what is chosen by one more step; the change is made when the keys are let go. */
  nudge(pageId: string, grip: Grip, step: GridStep): void {
    const held = this.#held
    if (!held || held.from || held.pageId !== pageId || !isSameGrip(held.grip, grip)) {
      this.finish()
      this.#begin(pageId, grip, null)
    }
    const now = this.#held
    if (!now) return
    const sum = { columns: now.step.columns + step.columns, rows: now.step.rows + step.rows }
    this.#show(now, sum, noTurn)
  }

  /** Lets go: the change is made, and its label answered; null where nothing has changed. */
  finish(): string | null {
    this.#next?.()
    const held = this.#held
    this.#end()
    if (!held || held.ops.length === 0) return null
    const done = changePage(held.pageId, held.label, [...held.ops])
    if (held.turn.copyId !== null) choose(held.pageId, held.turn.copyId)
    return done ? held.label : null
  }

  /** Lets go as if nothing had been. */
  cancel(): void {
    this.#next = null
    this.#end()
  }

  /** The page is no longer on the screen. */
  leave(pageId: string): void {
    if (this.#held?.pageId === pageId) this.cancel()
  }

  #begin(pageId: string, grip: Grip, from: PagePoint | null): void {
    this.#held = {
      pageId,
      grip,
      from,
      copyId: newFrameId(),
      step: { columns: 0, rows: 0 },
      turn: noTurn,
      ops: [],
      label: '',
    }
    useHands.setState({ holding: grip.kind })
  }

  #end(): void {
    if (!this.#held) return
    const { pageId } = this.#held
    this.#held = null
    useHands.setState({ holding: null })
    showPreview(pageId, null)
  }

  #turn(held: Held, at: PagePoint, keys: HeldKeys): GestureTurn {
    if (held.grip.kind !== 'frame') return noTurn
    if (keys.shift) {
      const other = this.#frameUnder(held, at)
      if (other !== null) return { copyId: null, swapWith: other }
    }
    return keys.copy ? { copyId: held.copyId, swapWith: null } : noTurn
  }

  #frameUnder(held: Held, at: PagePoint): string | null {
    // As the page was when the gesture began: the preview moves frames about under the pointer.
    const view = pageViewNow(held.pageId)
    if (!view) return null
    const others = framesAt(view.layout, view.composed, at).filter(id => {
      return id !== held.grip.frameId && !isFurniture(view.layout.frames.find(frame => frame.id === id))
    })
    return others[0] ?? null
  }

  #show(held: Held, step: GridStep, turn: GestureTurn): void {
    const isSame =
      held.ops.length > 0 &&
      step.columns === held.step.columns &&
      step.rows === held.step.rows &&
      turn.copyId === held.turn.copyId &&
      turn.swapWith === held.turn.swapWith
    const layout = pageNow(held.pageId)?.layout
    if (isSame || !layout) return
    const { label, ops }: Gesture = gestureOf(layout, held.grip, step, turn)
    Object.assign(held, { step, turn, label, ops })
    showPreview(held.pageId, ops.length > 0 ? ops : null)
  }

  /** Runs the newest of what comes before the screen's next frame. */
  #soon(work: () => void): void {
    const isWaiting = this.#next !== null
    const run = () => {
      this.#next = null
      work()
    }
    this.#next = run
    if (!isWaiting) requestAnimationFrame(() => this.#next?.())
  }
}

const isSameGrip = (a: Grip, b: Grip) => JSON.stringify(a) === JSON.stringify(b)

export const hands = new PageHands()
