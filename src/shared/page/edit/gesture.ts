import type { PageOp } from '../changes/page-op'
import type { PageLayout } from '../layout'
import { columnMeasure, type Paper } from '../paper'
import { ems, pt, type Pt } from '../sizes'
import { duplicateOps, moveOps, resizeOps, swapOps } from './frame-moves'
import { stepOf, type GridStep, type Handle } from './grid-place'
import { moveInsetOps, resizeInsetOps } from './inset-moves'

/** What a hand holds. */
export type Grip =
  | { readonly kind: 'frame'; readonly frameId: string }
  /** An edge or corner of one of a frame's rectangles, 0 the first. */
  | {
      readonly kind: 'edge'
      readonly frameId: string
      readonly rectangle: number
      readonly handle: Handle
    }
  | { readonly kind: 'inset'; readonly frameId: string; readonly inset: number }
  | {
      readonly kind: 'insetEdge'
      readonly frameId: string
      readonly inset: number
      readonly handle: Handle
    }

/** What a held key or another frame under the pointer makes of moving a frame. */
export interface GestureTurn {
  /** Id for a copy: the frame stays and a copy goes along. */
  readonly copyId: string | null
  /** The frame that it trades places with. */
  readonly swapWith: string | null
}

/** A gesture's outcome: ops, and its name in the desk's words. */
export interface Gesture {
  readonly label: string
  readonly ops: PageOp[]
}

/** The step on the grid for a way of the pointer, in points: insets count their frame's own columns. */
export function gestureStep(layout: PageLayout, grip: Grip, dx: Pt, dy: Pt): GridStep {
  const step = stepOf(layout.paper, dx, dy)
  if (grip.kind === 'frame' || grip.kind === 'edge') return step
  const width = ownColumn(layout.paper, layout, grip.frameId)
  return width === null ? step : { columns: Math.round(dx / width) + 0, rows: step.rows }
}

/** From one of a frame's own columns to the next, in points. */
function ownColumn(paper: Paper, layout: PageLayout, frameId: string): Pt | null {
  const frame = layout.frames.find(one => one.id === frameId)
  if (frame?.kind !== 'story') return null
  const measure = columnMeasure(paper, frame.columnSpan, frame.columns, ems(frame.boxed ? 1 : 0))
  return pt((measure + paper.gutter) * paper.bodySize)
}

/** What a hand does that has moved what it holds by a step; no ops where that changes nothing. */
export function gestureOf(
  layout: PageLayout,
  grip: Grip,
  step: GridStep,
  turn: GestureTurn = { copyId: null, swapWith: null },
): Gesture {
  switch (grip.kind) {
    case 'frame':
      if (turn.swapWith !== null) {
        return { label: '换位', ops: swapOps(layout, grip.frameId, turn.swapWith) }
      }
      if (turn.copyId !== null) {
        const isStill = step.columns === 0 && step.rows === 0
        const ops = isStill ? [] : duplicateOps(layout, grip.frameId, turn.copyId, step)
        return { label: '复制文框', ops }
      }
      return { label: '移动文框', ops: moveOps(layout, grip.frameId, step) }
    case 'edge':
      return {
        label: '缩放文框',
        ops: resizeOps(layout, grip.frameId, grip.handle, step, grip.rectangle),
      }
    case 'inset':
      return { label: '移动图片', ops: moveInsetOps(layout, grip.frameId, grip.inset, step) }
    case 'insetEdge':
      return {
        label: '缩放图片',
        ops: resizeInsetOps(layout, grip.frameId, grip.inset, grip.handle, step),
      }
  }
}
