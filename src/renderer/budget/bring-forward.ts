import { groupKeyOf } from '../../shared/budget/page-groups'
import { isInView } from '../../shared/budget/quick-views'
import type { BudgetRow } from '../../shared/contract'
import { newsroomNow } from '../newsroom/newsroom'
import { dayIn } from '../ui/zoned-time'
import { mainColumn } from './columns'
import { chooseListView, listViewIn, searchList } from './list-state'
import { passes } from './row-filters'
import { putCursor, showAll, showTrash, unfold, useTable } from './table-state'
import { budgetContextOf } from './use-budget-context'

/** Lets a story be seen in list and table, whatever hid it there, and puts the table's keys on it. */
export function bringForward(row: BudgetRow): void {
  const newsroom = newsroomNow()
  const context = budgetContextOf(newsroom, dayIn(new Date(), newsroom.paper.timeZone))
  searchList('')
  if (!isInView(row, listViewIn(newsroom.memory), context)) chooseListView('all')
  const { trash, view, query, filters } = useTable.getState()
  if (trash) showTrash(false)
  else if (query !== '' || !isInView(row, view, context) || !passes(row, filters)) showAll()
  unfold(groupKeyOf(row))
  putCursor({ row: row.id, column: mainColumn.key })
}
