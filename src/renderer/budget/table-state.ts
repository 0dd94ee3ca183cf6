import { create } from 'zustand'
import { noFilters, type ColumnFilters } from './row-filters'
import type { QuickView } from '../../shared/budget/quick-views'
import type { RowOrder } from './column-order'
import type { ColumnKey } from './columns'

/** One cell of the table, or with a null column a whole group line. */
export interface Place {
  /** A story's id or a group's key. */
  readonly row: string
  readonly column: ColumnKey | null
}

/** How the budget table stands; kept while other views are looked at. */
export interface TableState {
  readonly trash: boolean
  readonly view: QuickView
  readonly query: string
  readonly order: RowOrder | null
  readonly filters: ColumnFilters
  /** Keys of the groups that are folded. */
  readonly folded: ReadonlySet<string>
  readonly selected: ReadonlySet<string>
  /** Where the keys stand. */
  readonly cursor: Place | null
  /** The cell being edited, with what was typed to begin it. */
  readonly editing: (Place & { readonly typed: string | null }) | null
  /** The column whose field stands open for all the selected stories. */
  readonly editingSelected: ColumnKey | null
}

export const useTable = create<TableState>(() => ({
  trash: false,
  view: 'all',
  query: '',
  order: null,
  filters: noFilters,
  folded: new Set(),
  selected: new Set(),
  cursor: null,
  editing: null,
  editingSelected: null,
}))

const { setState: set, getState: get } = useTable

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}

export const unfold = (key: string): void =>
  set({ folded: new Set([...get().folded].filter(one => one !== key)) })
export const toggleFold = (key: string): void => set({ folded: toggled(get().folded, key) })
export const toggleSelected = (id: string): void => set({ selected: toggled(get().selected, id) })
export const select = (ids: Iterable<string>): void => set({ selected: new Set(ids) })
export const putCursor = (cursor: Place | null): void => set({ cursor })

/** Begins editing a cell; `typed` replaces what stands in it. */
export function beginEdit(row: string, column: ColumnKey, typed: string | null = null): void {
  set({ cursor: { row, column }, editing: { row, column, typed } })
}
export const endEdit = (): void => set({ editing: null })

/** Opens the field of a column for all the selected stories; null closes it. */
export const editSelected = (editingSelected: ColumnKey | null): void => set({ editingSelected })

/** The budget or the trash, from the top. */
export const showTrash = (trash: boolean): void =>
  set({
    trash,
    order: null,
    view: 'all',
    query: '',
    filters: noFilters,
    selected: new Set(),
    cursor: null,
    editing: null,
  })

/** Takes away everything that hides rows. */
export const showAll = (): void => set({ view: 'all', query: '', filters: noFilters })
