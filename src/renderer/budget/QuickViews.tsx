import type { BudgetRow } from '../../shared/contract'
import { countViews, quickViews, type QuickView } from '../../shared/budget/quick-views'
import { quickViewName, quickViewNotes } from './quick-view-names'
import type { BudgetContext } from '../../shared/budget/budget-context'
import { useMemo } from 'react'

interface Props {
  readonly rows: readonly BudgetRow[]
  readonly context: BudgetContext
  readonly view: QuickView
  onChoose(view: QuickView): void
}

/** The chips over a list, each with its count. */
export function QuickViews({ rows, context, view, onChoose }: Props) {
  const counts = useMemo(() => countViews(rows, context), [rows, context])
  return (
    <div className="quick-views" role="group" aria-label="筛选">
      {quickViews.map(one => (
        <button
          key={one}
          type="button"
          aria-pressed={one === view}
          title={quickViewNotes[one]}
          onClick={() => onChoose(one)}
        >
          {quickViewName(one, context)} {counts[one]}
        </button>
      ))}
    </div>
  )
}
