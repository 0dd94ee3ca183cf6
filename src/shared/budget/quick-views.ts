import type { BudgetContext } from './budget-context'
import type { BudgetRow } from './budget-row'
import { isLong } from './length-status'
import { photoFaults } from './photo-faults'
import { authorOf, makersOf } from './story-names'

/** The quick views of the budget: what a desk asks of it most. */
export const quickViews = ['today', 'mine', 'faults', 'long', 'all'] as const
export type QuickView = (typeof quickViews)[number]

type Rule = (row: BudgetRow, context: BudgetContext) => boolean

const closedUp = (name: string) => name.replace(/\s/g, '')

const rules: Readonly<Record<QuickView, Rule>> = {
  /** Planned for the chosen edition. */
  today: (row, { edition }) => row.editionId !== null && row.editionId === edition,
  /** Edited or written by who sits at the desk. */
  mine: (row, { me, people }) => {
    if (row.editorId === me) return true
    const name = people.get(me)?.name
    if (name === undefined) return false
    return [authorOf(row), makersOf(row)].some(words => closedUp(words).includes(closedUp(name)))
  },
  faults: row => photoFaults(row).length > 0,
  long: row => isLong(row),
  all: () => true,
}

export const isInView = (row: BudgetRow, view: QuickView, context: BudgetContext): boolean =>
  rules[view](row, context)

/** How many of the rows each view has. */
export function countViews(
  rows: readonly BudgetRow[],
  context: BudgetContext,
): Readonly<Record<QuickView, number>> {
  const counts = { today: 0, mine: 0, faults: 0, long: 0, all: 0 }
  for (const row of rows) for (const view of quickViews) if (isInView(row, view, context)) counts[view]++
  return counts
}
