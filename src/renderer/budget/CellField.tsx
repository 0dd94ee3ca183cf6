import { AutoComplete, Input, Select } from 'antd'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { BudgetRow } from '../../shared/budget/budget-row'
import type { StoryPlan } from '../../shared/budget/story-plan'
import type { CellEdit, ColumnView } from './columns/column'

interface Props {
  readonly edit: CellEdit
  /** The stories that it is for. */
  readonly rows: readonly BudgetRow[]
  readonly view: ColumnView
  readonly label: string
  /** What stands in it to begin with; undefined where the stories differ. */
  readonly initial: string | undefined
  /** Begun by typing: what was typed is not to be typed over. */
  readonly isTyped?: boolean
  /** What was meant, and that the field goes. */
  onKeep(change: Partial<StoryPlan>): void
  /** The field goes, and all stays as it was. */
  onLeave(): void
  /** Tab: on to the next (1) or back to the one before (-1), when what stands there was kept. */
  onTab?(step: 1 | -1): void
}

/** The field in which a column is edited: Enter keeps, Esc leaves all as it was. */
export function CellField({ edit, rows, view, label, initial, isTyped, onKeep, onLeave, onTab }: Props) {
  const [input, setInput] = useState(initial ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const isOver = useRef(false)
  const choices = useMemo(
    () => (edit.kind === 'choice' ? edit.choices(rows, view) : null),
    [edit, rows, view],
  )
  const leave = () => {
    if (isOver.current) return
    isOver.current = true
    onLeave()
  }
  /** Keeps what stands in the field; false when it cannot be read. */
  const keep = (value: string): boolean => {
    if (isOver.current) return true
    const made = edit.read(value, view.clock)
    if (!made.ok) {
      setProblem(made.problem)
      return false
    }
    isOver.current = true
    onKeep(made.change)
    return true
  }
  /** Before the list of a field can take it for itself: one Esc leaves both. */
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.stopPropagation()
    leave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Tab' && onTab) {
      event.preventDefault()
      if (keep(input)) onTab(event.shiftKey ? -1 : 1)
    } else if (event.key === 'Enter' && !choices) {
      event.preventDefault()
      keep(input)
    }
  }
  if (edit.kind === 'choice') {
    return (
      <span className="cell-editor" onKeyDownCapture={onEscape} onKeyDown={onKeyDown}>
        <Select
          autoFocus
          defaultOpen
          size="small"
          aria-label={label}
          popupMatchSelectWidth={false}
          {...(initial === undefined ? { placeholder: '各不相同' } : { defaultValue: initial })}
          options={[...(choices ?? [])]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={value => keep(value)}
          onSelect={value => keep(value)}
          // The list takes Esc for itself; when it closes without a choice, editing is over.
          onOpenChange={open => !open && leave()}
          onBlur={leave}
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
      placeholder={initial === undefined ? '各不相同' : ''}
      value={input}
      onFocus={event => !isTyped && event.target.select()}
      onChange={event => {
        setInput(event.target.value)
        setProblem(null)
      }}
      // What nobody has touched, where the stories differ, means nothing.
      onBlur={() => ((initial === undefined && input === '') || !keep(input)) && leave()}
    />
  )
  const offers = edit.offers?.(view).map(value => ({ value }))
  return (
    <span className="cell-editor" onKeyDownCapture={onEscape} onKeyDown={onKeyDown}>
      {offers ? (
        <AutoComplete
          value={input}
          options={offers.filter(offer => input === '' || offer.value.includes(input))}
          popupMatchSelectWidth={false}
          defaultActiveFirstOption={false}
          defaultOpen={!isTyped}
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
