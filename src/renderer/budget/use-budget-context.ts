import { useMemo } from 'react'
import { useNewsroom } from '../newsroom/newsroom'
import { useNow } from '../ui/use-now'
import type { ColumnView } from './columns/column'
import type { BudgetContext } from '../../shared/budget/budget-context'

/** Editions, people, the chosen edition and who sits at the desk, ready for looking up. */
export function useBudgetContext(): BudgetContext {
  const editions = useNewsroom(s => s.editions)
  const people = useNewsroom(s => s.people)
  const edition = useNewsroom(s => s.edition)
  const me = useNewsroom(s => s.me)
  return useMemo(
    () => ({
      editions: new Map(editions.map(one => [one.id, one])),
      people: new Map(people.map(one => [one.id, one])),
      edition,
      me,
    }),
    [editions, people, edition, me],
  )
}

/** The same with the paper's clock: what cells are read by. */
export function useColumnView(context: BudgetContext): ColumnView {
  const zone = useNewsroom(s => s.paper.timeZone)
  const now = useNow()
  return useMemo(() => ({ ...context, clock: { now, zone } }), [context, now, zone])
}
