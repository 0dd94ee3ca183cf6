import type { BudgetRow } from './budget-row'

/** Whether a story's 截稿 has passed while it is still owed: what is signed off came in time. */
export const isLate = ({ deadline, state }: Pick<BudgetRow, 'deadline' | 'state'>, now: Date): boolean =>
  deadline !== null && state !== 'signed' && Date.parse(deadline) < now.getTime()
