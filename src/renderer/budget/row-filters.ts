import type { BudgetRow, Genre, StoryState } from '../../shared/contract'
import { authorOf, makersOf } from '../../shared/budget/story-names'
import { placeKey } from '../../shared/budget/row-place'

/** What the columns' filters let through; an empty list lets everything through. */
export interface ColumnFilters {
  readonly genre: readonly Genre[]
  readonly state: readonly StoryState[]
  /** `placeKey` values. */
  readonly place: readonly string[]
  /** Ids of people; '' for stories without an editor. */
  readonly editor: readonly string[]
}

export const noFilters: ColumnFilters = { genre: [], state: [], place: [], editor: [] }

const lets = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value)

export const passes = (row: BudgetRow, filters: ColumnFilters): boolean =>
  lets(filters.genre, row.genre) &&
  lets(filters.state, row.state) &&
  lets(filters.place, placeKey(row)) &&
  lets(filters.editor, row.editorId ?? '')

export const isFiltering = (filters: ColumnFilters): boolean =>
  Object.values(filters).some((list: readonly unknown[]) => list.length > 0)

/** What the window itself can see of a search, at once: 稿号, headline, slug, author. */
export function matchesHere(row: BudgetRow, query: string): boolean {
  const words = query.trim().toLowerCase()
  if (words === '') return true
  if (/^\d+$/.test(words) && row.number === Number(words)) return true
  return [row.headline, row.slug, authorOf(row), makersOf(row)].some(field =>
    field.toLowerCase().includes(words),
  )
}
