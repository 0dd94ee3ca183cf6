import { lengthStatus } from './length-status'
import { sumWords, type PageGroup } from './row-groups'
import { cellId } from './BudgetCell'
import { toggleFold, useTable } from './table-state'

/** The head of a page's group: its name, its sums, and the way to fold it. */
export function GroupLine({ group, folded }: { readonly group: PageGroup; readonly folded: boolean }) {
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
      <b>{group.title}</b>
      <span>{sum.stories} 篇</span>
      <span className={tone === 'over' ? 'over' : ''}>
        {sumWords(sum.characters, sum.plannedCharacters, '字')}
      </span>
      <span>{sumWords(sum.lines, sum.plannedLines, '行')}</span>
    </button>
  )
}
