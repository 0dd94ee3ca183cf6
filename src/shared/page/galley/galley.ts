import type { StoryParts } from '../../story/parts'
import { em } from '../../typeset'
import { flowOf, paintBody, setBody, type BodyColumn, type Fit, type SetBody } from '../compose/body'
import type { PaintItem, Painting } from '../painting'
import { labelRun, middleBaseline } from '../compose/runs'
import { emsToPt, pt, type Em, type Pt } from '../sizes'

/** How a 小样 is set. */
export interface GalleyStyle {
  /** Characters across a column. */
  readonly measure: Em
  readonly columns: number
  /** Lines a column is to have: where the text would be cut. Null: one column as long as the text. */
  readonly depth: number | null
  readonly gutter: Em
  readonly size: Pt
  readonly pitch: Pt
  readonly looseness?: number
  /** Numbers at each fifth line. */
  readonly numbered?: boolean
}

/** A story's galley. */
export interface Galley {
  readonly painting: Painting
  readonly fit: Fit
  /** How many lines the whole story takes, overset included. */
  readonly lines: number
  /** The set text, for the next keystroke. */
  readonly body: SetBody
  /** Where its columns stand, those rows included that are over. */
  readonly columns: readonly BodyColumn[]
  /** The first overset line's top, across the last column; null where all fits or no depth was asked. */
  readonly cut: { readonly x: Pt; readonly y: Pt; readonly width: Pt } | null
}

/** All frames of a galley's painting bear this id. */
export const galleyFrameId = 'galley'

/**
 * Sets one story's running text in columns of a chosen measure and depth. With a depth, the last column goes
 * on below the cut, so that what is over is seen and not lost.
 */
export function setGalley(story: StoryParts, storyId: string, style: GalleyStyle, previous?: Galley): Galley {
  const { size, pitch, columns: count } = style
  const measure = em(style.measure)
  const margin = style.numbered ? size * 2.4 : 0
  const step = (style.measure + style.gutter) * size
  const flow = flowOf(story, measure, style.looseness ?? 0)
  const columnsOf = (depth: number, extra: number): BodyColumn[] =>
    Array.from({ length: count }, (_, at) => ({
      x: pt(margin + at * step),
      y: pt(0),
      shape: { measure, lines: at === count - 1 ? depth + extra : depth },
    }))

  // Without a depth the column is as deep as any text of this length can be.
  const endless = flow.inputs.reduce((sum, input) => sum + input.text.length + 2, 8)
  const depth = style.depth ?? endless
  let columns = columnsOf(depth, 0)
  let body = setBody(flow, columns, previous?.body)
  const { fit } = body
  const over = fit.overset.lines
  if (over > 0) {
    columns = columnsOf(depth, over)
    body = setBody(flow, columns, body)
  }
  const lines = fit.lines
  const rows = style.depth === null ? lines : Math.max(depth, depth + over)
  const items: PaintItem[] = []
  if (style.numbered)
    items.push(...numbers(style.depth === null ? [lines] : columnRows(count, depth, over), style))
  items.push(...paintBody(body, columns, { frameId: galleyFrameId, storyId, size, pitch, firstLine: 10_000 }))
  const width = pt(margin + count * step - style.gutter * size)
  const last = columns[count - 1]
  const cut =
    over > 0 && last ? { x: last.x, y: pt(depth * pitch), width: emsToPt(style.measure, size) } : null
  const { available, underset } = fit
  const told: Fit =
    style.depth === null
      ? { lines, available: lines, overset: fit.overset, underset: { lines: 0, characters: 0 } }
      : { lines, available, overset: fit.overset, underset }
  return {
    painting: { width, height: pt(rows * pitch), items },
    fit: told,
    lines,
    body,
    columns,
    cut,
  }
}

const columnRows = (count: number, depth: number, over: number): number[] =>
  Array.from({ length: count }, (_, at) => (at === count - 1 ? depth + over : depth))

/** 5, 10, 15 … at the left of the first column, counted through all columns. */
function numbers(rows: readonly number[], style: GalleyStyle): PaintItem[] {
  const items: PaintItem[] = []
  const size = pt(style.size * 0.72)
  const first = rows[0] ?? 0
  for (let row = 5; row <= first; row += 5) {
    const y = middleBaseline(pt((row - 1) * style.pitch), style.pitch, size)
    const pen = { frameId: galleyFrameId, face: 'sans', size, x: pt(0), y, ink: 'grey', line: row } as const
    items.push(labelRun(String(row), pen, { align: 'end', width: pt(style.size * 1.6) }))
  }
  return items
}
