/** Our setter as a script of a page, so that both setters run in the same engine under the same clock. */
import { resetColumns, setColumns } from '../src/shared/typeset'
import type { ColumnShape, FlowInput, SetColumns } from '../src/shared/typeset'

const flow = (texts: readonly string[]): FlowInput[] =>
  texts.map(text => ({ kind: 'paragraph', text, indent: 2000 }))

/** What a page calls. */
export const ours = {
  set: (texts: readonly string[], columns: readonly ColumnShape[]): SetColumns =>
    setColumns(flow(texts), columns),
  /** One paragraph's text has changed. */
  edit: (
    previous: SetColumns,
    paragraph: number,
    text: string,
    columns: readonly ColumnShape[],
  ): SetColumns => {
    const inputs = previous.source.inputs.slice()
    inputs[paragraph] = { kind: 'paragraph', text, indent: 2000 }
    return resetColumns(previous, inputs, columns)
  },
  /** Places the glyphs of one paragraph, as a painter does after a keystroke. */
  placeOne: (set: SetColumns, paragraph: number): number =>
    set.paragraphs[paragraph]?.lines.reduce((sum, line) => sum + (line.xs[0] ?? 0), 0) ?? 0,
  /** Places every glyph of the page. */
  place: (set: SetColumns): number =>
    set.paragraphs.reduce((sum, { lines }) => lines.reduce((all, line) => all + (line.xs[0] ?? 0), sum), 0),
}

Object.assign(globalThis, { ours })
