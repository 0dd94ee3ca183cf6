/** Our setter as a script of a page, so that both setters run in the same engine under the same clock. */
import { em, newspaper, resetColumns, setColumns } from '../src/shared/typeset'
import type { ColumnShape, FlowInput, SetColumns } from '../src/shared/typeset'

const flow = (texts: readonly string[]): FlowInput[] =>
  texts.map(text => ({ kind: 'paragraph', text, indent: em(2) }))

/** What a page calls. */
export const ours = {
  /** Sets a page and places every glyph. */
  set: (texts: readonly string[], columns: readonly ColumnShape[]): SetColumns =>
    setColumns(flow(texts), columns, newspaper, undefined, true),
  /** One paragraph's text has changed. */
  edit: (
    previous: SetColumns,
    paragraph: number,
    text: string,
    columns: readonly ColumnShape[],
  ): SetColumns => {
    const inputs = previous.source.inputs.slice()
    inputs[paragraph] = { kind: 'paragraph', text, indent: em(2) }
    return resetColumns(previous, inputs, columns)
  },
  /** Reads a glyph's place in one paragraph: its glyphs are placed then, if they were not before. */
  placeOne: (set: SetColumns, paragraph: number): number => set.paragraphs[paragraph]?.xs[0] ?? 0,
  /** The same of every paragraph. */
  place: (set: SetColumns): number => set.paragraphs.reduce((sum, { xs }) => sum + (xs[0] ?? 0), 0),
}

Object.assign(globalThis, { ours })
