import { Button, InputNumber } from 'antd'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useRef, useState, type ComponentRef } from 'react'
import { goToParagraph, paragraphAt, paragraphStarts } from './paragraph-places'

interface Props {
  readonly view: EditorView
  readonly state: EditorState
  onClose(): void
}

/** 到第几段: a figure and Enter put the caret there. */
export function GoToBar({ view, state, onClose }: Props) {
  const count = paragraphStarts(state.doc).length
  const [ordinal, setOrdinal] = useState<number | null>(() =>
    Math.max(1, paragraphAt(state.doc, state.selection.head)),
  )
  const field = useRef<ComponentRef<typeof InputNumber>>(null)
  useEffect(() => field.current?.focus({ cursor: 'all' }), [])
  const close = () => {
    onClose()
    view.focus()
  }
  return (
    <form
      className="find-bar"
      role="search"
      aria-label="到第几段"
      onSubmit={event => {
        event.preventDefault()
        if (ordinal !== null) goToParagraph(ordinal)(view.state, view.dispatch, view)
        close()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') close()
      }}
    >
      <label>
        到第{' '}
        <InputNumber
          ref={field}
          size="small"
          aria-label="第几段"
          min={1}
          max={count}
          precision={0}
          value={ordinal}
          onChange={setOrdinal}
          onPressEnter={event => event.currentTarget.form?.requestSubmit()}
        />{' '}
        段
      </label>
      <span className="quiet">共 {count} 段</span>
      <Button size="small" htmlType="submit" disabled={ordinal === null}>
        去
      </Button>
      <span className="space" />
      <Button size="small" type="text" aria-label="收起" onClick={close}>
        ✕
      </Button>
    </form>
  )
}
