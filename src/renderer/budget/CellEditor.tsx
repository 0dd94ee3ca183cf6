import { useEffect, useMemo } from 'react'
import type { BudgetRow } from '../../shared/budget/budget-row'
import { planStories } from './budget-actions'
import { CellField } from './CellField'
import type { TableColumn } from './columns'
import type { CellEdit, ColumnView } from './columns/column'
import { editNext, focusTable } from './table-hands'
import { endEdit } from './table-state'

interface Props {
  readonly row: BudgetRow
  readonly column: TableColumn
  readonly edit: CellEdit
  readonly view: ColumnView
  /** What was typed to begin with; it replaces what stood there. */
  readonly typed: string | null
}

/** The field of a cell under edit: Enter keeps, Esc leaves it as it was, Tab keeps and goes on. */
export function CellEditor({ row, column, edit, view, typed }: Props) {
  const rows = useMemo(() => [row], [row])
  const leave = () => {
    endEdit()
    focusTable()
  }
  // A field with a list takes the focus back on Enter, and loses it to nobody when it goes.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) focusTable()
    },
    [],
  )
  return (
    <CellField
      edit={edit}
      rows={rows}
      view={view}
      label={`${column.title}，第 ${row.number} 号稿`}
      initial={typed ?? edit.inputOf(row, view.clock)}
      isTyped={typed !== null}
      onKeep={change => {
        void planStories(rows, change, column.title)
        leave()
      }}
      onLeave={leave}
      onTab={step => editNext({ row: row.id, column: column.key }, step)}
    />
  )
}
