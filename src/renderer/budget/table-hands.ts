import type { BudgetRow } from '../../shared/contract'
import type { ColumnKey } from './columns'
import { nextEditable, type TableItem } from './table-items'
import { beginEdit, putCursor, select, toggleSelected, useTable, type Place } from './table-state'

/** What the table on the screen shows, and how to reach it: for keys and cells, which do not draw it. */
export interface Standing {
  readonly items: readonly TableItem[]
  readonly rows: readonly BudgetRow[]
  readonly columns: readonly ColumnKey[]
  /** Lines in sight, for PageUp and PageDown. */
  readonly page: number
  scrollTo(row: string): void
  focus(): void
}

let standing: Standing | null = null
let anchor: string | null = null

/** Told by the table whenever it has drawn itself; null when it goes. */
export function stand(next: Standing | null): void {
  standing = next
}
export const standingTable = (): Standing | null => standing

/** The keys go back to the table. */
export const focusTable = (): void => standing?.focus()

export function goTo(place: Place): void {
  putCursor(place)
  standing?.scrollTo(place.row)
}

/** Goes on editing in the next cell that can be edited, or with -1 the one before. */
export function editNext(from: Place, step: 1 | -1): void {
  const next = standing && nextEditable(standing.items, standing.columns, from, step)
  if (!next) return
  goTo(next)
  beginEdit(next.row, next.column)
}

/** Selects a story or lets it go; `extend` takes all from the one that was touched last. */
export function touchSelection(id: string, extend: boolean): void {
  const ids = standing?.rows.map(row => row.id) ?? []
  const from = anchor === null ? -1 : ids.indexOf(anchor)
  const to = ids.indexOf(id)
  anchor = id
  if (!extend || from < 0 || to < 0) toggleSelected(id)
  else {
    const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
    select([...useTable.getState().selected, ...range])
  }
}
