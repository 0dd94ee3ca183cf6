import type { BudgetRow, Genre, StoryState } from '../../shared/contract'
import { lengthStatus } from './length-status'
import { authorOf, makersOf, photoFaults, type BudgetContext } from './row-words'

/** The quick views that stand over the lists as chips with counts. */
export const quickViewNames = {
  today: '今日稿',
  mine: '我的稿',
  faults: '缺图说',
  long: '超长',
  all: '全部',
} as const
export type QuickView = keyof typeof quickViewNames

/** What a chip's name leaves out. */
export const quickViewNotes: Readonly<Record<QuickView, string>> = {
  today: '排在这一期的稿件',
  mine: '我写的和我责编的稿件',
  faults: '图片缺图说或缺摄影署名的稿件',
  long: '字数或行数超过计划百分之五以上的稿件',
  all: '稿库里的全部稿件',
}

export const quickViews = Object.keys(quickViewNames) as QuickView[]

export const isLong = (row: BudgetRow): boolean =>
  lengthStatus(row.characters, row.plannedCharacters, row.lengthTolerance) === 'over' ||
  lengthStatus(row.lines, row.plannedLines, row.lengthTolerance) === 'over'

export function isInView(row: BudgetRow, view: QuickView, context: BudgetContext): boolean {
  switch (view) {
    case 'today':
      return row.editionId !== null && row.editionId === context.edition
    case 'mine': {
      if (row.editorId === context.me) return true
      const name = context.people.get(context.me)?.name.replace(/\s/g, '')
      return (
        name !== undefined &&
        [authorOf(row), makersOf(row)].some(words => words.replace(/\s/g, '').includes(name))
      )
    }
    case 'faults':
      return photoFaults(row).length > 0
    case 'long':
      return isLong(row)
    case 'all':
      return true
  }
}

export function countViews(
  rows: readonly BudgetRow[],
  context: BudgetContext,
): Readonly<Record<QuickView, number>> {
  const counts = { today: 0, mine: 0, faults: 0, long: 0, all: 0 }
  for (const row of rows) for (const view of quickViews) if (isInView(row, view, context)) counts[view]++
  return counts
}

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

/** Edition and page as one value; a story without an edition is `none` whatever its page. */
export const placeKey = (row: Pick<BudgetRow, 'editionId' | 'page'>): string =>
  row.editionId === null ? 'none' : `${row.editionId}:${row.page ?? ''}`

/** The edition and page of a `placeKey`. */
export function placeOfKey(key: string): { readonly editionId: string | null; readonly page: number | null } {
  if (key === 'none') return { editionId: null, page: null }
  const at = key.lastIndexOf(':')
  const page = key.slice(at + 1)
  return { editionId: key.slice(0, at), page: page === '' ? null : Number(page) }
}

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
