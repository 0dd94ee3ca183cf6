import type { BudgetRow } from './budget-row'

/** Where a story is planned to stand. */
export type RowPlace = Pick<BudgetRow, 'editionId' | 'page'>

/** Edition and page as one value; a story without an edition is `none` whatever its page. */
export const placeKey = (row: RowPlace): string =>
  row.editionId === null ? 'none' : `${row.editionId}:${row.page ?? ''}`

/** The edition and page of a `placeKey`. */
export function placeOfKey(key: string): Readonly<RowPlace> {
  if (key === 'none') return { editionId: null, page: null }
  const at = key.lastIndexOf(':')
  const page = key.slice(at + 1)
  return { editionId: key.slice(0, at), page: page === '' ? null : Number(page) }
}
