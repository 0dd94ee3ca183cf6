import type { BudgetColumn } from './column'

/** 稿号 */
export const numberColumn: BudgetColumn<'number'> = {
  key: 'number',
  title: '稿号',
  width: 52,
  isFigure: true,
  isInTrash: true,
  words: row => String(row.number),
  Cell: ({ row }) => <span className="faint">{row.number}</span>,
  order: row => row.number,
}
