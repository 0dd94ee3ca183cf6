import { AutoComplete, Input, Select } from 'antd'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { BudgetRow } from '../../shared/budget/budget-row'
import { planStory } from './budget-actions'
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
  const { clock } = view
  const [input, setInput] = useState(() => typed ?? edit.inputOf(row, clock))
  const [problem, setProblem] = useState<string | null>(null)
  const over = useRef(false)
  const choices = useMemo(
    () => (edit.kind === 'choice' ? edit.choices([row], view) : null),
    [row, edit, view],
  )
  const label = `${column.title}，第 ${row.number} 号稿`

  const leave = () => {
    over.current = true
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
  /** Keeps what stands in the field; false when it cannot be read. */
  const keep = (value: string): boolean => {
    if (over.current) return true
    const made = edit.read(value, clock)
    if (!made.ok) {
      setProblem(made.problem)
      return false
    }
    void planStory(row, made.change, column.title)
    leave()
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave()
    else if (event.key === 'Tab') {
      event.preventDefault()
      if (keep(input)) editNext({ row: row.id, column: column.key }, event.shiftKey ? -1 : 1)
    } else if (event.key === 'Enter' && !choices) {
      event.preventDefault()
      keep(input)
    }
  }

  if (edit.kind === 'choice') {
    return (
      <span className="cell-editor" onKeyDown={onKeyDown}>
        <Select
          autoFocus
          defaultOpen
          size="small"
          aria-label={label}
          popupMatchSelectWidth={false}
          defaultValue={input}
          options={[...(choices ?? [])]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={value => keep(value)}
          onSelect={value => keep(value)}
          // The list takes Esc for itself; when it closes without a choice, editing is over.
          onOpenChange={open => !open && !over.current && leave()}
          onBlur={() => !over.current && leave()}
        />
      </span>
    )
  }
  const field = (
    <Input
      autoFocus
      size="small"
      aria-label={label}
      aria-invalid={problem !== null}
      status={problem === null ? '' : 'error'}
      maxLength={edit.limit}
      inputMode={edit.kind === 'count' ? 'numeric' : 'text'}
      value={input}
      onFocus={event => typed === null && event.target.select()}
      onChange={event => {
        setInput(event.target.value)
        setProblem(null)
      }}
      onBlur={() => !over.current && !keep(input) && leave()}
    />
  )
  const offers = edit.offers?.(view).map(value => ({ value }))
  return (
    <span className="cell-editor" onKeyDown={onKeyDown}>
      {offers ? (
        <AutoComplete
          value={input}
          options={offers.filter(offer => input === '' || offer.value.includes(input))}
          popupMatchSelectWidth={false}
          defaultActiveFirstOption={false}
          onChange={setInput}
          onSelect={keep}
        >
          {field}
        </AutoComplete>
      ) : (
        field
      )}
      {problem !== null && (
        <span className="cell-problem" role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}
