import { z } from 'zod'
import {
  frameSchema,
  ignoredFaultSchema,
  mostFrames,
  mostIgnored,
  type Frame,
  type PageLayout,
} from '../layout'
import { paperSchema } from '../paper'
import { sameData } from '../same-data'

const frameId = z.string().min(1).max(64)

/**
 * One step of a page's log. An op is a function on layouts that never fails: what it speaks of may have been
 * taken away by another hand, and then it does nothing. So all who apply the same ops in the newsroom's order
 * see the same page.
 */
export const pageOpSchema = z.discriminatedUnion('op', [
  /** Adds a frame in front of another in reading order, at the end where `before` is null or gone; none to a full page. */
  z.object({ op: z.literal('add'), frame: frameSchema, before: frameId.nullable() }),
  z.object({ op: z.literal('remove'), frameId }),
  /** Sets whole fields of a frame; never `id` or `kind`. Does nothing where the outcome is no valid frame. */
  z.object({ op: z.literal('set'), frameId, fields: z.record(z.string(), z.json()) }),
  /** Moves a frame in reading order. */
  z.object({ op: z.literal('order'), frameId, before: frameId.nullable() }),
  z.object({ op: z.literal('paper'), paper: paperSchema }),
  /** Keeps a fault on purpose; taken back by `heed`. */
  z.object({ op: z.literal('ignore'), fault: ignoredFaultSchema }),
  z.object({ op: z.literal('heed'), key: z.string().min(1).max(400) }),
])
export type PageOp = z.infer<typeof pageOpSchema>

/** The layout after an op; the same object where it does nothing. */
export function applyOp(layout: PageLayout, op: PageOp): PageLayout {
  switch (op.op) {
    case 'add': {
      if (layout.frames.length >= mostFrames) return layout
      if (layout.frames.some(frame => frame.id === op.frame.id)) return layout
      return { ...layout, frames: placed(layout.frames, op.frame, op.before) }
    }
    case 'remove': {
      const frames = layout.frames.filter(frame => frame.id !== op.frameId)
      return frames.length === layout.frames.length ? layout : { ...layout, frames }
    }
    case 'set': {
      const at = layout.frames.findIndex(frame => frame.id === op.frameId)
      const frame = layout.frames[at]
      if (!frame) return layout
      const next = withFields(frame, op.fields)
      return next === frame ? layout : { ...layout, frames: layout.frames.with(at, next) }
    }
    case 'order': {
      const frame = layout.frames.find(one => one.id === op.frameId)
      if (!frame || op.before === op.frameId) return layout
      const others = layout.frames.filter(one => one !== frame)
      const frames = placed(others, frame, op.before)
      return frames.every((one, at) => one === layout.frames[at]) ? layout : { ...layout, frames }
    }
    case 'paper':
      return sameData(layout.paper, op.paper) ? layout : { ...layout, paper: op.paper }
    case 'ignore': {
      const known = layout.ignored.find(one => one.key === op.fault.key)
      if (sameData(known, op.fault)) return layout
      const others = layout.ignored.filter(one => one.key !== op.fault.key)
      if (others.length >= mostIgnored) return layout
      return { ...layout, ignored: [...others, op.fault] }
    }
    case 'heed': {
      const ignored = layout.ignored.filter(one => one.key !== op.key)
      return ignored.length === layout.ignored.length ? layout : { ...layout, ignored }
    }
  }
}

/** The ops that take `op` back from the layout that it gives, and touch nothing that it did not change. */
export function inverseOf(layout: PageLayout, op: PageOp): PageOp[] {
  switch (op.op) {
    case 'add':
      return applyOp(layout, op) === layout ? [] : [{ op: 'remove', frameId: op.frame.id }]
    case 'remove': {
      const frame = layout.frames.find(one => one.id === op.frameId)
      return frame ? [{ op: 'add', frame, before: follower(layout.frames, frame.id) }] : []
    }
    case 'set': {
      const frame = layout.frames.find(one => one.id === op.frameId)
      if (!frame || withFields(frame, op.fields) === frame) return []
      const was = new Map<string, unknown>(Object.entries(frame))
      const fields = Object.fromEntries(
        Object.keys(op.fields)
          .filter(key => key !== 'id' && key !== 'kind' && was.has(key))
          .map(key => [key, was.get(key)]),
      ) as Extract<PageOp, { op: 'set' }>['fields']
      return [{ op: 'set', frameId: op.frameId, fields }]
    }
    case 'order':
      return applyOp(layout, op) === layout
        ? []
        : [{ op: 'order', frameId: op.frameId, before: follower(layout.frames, op.frameId) }]
    case 'paper':
      return [{ op: 'paper', paper: layout.paper }]
    case 'ignore': {
      if (applyOp(layout, op) === layout) return []
      const was = layout.ignored.find(one => one.key === op.fault.key)
      return [was ? { op: 'ignore', fault: was } : { op: 'heed', key: op.fault.key }]
    }
    case 'heed': {
      const was = layout.ignored.find(one => one.key === op.key)
      return was ? [{ op: 'ignore', fault: was }] : []
    }
  }
}

/** A frame with fields set, parsed; the frame itself where the outcome is no valid frame or nothing changes. */
function withFields(frame: Frame, fields: Readonly<Record<string, unknown>>): Frame {
  const parsed = frameSchema.safeParse({ ...frame, ...fields, id: frame.id, kind: frame.kind })
  if (!parsed.success || sameData(parsed.data, frame)) return frame
  return parsed.data
}

function placed(frames: readonly Frame[], frame: Frame, before: string | null): Frame[] {
  const at = before === null ? -1 : frames.findIndex(one => one.id === before)
  return at < 0 ? [...frames, frame] : frames.toSpliced(at, 0, frame)
}

/** The frame after this one in reading order. */
function follower(frames: readonly Frame[], id: string): string | null {
  return frames[frames.findIndex(frame => frame.id === id) + 1]?.id ?? null
}
