/** Flow: what is set into columns, the columns, and where a line comes to stand. */
import type { Milliem } from './em'
import type { ParagraphInput } from './paragraph'

/** A rectangle that text runs round: rows `from…to` (exclusive), `left…right` from the column's left edge. */
export interface Obstacle {
  readonly from: number
  readonly to: number
  readonly left: Milliem
  readonly right: Milliem
}

/** A column of the baseline grid. */
export interface ColumnShape {
  readonly measure: Milliem
  /** Depth in rows. */
  readonly lines: number
  readonly around?: readonly Obstacle[]
}

/** One part of the flow. */
export type FlowInput = ParagraphInput & {
  readonly kind: 'paragraph' | 'crosshead' | 'byline'
  /** Rows of the grid each line stands in (占行); 1 unless told. */
  readonly rows?: number
}

/** A line in its column. */
export interface PlacedLine {
  /** Index into `paragraphs`, and into its `lines`. */
  readonly paragraph: number
  readonly line: number
  /** First row of the column the line stands in, and how many rows it takes. */
  readonly row: number
  readonly rows: number
}
