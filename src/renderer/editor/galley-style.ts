import { ems } from '../../shared/page/sizes'
import type { BaseColumn } from '../../shared/budget/base-column'
import type { GalleyStyle } from '../../shared/page/galley/galley'

/** What the desk chooses for a galley: the width in characters, columns, and lines that it must fit. */
export interface GalleyChoice {
  /** Null: a base column of the story's paper. */
  readonly measure: number | null
  readonly columns: number
  /** Null: as long as the text. */
  readonly depth: number | null
}

export const defaultChoice: GalleyChoice = { measure: null, columns: 1, depth: null }

/** A choice that was remembered, if it still is one. */
export function choiceOf(value: unknown): GalleyChoice {
  if (typeof value !== 'object' || value === null) return defaultChoice
  const { measure, columns, depth } = value as Record<string, unknown>
  if (measure !== null && (typeof measure !== 'number' || measure < 4 || measure > 60)) return defaultChoice
  if (typeof columns !== 'number' || columns < 1 || columns > 8) return defaultChoice
  return { measure, columns, depth: typeof depth === 'number' && depth > 0 ? depth : null }
}

/** A choice on a paper: its size, pitch and 栏距, and its base column where no other width is chosen. */
export function galleyStyleOf({ measure, ...choice }: GalleyChoice, column: BaseColumn): GalleyStyle {
  return { ...column, measure: measure === null ? column.measure : ems(measure), ...choice, numbered: true }
}

/** 16 字 × 2 栏 × 38 行 */
export const styleName = ({ measure, columns, depth }: GalleyStyle): string =>
  `${measure} 字 × ${columns} 栏${depth === null ? '' : ` × ${depth} 行`}`
