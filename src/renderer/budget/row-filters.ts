import type { BudgetRow } from '../../shared/budget/budget-row'
import { authorOf, makersOf } from '../../shared/budget/story-names'
import { columns, type ColumnKey } from './columns'
import type { FilterChoice } from './columns/column'

/** What the columns' filters let through, by column; one that is not there or empty lets everything through. */
export type ColumnFilters = Readonly<Partial<Record<ColumnKey, readonly string[]>>>

export const noFilters: ColumnFilters = {}

export const passes = (row: BudgetRow, filters: ColumnFilters): boolean =>
  columns.every(({ key, filter }) => {
    const wanted = filters[key]
    return !filter || !wanted?.length || wanted.includes(filter.valueOf(row))
  })

export const isFiltering = (filters: ColumnFilters): boolean =>
  Object.values(filters).some(wanted => wanted.length > 0)

/** The values that a filter's choices stand for; heads stand for none of their own. */
export const valuesOf = (choices: readonly FilterChoice[]): readonly string[] =>
  choices.flatMap(({ value, children }) => (children ? valuesOf(children) : [value]))

/** What the window itself can see of a search, at once: 稿号, headline, slug, author. */
export function matchesHere(row: BudgetRow, query: string): boolean {
  const words = query.trim().toLowerCase()
  if (words === '') return true
  if (/^\d+$/.test(words) && row.number === Number(words)) return true
  return [row.headline, row.slug, authorOf(row), makersOf(row)].some(field =>
    field.toLowerCase().includes(words),
  )
}
