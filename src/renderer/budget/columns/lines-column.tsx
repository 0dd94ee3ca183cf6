import { linesStatus } from '../../../shared/budget/length-status'
import { ofPlanned } from '../row-words'
import type { BudgetColumn } from './column'
import { countEdit } from './count-edit'

/** 行数, beside what is planned. */
export const linesColumn: BudgetColumn<'lines'> = {
  key: 'lines',
  title: '行数',
  width: 68,
  isFigure: true,
  words: row => ofPlanned(row.lines, row.plannedLines),
  Cell: ({ row }) => (
    <span className={linesStatus(row) === 'over' ? 'length over' : 'length'}>
      {ofPlanned(row.lines, row.plannedLines)}
    </span>
  ),
  order: row => row.lines,
  edit: countEdit('plannedLines'),
}
