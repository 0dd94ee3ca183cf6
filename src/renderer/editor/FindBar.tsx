import { Button, Checkbox, Input, type InputRef } from 'antd'
import { findNext, findPrev, replaceAll, replaceNext, SearchQuery, setSearchState } from 'prosemirror-search'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { countMatches, queryOf, type FindWish } from './find-text'

interface Props {
  readonly view: EditorView
  readonly state: EditorState
  onClose(): void
}

const none = new SearchQuery({ search: '' })

/** 查找替换: in the whole story or in what was selected, plain or by pattern, with the count beside it. */
export function FindBar({ view, state, onClose }: Props) {
  const field = useRef<InputRef>(null)
  const [wish, setWish] = useState<FindWish>(() => ({
    text: selectedWords(state),
    replace: '',
    isPattern: false,
    matchCase: false,
  }))
  const [range, setRange] = useState<{ from: number; to: number } | null>(null)
  const [said, setSaid] = useState('')
  const query = useMemo(() => queryOf(wish), [wish])
  const count = query ? countMatches(state, query, range) : null

  useEffect(() => {
    view.dispatch(setSearchState(view.state.tr, query ?? none, range))
  }, [view, query, range])
  const hide = useEffectEvent(() => {
    if (!view.isDestroyed) view.dispatch(setSearchState(view.state.tr, none))
  })
  useEffect(() => () => hide(), [])
  useEffect(() => field.current?.focus({ cursor: 'all' }), [])

  const change = (part: Partial<FindWish>) => {
    setWish({ ...wish, ...part })
    setSaid('')
  }
  const next = (direction: 1 | -1) => {
    ;(direction === 1 ? findNext : findPrev)(view.state, view.dispatch, view)
    view.dispatch(view.state.tr.scrollIntoView())
  }
  const one = () => {
    replaceNext(view.state, view.dispatch, view)
    view.dispatch(view.state.tr.scrollIntoView())
  }
  const all = () => {
    if (!count) return
    const { total } = count
    replaceAll(view.state, view.dispatch, view)
    setSaid(`换了 ${total} 处，Ctrl Z 撤回`)
    // The button has nothing left to do and would drop the focus.
    field.current?.focus()
  }
  const words =
    wish.text === ''
      ? ''
      : query === null
        ? '式子不对'
        : count && count.total > 0
          ? `${count.at > 0 ? `第 ${count.at} / ` : ''}${count.isMore ? '多于 ' : ''}${count.total} 处`
          : '没有找到'
  return (
    <form
      className="find-bar"
      role="search"
      aria-label="查找替换"
      onSubmit={event => {
        event.preventDefault()
        next(1)
      }}
      onKeyDown={event => {
        // Enter and Esc that belong to the input method are not ours.
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') {
          onClose()
          view.focus()
        }
        if (event.key === 'Enter' && event.shiftKey) {
          event.preventDefault()
          next(-1)
        }
      }}
    >
      <Input
        ref={field}
        size="small"
        aria-label="查找"
        placeholder="查找"
        value={wish.text}
        status={wish.text !== '' && query === null ? 'error' : ''}
        suffix={<span className="quiet">{words}</span>}
        onChange={event => change({ text: event.target.value })}
      />
      <Button size="small" type="text" disabled={!count?.total} onClick={() => next(-1)}>
        上一处
      </Button>
      <Button size="small" type="text" htmlType="submit" disabled={!count?.total}>
        下一处
      </Button>
      <Input
        size="small"
        aria-label="换成"
        placeholder="换成"
        value={wish.replace}
        onChange={event => change({ replace: event.target.value })}
      />
      <Button size="small" disabled={!count?.total} onClick={one}>
        换这处
      </Button>
      <Button size="small" disabled={!count?.total} onClick={all}>
        全换
      </Button>
      <Checkbox checked={wish.isPattern} onChange={event => change({ isPattern: event.target.checked })}>
        正则
      </Checkbox>
      <Checkbox checked={wish.matchCase} onChange={event => change({ matchCase: event.target.checked })}>
        分大小写
      </Checkbox>
      <Checkbox
        checked={range !== null}
        disabled={range === null && state.selection.empty}
        onChange={event => {
          const { from, to } = state.selection
          setRange(event.target.checked ? { from, to } : null)
        }}
      >
        只在选中处
      </Checkbox>
      <span className="quiet" role="status">
        {said}
      </span>
      <Button size="small" type="text" aria-label="收起查找" onClick={onClose}>
        ✕
      </Button>
    </form>
  )
}

/** A short selection inside one part is most likely what is looked for. */
function selectedWords(state: EditorState): string {
  const { from, to, $from, $to } = state.selection
  if (!$from.sameParent($to) || to - from > 40) return ''
  return state.doc.textBetween(from, to)
}
