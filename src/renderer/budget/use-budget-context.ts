import { useMemo } from 'react'
import type { BudgetContext } from '../../shared/budget/budget-context'
import { useNewsroom, type Newsroom } from '../newsroom/newsroom'
import { useNow } from '../ui/use-now'
import { dayIn } from '../ui/zoned-time'
import type { ColumnView } from './columns/column'

type Known = Pick<Newsroom, 'editions' | 'people' | 'edition' | 'me'>

/** Editions, people, the chosen edition and who sits at the desk, ready for looking up. */
export const budgetContextOf = ({ editions, people, edition, me }: Known, today: string): BudgetContext => ({
  editions: new Map(editions.map(one => [one.id, one])),
  people: new Map(people.map(one => [one.id, one])),
  edition,
  me,
  today,
})

/** The same for a component; another object only where something of it is another. */
export function useBudgetContext(): BudgetContext {
  const editions = useNewsroom(s => s.editions)
  const people = useNewsroom(s => s.people)
  const edition = useNewsroom(s => s.edition)
  const me = useNewsroom(s => s.me)
  const zone = useNewsroom(s => s.paper.timeZone)
  const today = dayIn(useNow(), zone)
  return useMemo(
    () => budgetContextOf({ editions, people, edition, me }, today),
    [editions, people, edition, me, today],
  )
}

/** The same with the paper's clock: what cells are read by. */
export function useColumnView(context: BudgetContext): ColumnView {
  const zone = useNewsroom(s => s.paper.timeZone)
  const now = useNow()
  return useMemo(() => ({ ...context, clock: { now, zone } }), [context, now, zone])
}
