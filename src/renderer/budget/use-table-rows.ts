import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { BudgetRow } from '../../shared/contract'
import { passes } from './row-filters'
import { isInView } from '../../shared/budget/quick-views'
import { orderByColumn } from './column-order'
import { groupingColumn } from './columns'
import type { BudgetContext } from '../../shared/budget/budget-context'
import { groupItems, storyItems, type TableItem } from './table-items'
import { useTable } from './table-state'
import { useStorySearch } from './use-story-search'

/** The rows that the table shows, in order, and the lines that they make. */
export function useTableRows(
  all: readonly BudgetRow[],
  context: BudgetContext,
  grouped: boolean,
): { readonly rows: readonly BudgetRow[]; readonly items: readonly TableItem[] } {
  const { view, query, order, filters, folded } = useTable(
    useShallow(({ view, query, order, filters, folded }) => ({ view, query, order, filters, folded })),
  )
  const found = useStorySearch(all, query)
  const kept = useMemo(
    () => found.filter(row => isInView(row, view, context) && passes(row, filters)),
    [found, view, filters, context],
  )
  const rows = useMemo(() => (order ? orderByColumn(kept, order, context) : kept), [kept, order, context])
  // A search is read from its best hit down.
  const inGroups = grouped && query.trim() === ''
  const groups = useMemo(
    () => (inGroups ? (groupingColumn.groups?.(rows, context) ?? null) : null),
    [inGroups, rows, context],
  )
  const items = useMemo(
    () => (groups ? groupItems(groups, folded) : storyItems(rows)),
    [groups, folded, rows],
  )
  return { rows, items }
}
