import { Button } from 'antd'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useRef, useState } from 'react'
import { CleanList } from '../intake/CleanList'
import type { Decision } from '../intake/draft-decisions'
import { decidePassage, pastedPassage, showPassage } from './pasted-passage'
import './paste-notice.css'

interface Props {
  readonly view: EditorView
  readonly state: EditorState
}

/** Changes that nobody would ask about: spaces and empty lines round what was copied. */
const isTrifle = (kind: string) => kind === 'indent-removed' || kind === 'line-removed'

/** 粘贴时改了 n 处: under the sheet, with the 清洗单 of what was pasted last, until it is written in or put away. */
export function PasteNotice({ view, state }: Props) {
  const passage = pastedPassage(state)
  const [shown, setShown] = useState<string | null>(null)
  const panel = useRef<HTMLDivElement>(null)
  const isOpen = passage?.isOpen ?? false
  useEffect(() => {
    if (isOpen) panel.current?.querySelector<HTMLElement>('[data-change]')?.focus()
  }, [isOpen])
  if (!passage) return null
  const { changes } = passage.cleaned
  const made = changes.filter(change => change.isMade)
  const lost = passage.draft.pictures.length
  if (lost === 0 && changes.every(change => isTrifle(change.kind))) return null
  const dispatch = (tr: Transaction | null) => tr && view.dispatch(tr)
  const onDecide = (decision: Decision) => dispatch(decidePassage(view.state, decision))
  const close = (how: 'closed' | 'gone') => {
    dispatch(showPassage(view.state, how))
    view.focus()
  }
  return (
    <aside
      className="paste-notice"
      aria-label="粘贴"
      onKeyDown={event => {
        if (event.key === 'Escape') close(isOpen ? 'closed' : 'gone')
        else if ((event.ctrlKey || event.metaKey) && event.key === 'z') onDecide({ kind: 'undo' })
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {isOpen && (
        <div ref={panel} className="paste-changes" role="region" aria-label="清洗单">
          <CleanList
            changes={changes}
            shownKey={shown}
            onShow={change => setShown(change.key)}
            onDecide={onDecide}
          />
        </div>
      )}
      <p role="status">
        <span>
          {changes.length > 0 &&
            (made.length > 0 ? `粘贴时改了 ${made.length} 处` : `粘贴时要改的 ${changes.length} 处都还原了`)}
          {changes.length > 0 && lost > 0 && '，'}
          {lost > 0 && `${lost} 图没有带来`}
        </span>
        {changes.length > 0 && (
          <>
            <Button
              type="link"
              size="small"
              title="Ctrl Alt V"
              aria-expanded={isOpen}
              onClick={() => (isOpen ? close('closed') : dispatch(showPassage(view.state, 'open')))}
            >
              {isOpen ? '收起清洗单' : '看清洗单'}
            </Button>
            <Button
              type="link"
              size="small"
              onClick={() => {
                onDecide({
                  kind: made.length > 0 ? 'revert' : 'make',
                  keys: changes.map(change => change.key),
                })
                view.focus()
              }}
            >
              {made.length > 0 ? '还原' : '照改'}
            </Button>
          </>
        )}
        <Button type="text" size="small" aria-label="收起提示" onClick={() => close('gone')}>
          ×
        </Button>
      </p>
    </aside>
  )
}
