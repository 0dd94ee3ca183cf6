import { Button, Popover } from 'antd'
import { useEffect } from 'react'
import type { BudgetRow } from '../../shared/budget/budget-row'
import { offerCommands } from '../ui/room-commands'
import { planStories } from './budget-actions'
import { CellField } from './CellField'
import { columns, type ColumnKey } from './columns'
import type { CellEdit, ColumnView } from './columns/column'
import { focusTable } from './table-hands'
import { editSelected, useTable } from './table-state'

interface Props {
  readonly rows: readonly BudgetRow[]
  readonly view: ColumnView
}

/** What all the stories have in a field; undefined where they differ. */
export function commonInput(
  edit: CellEdit,
  rows: readonly BudgetRow[],
  { clock }: ColumnView,
): string | undefined {
  const [first, ...others] = rows.map(row => edit.inputOf(row, clock))
  return others.every(input => input === first) ? first : undefined
}

const editable = columns.flatMap(({ key, title, edit }) => (edit ? [{ key, title, edit }] : []))

/** A button for every column that can be edited: what is put into its field goes to all the selected stories. */
export function SelectedEdits({ rows, view }: Props) {
  const open = useTable(s => s.editingSelected)
  useEffect(
    () =>
      offerCommands(
        editable.map(({ key, title }) => ({
          title: `改选中稿件的${title}`,
          shortcut: '',
          run: () => editSelected(key),
        })),
      ),
    [],
  )
  useEffect(() => () => editSelected(null), [])
  const leave = (key: ColumnKey) => {
    if (useTable.getState().editingSelected !== key) return
    editSelected(null)
    focusTable()
  }
  return (
    <span className="selected-edits" role="group" aria-label="一起改">
      {editable.map(({ key, title, edit }) => (
        <Popover
          key={key}
          trigger="click"
          placement="bottomLeft"
          destroyOnHidden
          open={open === key}
          onOpenChange={wanted => (wanted ? editSelected(key) : leave(key))}
          content={
            <div className="selected-edit">
              <CellField
                edit={edit}
                rows={rows}
                view={view}
                label={`${title}，选中的 ${rows.length} 篇`}
                initial={commonInput(edit, rows, view)}
                onKeep={change => {
                  void planStories(rows, change, title)
                  leave(key)
                }}
                onLeave={() => leave(key)}
              />
            </div>
          }
        >
          <Button size="small" type="text" aria-expanded={open === key}>
            {title}
          </Button>
        </Popover>
      ))}
    </span>
  )
}
