import { Button, Popover } from 'antd'
import { useEffect, useRef } from 'react'
import type { BudgetRow } from '../../shared/budget/budget-row'
import { offerCommands } from '../ui/room-commands'
import { planStories } from './budget-actions'
import { CellField } from './CellField'
import { columns, type ColumnKey } from './columns'
import { commonInput, type CellEdit, type ColumnView } from './columns/column'
import { mayNotPlan } from './may-plan'
import { focusTable } from './table-hands'
import { editSelected, useTable } from './table-state'

interface Props {
  readonly rows: readonly BudgetRow[]
  readonly view: ColumnView
}

const editable = columns.flatMap(({ key, title, edit }) => (edit ? [{ key, title, edit }] : []))

/** What a field's button takes from the policy. */
function quiet(rows: readonly BudgetRow[], edit: CellEdit, { clock }: ColumnView) {
  const made = rows.map(row => edit.read(edit.inputOf(row, clock), clock)).find(one => one.ok)
  const why = made?.ok ? mayNotPlan(rows, made.change) : null
  return why === null ? {} : { disabled: true, title: why }
}

/** A button for every column that can be edited: what is put into its field goes to all the selected stories. */
export function SelectedEdits({ rows, view }: Props) {
  const open = useTable(s => s.editingSelected)
  /** Of the one that is open. */
  const field = useRef<HTMLDivElement>(null)
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
          // A field in a pop-up cannot take the keys before it is seen.
          afterOpenChange={stands => stands && field.current?.querySelector('input')?.focus()}
          onOpenChange={wanted => (wanted ? editSelected(key) : leave(key))}
          content={
            <div ref={field} className="selected-edit">
              <CellField
                edit={edit}
                rows={rows}
                view={view}
                label={`${title}，选中的 ${rows.length} 篇`}
                initial={commonInput(edit, rows, view.clock)}
                onKeep={change => {
                  void planStories(rows, change, title)
                  leave(key)
                }}
                onLeave={() => leave(key)}
              />
            </div>
          }
        >
          <Button size="small" type="text" aria-expanded={open === key} {...quiet(rows, edit, view)}>
            {title}
          </Button>
        </Popover>
      ))}
    </span>
  )
}
