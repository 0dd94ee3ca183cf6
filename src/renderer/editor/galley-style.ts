import { sizes, type GalleyStyle } from '../../shared/page'

/** What the desk chooses for a galley: the width in characters, columns, and lines that it must fit. */
export interface GalleyChoice {
  readonly measure: number
  readonly columns: number
  /** Null: as long as the text. */
  readonly depth: number | null
}

export const defaultChoice: GalleyChoice = { measure: 16, columns: 1, depth: null }

/** A choice that was remembered, if it still is one. */
export function choiceOf(value: unknown): GalleyChoice {
  if (typeof value !== 'object' || value === null) return defaultChoice
  const { measure, columns, depth } = value as Record<string, unknown>
  if (typeof measure !== 'number' || measure < 4 || measure > 60) return defaultChoice
  if (typeof columns !== 'number' || columns < 1 || columns > 8) return defaultChoice
  return { measure, columns, depth: typeof depth === 'number' && depth > 0 ? depth : null }
}

export function galleyStyleOf(choice: GalleyChoice): GalleyStyle {
  return { ...choice, gutter: 1, size: sizes.小五, pitch: 13, numbered: true }
}

/** 16 字 × 2 栏 × 38 行 */
export const choiceName = ({ measure, columns, depth }: GalleyChoice): string =>
  `${measure} 字 × ${columns} 栏${depth === null ? '' : ` × ${depth} 行`}`
