import { isLate } from '../../../shared/budget/deadline'
import type { BudgetRow } from '../../../shared/budget/budget-row'
import { saidTime } from '../../ui/said-time'
import { readDeadline } from '../deadline-input'
import type { BudgetColumn, CellProps, Clock } from './column'

const said = ({ deadline }: BudgetRow, { now, zone }: Clock): string =>
  deadline === null ? '' : saidTime(deadline, now, zone)

function DeadlineCell({ row, view: { clock } }: CellProps) {
  if (row.deadline === null) return <span className="faint">—</span>
  const late = isLate(row, clock.now)
  const words = said(row, clock)
  return (
    <span className={late ? 'late' : ''} title={late ? `${words}，已过截稿时间` : words}>
      {words}
    </span>
  )
}

const offered = ['今天 18:00', '今天 20:00', '今天 22:00', '明天 12:00', '明天 18:00'] as const

/** 截稿 */
export const deadlineColumn: BudgetColumn<'deadline'> = {
  key: 'deadline',
  title: '截稿',
  width: 116,
  words: (row, { clock }) => said(row, clock),
  Cell: DeadlineCell,
  order: row => (row.deadline === null ? null : Date.parse(row.deadline)),
  edit: {
    kind: 'time',
    limit: 30,
    offers: () => offered,
    inputOf: said,
    read: (input, { now, zone }) => {
      const deadline = readDeadline(input, now, zone)
      if (deadline.kind === 'unread') return { ok: false, problem: '写成 18:00、明天 9:30 或 11月24日 18:00' }
      return { ok: true, change: { deadline: deadline.kind === 'none' ? null : deadline.instant } }
    },
  },
}
