import { Input } from 'antd'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import type { PageOp } from '../../../shared/page/changes/page-op'
import type { PageLayout } from '../../../shared/page/layout'
import { redoOnPage, undoOnPage } from '../page-acts'
import { readNumber, stepNumber, writeNumber, type NumberRange } from './number-input'
import { editPage, tryOnPage } from './page-edit'
import { StepPause } from './step-pause'

interface Props {
  readonly pageId: string
  /** 占栏 */
  readonly name: string
  readonly value: number | null
  readonly range: NumberRange
  /** Of the arrow keys; 1 where nothing is said. */
  readonly step?: number
  /** What an empty field stands for (自动); without it a number is asked for. */
  readonly empty?: string
  /** Name of the change: 改占栏. */
  readonly change: string
  /** What the page becomes with another number, or with none. */
  ops(layout: PageLayout, value: number | null): PageOp[]
}

/**
 * An exact number of the page: typed and taken with Enter, or stepped with the arrow keys. Quick steps show at
 * once and are one change when they rest. What cannot be taken stays in the field with a sentence under it.
 */
export function NumberField({ pageId, name, value, range, step = 1, empty, change, ops }: Props) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [pause] = useState(() => new StepPause())
  useEffect(() => () => pause.flush(), [pause])

  const shown = draft ?? (value === null ? '' : writeNumber(value))
  const isEmpty = (text: string) => empty !== undefined && text.trim() === ''
  const read = draft === null || isEmpty(draft) ? null : readNumber(draft, name, range)
  const says = read && 'says' in read ? read.says : null

  const settle = () => {
    if (pause.isWaiting) {
      pause.flush()
      return
    }
    if (draft === null || says !== null) return
    const next = read && 'value' in read ? read.value : null
    setDraft(null)
    editPage(pageId, change, layout => ops(layout, next))
  }
  const giveUp = () => {
    pause.cancel()
    setDraft(null)
    tryOnPage(pageId, null)
  }
  const stepBy = (by: 1 | -1, times: number) => {
    const from = read && 'value' in read ? read.value : (value ?? range.least)
    const next = stepNumber(from, by, step * times, range)
    setDraft(writeNumber(next))
    tryOnPage(pageId, layout => ops(layout, next))
    pause.plan(() => {
      setDraft(null)
      editPage(pageId, change, layout => ops(layout, next))
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !pause.isWaiting
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      settle()
      event.currentTarget.select()
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      stepBy(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey ? 5 : 1)
    } else if (event.key === 'Escape') {
      giveUp()
    } else if (isUndo && draft === null) {
      // Nothing is being typed: the page's own undo is meant.
      if (event.shiftKey) redoOnPage(pageId)
      else undoOnPage(pageId)
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <label className="field-name" htmlFor={id}>
        {name}
      </label>
      <Input
        id={id}
        size="small"
        role="spinbutton"
        aria-label={name}
        aria-valuenow={value ?? undefined}
        aria-valuemin={range.least}
        aria-valuemax={range.most}
        aria-invalid={says !== null}
        autoComplete="off"
        inputMode="numeric"
        className="number-field"
        value={shown}
        placeholder={empty}
        suffix={range.unit}
        status={says === null ? '' : 'error'}
        onChange={event => {
          pause.cancel()
          setDraft(event.target.value)
        }}
        onFocus={event => event.currentTarget.select()}
        onBlur={() => {
          if (says === null) settle()
          else giveUp()
        }}
        onKeyDown={onKeyDown}
      />
      {says !== null && (
        <p className="field-says" role="alert">
          {says}。
        </p>
      )}
    </>
  )
}
