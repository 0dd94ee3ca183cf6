import type { BudgetContext } from '../../shared/budget/budget-context'
import type { BudgetRow } from '../../shared/budget/budget-row'
import { orderRows, type Direction } from '../../shared/budget/row-order'
import { columnOf, type ColumnKey } from './columns'

/** By which column the table is sorted, and which way. */
export interface RowOrder {
  readonly column: ColumnKey
  readonly direction: Direction
}

/** Rows in the order of a column. */
export function orderByColumn(
  rows: readonly BudgetRow[],
  { column, direction }: RowOrder,
  context: BudgetContext,
): readonly BudgetRow[] {
  const { order } = columnOf(column)
  return orderRows(rows, row => order(row, context), direction)
}
