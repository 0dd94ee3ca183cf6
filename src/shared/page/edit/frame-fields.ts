import { ems } from '../sizes'
import type { PageOp } from '../changes/page-op'
import type { Frame, InsetPhoto, InsetQuote, StoryFrame } from '../layout'
import { wholeColumns, type Paper } from '../paper'
import { within } from './grid-place'

type FieldsOf<F> = F extends Frame ? Partial<Omit<F, 'id' | 'kind'>> : never

/** Sets those of the fields that differ from what the frame has; no op where none does. */
export function setFields<F extends Frame>(frame: F, fields: FieldsOf<F>): PageOp[] {
  const was = new Map<string, unknown>(Object.entries(frame))
  const changed = Object.entries(fields).filter(
    ([key, value]) => JSON.stringify(was.get(key)) !== JSON.stringify(value),
  )
  if (changed.length === 0) return []
  return [
    {
      op: 'set',
      frameId: frame.id,
      fields: Object.fromEntries(changed) as Extract<PageOp, { op: 'set' }>['fields'],
    },
  ]
}

/** Characters below which a column is too narrow to be set well. */
const leastMeasure = ems(6)

/** The room that a box takes at each side. */
const boxInset = (frame: Pick<StoryFrame, 'boxed'>) => ems(frame.boxed ? 1 : 0)

/** The numbers of columns of whole characters that a story frame can be set in, few to many. */
export const columnChoices = (paper: Paper, frame: Pick<StoryFrame, 'boxed' | 'columnSpan'>): number[] =>
  wholeColumns(paper, frame.columnSpan, boxInset(frame), leastMeasure)

/**
 * The columns that a frame is set in when it comes to span another number of base columns: as many where it
 * was set so, else the choice of whole characters that is nearest to what it had.
 */
export function columnsFor(paper: Paper, frame: StoryFrame, columnSpan: number): number {
  if (frame.columnSpan === columnSpan) return frame.columns
  if (frame.columns === frame.columnSpan) return columnSpan
  const choices = columnChoices(paper, { ...frame, columnSpan })
  const wanted = (frame.columns * columnSpan) / frame.columnSpan
  return choices.reduce<number | null>(nearer(wanted), null) ?? columnSpan
}

const nearer = (wanted: number) => (best: number | null, one: number) =>
  best === null || Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best

/** What stands among a frame's columns, held inside so many of them. */
export function columnFields(frame: StoryFrame, columns: number): FieldsOf<StoryFrame> {
  const head = {
    ...frame.head,
    column: Math.min(frame.head.column, columns - 1),
    columnSpan:
      frame.head.columnSpan === null
        ? null
        : Math.min(frame.head.columnSpan, columns - Math.min(frame.head.column, columns - 1)),
  }
  return {
    columns,
    head,
    photos: frame.photos.map(inset => insetIn(inset, columns)),
    quotes: frame.quotes.map(inset => insetIn(inset, columns)),
  }
}

function insetIn<I extends InsetPhoto | InsetQuote>(inset: I, columns: number): I {
  const columnSpan = Math.min(inset.columnSpan, columns)
  return { ...inset, columnSpan, column: within(inset.column, 0, columns - columnSpan) }
}
