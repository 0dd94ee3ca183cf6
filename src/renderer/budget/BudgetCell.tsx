import type { BudgetRow } from '../../shared/budget/budget-row'
import { openStory } from '../newsroom/newsroom'
import { restoreStories } from './budget-actions'
import { CellEditor } from './CellEditor'
import type { ColumnKey, TableColumn } from './columns'
import type { CellActs, ColumnView } from './columns/column'
import { LayoutWord } from './LayoutWord'
import { beginEdit, useTable } from './table-state'

/** What every cell can have done. */
const acts: CellActs = {
  open: openStory,
  restore: row => void restoreStories([row]),
  LeftWord: LayoutWord,
}

interface Props {
  readonly row: BudgetRow
  readonly column: TableColumn
  readonly view: ColumnView
}

export const cellId = (row: string, column: ColumnKey | null): string => `cell-${row}-${column ?? 'group'}`

/** One cell of the budget table: what it says, or the field that changes it. */
export function BudgetCell({ row, column, view }: Props) {
  const { key, edit, isFigure, Cell } = column
  const current = useTable(s => s.cursor?.row === row.id && s.cursor.column === key)
  const editing = useTable(s => (s.editing?.row === row.id && s.editing.column === key ? s.editing : null))
  if (editing && edit) {
    return <CellEditor row={row} column={column} edit={edit} view={view} typed={editing.typed} />
  }
  const edits = edit !== undefined && row.trashedAt === null
  const looks = ['cell', key, isFigure && 'figures', current && 'current', edits && 'edits'].filter(Boolean)
  return (
    <div className={looks.join(' ')} onClick={edits ? () => beginEdit(row.id, key) : undefined}>
      {Cell ? <Cell row={row} view={view} acts={acts} /> : <Words column={column} row={row} view={view} />}
    </div>
  )
}

function Words({ column, row, view }: Props) {
  const words = column.words(row, view)
  if (words === '') return <span className="faint">—</span>
  return <span title={column.hover?.(row, view) || words}>{words}</span>
}
