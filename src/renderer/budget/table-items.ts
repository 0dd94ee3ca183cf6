import type { BudgetRow } from '../../shared/contract'
import type { PageGroup } from '../../shared/budget/page-groups'
import { columnOf, mainColumn, type ColumnKey } from './columns'
import type { Place } from './table-state'

/** A line of the table: the head of a page's group, or a story. */
export type TableItem =
  | { readonly kind: 'group'; readonly key: string; readonly group: PageGroup; readonly folded: boolean }
  | { readonly kind: 'story'; readonly key: string; readonly row: BudgetRow }

export const storyItems = (rows: readonly BudgetRow[]): TableItem[] =>
  rows.map(row => ({ kind: 'story', key: row.id, row }))

/** Groups with their stories under them; a folded one alone. */
export const groupItems = (groups: readonly PageGroup[], folded: ReadonlySet<string>): TableItem[] =>
  groups.flatMap(group => {
    const head: TableItem = { kind: 'group', key: group.key, group, folded: folded.has(group.key) }
    return head.folded ? [head] : [head, ...storyItems(group.rows)]
  })

/** Where the keys go from a place; null when there is nowhere to go. */
export function move(
  items: readonly TableItem[],
  columns: readonly ColumnKey[],
  from: Place | null,
  rows: number,
  across: number,
): Place | null {
  const at = from === null ? -1 : items.findIndex(item => item.key === from.row)
  const index = at < 0 ? 0 : Math.max(0, Math.min(items.length - 1, at + rows))
  const item = items[index]
  if (!item) return null
  const column = Math.max(0, columns.indexOf(from?.column ?? mainColumn.key)) + (at < 0 ? 0 : across)
  const kept = columns[Math.max(0, Math.min(columns.length - 1, column))] ?? null
  return { row: item.key, column: item.kind === 'group' ? null : kept }
}

/** The next cell that can be edited, along the row and then down; with -1 the one before. */
export function nextEditable(
  items: readonly TableItem[],
  columns: readonly ColumnKey[],
  from: Place,
  step: 1 | -1,
): { readonly row: string; readonly column: ColumnKey } | null {
  const editable = columns.filter(key => columnOf(key).edit)
  const first = step > 0 ? 0 : editable.length - 1
  let column = (from.column === null ? -1 : editable.indexOf(from.column)) + step
  let index = items.findIndex(item => item.key === from.row)
  if (index < 0) return null
  while (index >= 0 && index < items.length) {
    const item = items[index]
    const found = editable[column]
    if (item?.kind === 'story' && found !== undefined) return { row: item.key, column: found }
    index += step
    column = first
  }
  return null
}
