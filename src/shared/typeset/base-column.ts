/**
 * 破栏: in which measures can n columns stand where the base grid has others? A block over `spans` base
 * columns is as wide as they and the gutters between; set in n columns it gives each
 * (block − (n − 1) × gutter) ÷ n, which is a whole number of characters only for some n.
 */
import { milliem, type Milliem } from './em'

/** The base grid, in thousandths of an em of the body size. */
export interface BaseColumn {
  readonly measure: Milliem
  readonly gutter: Milliem
}

/** One way to set a block. */
export interface BlockColumns {
  /** Base columns the block lies over, and columns it is set in. */
  readonly spans: number
  readonly columns: number
  /** The block's width. */
  readonly width: Milliem
  /** Each column's measure, rounded down to thousandths. */
  readonly measure: Milliem
  /** Measure and gutters come out in whole characters with the base gutter. */
  readonly isWhole: boolean
  /** The nearest whole measure not above, and the gutter that then fills the block. */
  readonly wholeMeasure: Milliem
  readonly gutter: Milliem
}

const em = 1000

/** The width over `spans` base columns (两长栏, 三长栏 …). */
export function spanWidth(base: BaseColumn, spans: number): Milliem {
  return milliem(spans * base.measure + (spans - 1) * base.gutter)
}

/** `columns` columns over the width of `spans` base columns (三分二 is spans 3, columns 2). */
export function blockColumns(base: BaseColumn, spans: number, columns: number): BlockColumns {
  const width = spanWidth(base, spans)
  const inside = width - (columns - 1) * base.gutter
  const measure = milliem(Math.floor(inside / columns))
  const isWhole = inside % columns === 0 && measure % em === 0
  const wholeMeasure = milliem(Math.floor(measure / em) * em)
  const gutter =
    columns > 1 ? milliem(Math.floor((width - columns * wholeMeasure) / (columns - 1))) : base.gutter
  return { spans, columns, width, measure, isWhole, wholeMeasure, gutter }
}

/** Every way to break blocks of up to `most` base columns into fewer or more columns, whole ones first. */
export function allBlockColumns(base: BaseColumn, most: number, least = milliem(5 * em)): BlockColumns[] {
  const ways: BlockColumns[] = []
  for (let spans = 1; spans <= most; spans++) {
    for (let columns = 1; columns <= spans + 1; columns++) {
      const way = blockColumns(base, spans, columns)
      if (way.measure >= least) ways.push(way)
    }
  }
  return ways.toSorted(
    (a, b) => Number(b.isWhole) - Number(a.isWhole) || a.spans - b.spans || a.columns - b.columns,
  )
}
