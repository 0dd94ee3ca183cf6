import { z } from 'zod'
import type { PageLayout } from '../layout'
import { applyOp, inverseOf, pageOpSchema, type PageOp } from './page-op'

/** What one gesture of one hand does to a page: undone in one step, sent whole, taken once. */
export const pageChangeSchema = z.object({
  /** Made by the window; a change sent twice is taken once. */
  id: z.string().min(8).max(64),
  ops: z.array(pageOpSchema).min(1).max(1000),
  /** What takes it back, worked out where it was made. */
  undo: z.array(pageOpSchema).max(1000),
  /** In the desk's words, for 撤销…: 移动文框. */
  label: z.string().min(1).max(40),
  /** Whether it does something new, or takes back or does again the change `of`. */
  kind: z.enum(['do', 'undo', 'redo']),
  of: z.string().max(64).nullable(),
})
export type PageChange = z.infer<typeof pageChangeSchema>

/** The layout after ops, one after the other. */
export const applyOps = (layout: PageLayout, ops: readonly PageOp[]): PageLayout =>
  ops.reduce(applyOp, layout)

/** The ops that take `ops` back, last first. */
export function undoOf(layout: PageLayout, ops: readonly PageOp[]): PageOp[] {
  const undo: PageOp[] = []
  let current = layout
  for (const op of ops) {
    undo.unshift(...inverseOf(current, op))
    current = applyOp(current, op)
  }
  return undo
}

/** A change made on a layout; null where it would change nothing. */
export function changeOf(id: string, label: string, layout: PageLayout, ops: PageOp[]): PageChange | null {
  if (applyOps(layout, ops) === layout) return null
  return { id, ops, undo: undoOf(layout, ops), label, kind: 'do', of: null }
}
