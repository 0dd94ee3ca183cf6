import { Button, Checkbox, Input, type InputRef } from 'antd'
import { findNext, findPrev, replaceAll, replaceNext, SearchQuery, setSearchState } from 'prosemirror-search'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import {
  countMatches,
  foundQuery,
  isGoodPattern,
  plainQuery,
  searchedTexts,
  type FindWish,
} from './find-text'
import type { PatternMatch } from './pattern-matches'
import { PatternSearch } from './pattern-search'

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
  const { query, complaint } = useQuery(wish, state, range)
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
    const { total } = countMatches(state, query ?? none, range, Infinity)
    replaceAll(view.state, view.dispatch, view)
    setSaid(`换了 ${total} 处，Ctrl Z 撤回`)
    // The button has nothing left to do and would drop the focus.
    field.current?.focus()
  }
  const words =
    wish.text === ''
      ? ''
      : complaint
        ? ''
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
        status={complaint ? 'error' : ''}
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
        {complaint || said}
      </span>
      <Button size="small" type="text" aria-label="收起查找" onClick={onClose}>
        ✕
      </Button>
    </form>
  )
}

/** What a pattern found, or null where it took too long, and to which question that is the answer. */
interface Answer {
  readonly doc: EditorState['doc']
  readonly text: string
  readonly matchCase: boolean
  readonly range: Range | null
  readonly matches: readonly PatternMatch[] | null
}

type Range = { readonly from: number; readonly to: number }

/** The wish as a query, null while there is none or a pattern is still looked for; and what is wrong with it. */
function useQuery(wish: FindWish, state: EditorState, range: Range | null) {
  const search = useRef<PatternSearch | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const { text, isPattern, matchCase } = wish
  const { doc } = state
  const isGood = !isPattern || text === '' || isGoodPattern(wish)
  const asks = isPattern && text !== '' && isGood
  useEffect(() => {
    if (!asks) return undefined
    const texts = searchedTexts(doc, range)
    search.current ??= new PatternSearch()
    search.current.ask({ texts: texts.map(each => each.text), source: text, matchCase }, matches =>
      setAnswer({ doc, text, matchCase, range, matches }),
    )
    return () => search.current?.end()
  }, [asks, text, matchCase, doc, range])
  const isAnswered =
    answer !== null &&
    answer.doc === doc &&
    answer.text === text &&
    answer.matchCase === matchCase &&
    answer.range === range
  const matches = isAnswered ? answer.matches : undefined
  const query = useMemo(() => {
    if (!isPattern) return plainQuery(wish)
    return matches ? foundQuery(wish, doc, searchedTexts(doc, range), matches) : null
  }, [wish, isPattern, matches, doc, range])
  const complaint = !isGood
    ? '正则写得不对'
    : matches === null
      ? '这个正则太费时，没有找完，请写得具体些'
      : ''
  return { query: asks || !isPattern ? query : null, complaint }
}

/** A short selection inside one part is most likely what is looked for. */
function selectedWords(state: EditorState): string {
  const { from, to, $from, $to } = state.selection
  if (!$from.sameParent($to) || to - from > 40) return ''
  return state.doc.textBetween(from, to)
}
