import { lengthStatus } from '../../shared/budget/length-status'
import { groupTitle, sumWords } from './row-words'
import type { BudgetContext } from '../../shared/budget/budget-context'
import type { PageGroup } from '../../shared/budget/page-groups'
import { cellId } from './BudgetCell'
import { toggleFold, useTable } from './table-state'

interface Props {
  readonly group: PageGroup
  readonly folded: boolean
  readonly context: BudgetContext
}

/** The head of a page's group: its name, its sums, and the way to fold it. */
export function GroupLine({ group, folded, context }: Props) {
  const current = useTable(s => s.cursor?.row === group.key)
  const { sum } = group
  const tone = lengthStatus(sum.characters, sum.plannedCharacters)
  return (
    <button
      type="button"
      id={cellId(group.key, null)}
      tabIndex={-1}
      className={`group-line${current ? ' current' : ''}`}
      aria-expanded={!folded}
      onClick={() => toggleFold(group.key)}
    >
      <i className={folded ? 'fold folded' : 'fold'} aria-hidden />
      <b>{groupTitle(group.place, context)}</b>
      <span>{sum.stories} 篇</span>
      <span className={tone === 'over' ? 'over' : ''}>
        {sumWords(sum.characters, sum.plannedCharacters, '字')}
      </span>
      <span>{sumWords(sum.lines, sum.plannedLines, '行')}</span>
    </button>
  )
}
