import type { BudgetRow } from '../../../shared/budget/budget-row'
import { nameOf } from '../../../shared/budget/budget-context'
import { saidTime } from '../../ui/said-time'
import type { BudgetColumn, ColumnView } from './column'

const lastTouched = (row: BudgetRow): string => row.trashedAt ?? row.changedAt

function words(row: BudgetRow, view: ColumnView): string {
  const at = saidTime(lastTouched(row), view.clock.now, view.clock.zone)
  return [at, nameOf(row.changedBy, view)].filter(part => part !== '').join(' · ')
}

/** 最后改动: when and by whom; in the trash, when it was put there. */
export const changedColumn: BudgetColumn<'changed'> = {
  key: 'changed',
  title: '最后改动',
  titleInTrash: '移入时间',
  width: 138,
  isInTrash: true,
  words,
  Cell: ({ row, view }) => {
    const said = words(row, view)
    return (
      <span className="faint" title={said}>
        {said}
      </span>
    )
  },
  order: row => Date.parse(lastTouched(row)),
}
