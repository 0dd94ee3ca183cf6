/** Our setter as a script of a page, so that both setters run in the same engine under the same clock. */
import { resetColumns, setColumns } from '../src/shared/typeset'
import type { ColumnShape, FlowInput, SetColumns } from '../src/shared/typeset'

const flow = (texts: readonly string[]): FlowInput[] =>
  texts.map(text => ({ kind: 'paragraph', text, indent: 2000 }))

/** What a page calls. */
export const ours = {
  set: (texts: readonly string[], columns: readonly ColumnShape[]): SetColumns =>
    setColumns(flow(texts), columns),
  reset: (previous: SetColumns, texts: readonly string[], columns: readonly ColumnShape[]): SetColumns =>
    resetColumns(previous, flow(texts), columns),
}

Object.assign(globalThis, { ours })
