import { AutoComplete, Input, Select } from 'antd'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { BudgetRow } from '../../shared/contract'
import { planStory } from './budget-actions'
import { cellKinds, changeOf, choicesOf, inputOf, typedLimits, type Clock } from './cell-edits'
import { columnNames, type ColumnKey } from './row-order'
import type { BudgetContext } from '../../shared/budget/budget-context'
import { editNext, focusTable } from './table-hands'
import { endEdit } from './table-state'

interface Props {
  readonly row: BudgetRow
  readonly column: ColumnKey
  readonly context: BudgetContext
  readonly clock: Clock
  /** What was typed to begin with; it replaces what stood there. */
  readonly typed: string | null
}

/** The field of a cell under edit: Enter keeps, Esc leaves it as it was, Tab keeps and goes on. */
export function CellEditor({ row, column, context, clock, typed }: Props) {
  const [input, setInput] = useState(() => typed ?? inputOf(row, column, clock))
  const [problem, setProblem] = useState<string | null>(null)
  const over = useRef(false)
  const choices = useMemo(() => choicesOf(row, column, context), [row, column, context])
  const label = `${columnNames[column]}，第 ${row.number} 号稿`

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
    const made = changeOf(column, value, clock)
    if (!made.ok) {
      setProblem(made.problem)
      return false
    }
    void planStory(row, made.change, columnNames[column])
    leave()
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave()
    else if (event.key === 'Tab') {
      event.preventDefault()
      if (keep(input)) editNext({ row: row.id, column }, event.shiftKey ? -1 : 1)
    } else if (event.key === 'Enter' && cellKinds[column] !== 'choice') {
      event.preventDefault()
      keep(input)
    }
  }

  if (cellKinds[column] === 'choice') {
    return (
      <span className="cell-editor" onKeyDown={onKeyDown}>
        <Select
          autoFocus
          defaultOpen
          size="small"
          aria-label={label}
          popupMatchSelectWidth={false}
          defaultValue={input}
          options={[...choices]}
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
      maxLength={typedLimits[column]}
      inputMode={cellKinds[column] === 'count' ? 'numeric' : 'text'}
      value={input}
      onFocus={event => typed === null && event.target.select()}
      onChange={event => {
        setInput(event.target.value)
        setProblem(null)
      }}
      onBlur={() => !over.current && !keep(input) && leave()}
    />
  )
  const offers = column === 'author' ? authorsOf(context) : column === 'deadline' ? deadlineOffers : null
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

const deadlineOffers = ['今天 18:00', '今天 20:00', '今天 22:00', '明天 12:00', '明天 18:00'].map(value => ({
  value,
}))

const authorsOf = (context: BudgetContext) =>
  [...context.people.values()]
    .filter(one => !one.retired && one.roles.some(role => role === 'reporter' || role === 'correspondent'))
    .map(one => ({ value: one.name }))
