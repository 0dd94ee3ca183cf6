import type { PageLayout } from '../../shared/page/layout'
import type { Grip } from '../../shared/page/edit/gesture'
import type { GridStep } from '../../shared/page/edit/grid-place'
import {
  alignFrame,
  alignPage,
  balanceFrame,
  duplicateFrame,
  openFrame,
  recolumnFrame,
  removeFrame,
  reorderFrame,
  stepHole,
  swapFrame,
} from './page-acts'
import { focusOffers } from './fit/list-keys'
import { hands } from './page-hands'
import { choose, useSelection } from './selection'

const arrows: Readonly<Record<string, GridStep>> = {
  ArrowLeft: { columns: -1, rows: 0 },
  ArrowRight: { columns: 1, rows: 0 },
  ArrowUp: { columns: 0, rows: -1 },
  ArrowDown: { columns: 0, rows: 1 },
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/**
 * What keys do to the chosen frame: arrows move it, with Shift they size it at its right and its foot, with
 * Alt ← → they change its columns, with Ctrl ← → it trades places. Without one Ctrl G is for the whole page;
 * Alt ↑ ↓ go from hole to hole, Alt Enter to what is offered for what is chosen. True where the key was for the page.
 */
export function pressed(event: Key, pageId: string, layout: PageLayout, frameId: string | null): boolean {
  const { key, shiftKey: shift, altKey: alt } = event
  const control = event.ctrlKey || event.metaKey
  if (key === 'Escape') {
    if (hands.isHolding) hands.cancel()
    else if (frameId !== null || hasHole(pageId)) choose(pageId, null)
    else return false
    return true
  }
  if (control && !shift && !alt && (key === 'g' || key === 'G')) {
    if (frameId === null) alignPage(pageId)
    else alignFrame(pageId, frameId)
    return true
  }
  if (alt && !control && !shift) {
    if (key === 'Enter') focusOffers()
    else if (key === 'ArrowDown') stepHole(pageId, 1)
    else if (key === 'ArrowUp') stepHole(pageId, -1)
    if (key === 'Enter' || key === 'ArrowDown' || key === 'ArrowUp') return true
  }
  if (frameId === null || !layout.frames.some(frame => frame.id === frameId)) return false
  const step = arrows[key]
  if (step && !control && !alt) {
    const grip: Grip = shift
      ? { kind: 'edge', frameId, rectangle: 0, handle: 'se' }
      : { kind: 'frame', frameId }
    hands.nudge(pageId, grip, step)
    return true
  }
  if (step && step.columns !== 0 && !shift && alt !== control) {
    const by = step.columns > 0 ? 1 : -1
    if (alt) recolumnFrame(pageId, frameId, by)
    else swapFrame(pageId, frameId, by)
    return true
  }
  if (control && !shift && !alt) {
    if (key === 'd' || key === 'D') duplicateFrame(pageId, frameId)
    else if (key === 'b' || key === 'B') balanceFrame(pageId, frameId)
    else if (key === ']') reorderFrame(pageId, frameId, 1)
    else if (key === '[') reorderFrame(pageId, frameId, -1)
    else return false
    return true
  }
  if (control || alt || shift) return false
  if (key === 'Enter') openFrame(pageId, frameId)
  else if (key === 'Delete' || key === 'Backspace') removeFrame(pageId, frameId)
  else return false
  return true
}

function hasHole(pageId: string): boolean {
  const { pageId: page, hole } = useSelection.getState()
  return page === pageId && hole !== null
}

/** Arrows let go end what they began. */
export const isArrow = (key: string): boolean => key in arrows
