import { z } from 'zod'
import type { Paper } from '../page/paper'
import { lengthSchema, type Em, type Pt } from '../page/sizes'
import type { RowPlace } from './row-place'

/** A base column (基本栏) of a paper: the measure at which a story's lines are counted and its 小样 is set. */
export const baseColumnSchema = z.object({
  /** Characters across. */
  measure: lengthSchema<Em>(z.number().positive()),
  /** 栏距 */
  gutter: lengthSchema<Em>(z.number().min(0)),
  /** Of body text. */
  size: lengthSchema<Pt>(z.number().positive()),
  /** From one baseline to the next. */
  pitch: lengthSchema<Pt>(z.number().positive()),
})
export type BaseColumn = Readonly<z.infer<typeof baseColumnSchema>>

export const baseColumnOf = ({ measure, gutter, bodySize, pitch }: Paper): BaseColumn => ({
  measure,
  gutter,
  size: bodySize,
  pitch,
})

export const isSameColumn = (a: BaseColumn, b: BaseColumn): boolean =>
  a.measure === b.measure && a.gutter === b.gutter && a.size === b.size && a.pitch === b.pitch

/** The base column of one page of an edition; every page owns its paper. */
export interface PageColumn {
  /** 版次 */
  readonly number: number
  readonly column: BaseColumn
}

/**
 * At which column a story is counted: that of its page, else of the first page of its edition, else the one that
 * the newsroom usually prints. A page that the edition does not have is counted as its first.
 */
export function columnOfPlace(
  { editionId, page }: RowPlace,
  pages: readonly PageColumn[],
  usual: BaseColumn,
): BaseColumn {
  if (editionId === null || pages.length === 0) return usual
  const first = pages.reduce((least, one) => (one.number < least.number ? one : least))
  return (pages.find(one => one.number === page) ?? first).column
}
