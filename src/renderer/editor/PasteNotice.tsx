import { Button } from 'antd'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useRef, useState } from 'react'
import { CleanList } from '../intake/CleanList'
import { CleanQuestions } from '../intake/CleanQuestions'
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
    if (!isOpen) return
    const find = (what: string) => panel.current?.querySelector<HTMLElement>(what)
    const first = find('[data-change]') ?? find('.questions button')
    first?.focus()
  }, [isOpen])
  if (!passage) return null
  const { changes, questions, photos } = passage.cleaned
  const made = changes.filter(change => change.isMade)
  const open = questions.filter(question => question.answer === null)
  const hasList = changes.length > 0 || questions.length > 0
  if (photos.all === 0 && questions.length === 0 && changes.every(change => isTrifle(change.kind)))
    return null
  const says = [
    changes.length === 0
      ? ''
      : made.length > 0
        ? `粘贴时改了 ${made.length} 处`
        : `粘贴时要改的 ${changes.length} 处都还原了`,
    open.length === 0 ? '' : `${open.length} 处拿不准`,
    photos.all === 0 ? '' : `共 ${photos.all} 图，取 ${photos.taken} 图`,
  ]
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
        if (event.nativeEvent.isComposing) return
        // In a field of an answer, undo is the field's own.
        const inField = event.target instanceof HTMLInputElement
        if (event.key === 'Escape') close(isOpen ? 'closed' : 'gone')
        else if (!inField && (event.ctrlKey || event.metaKey) && event.key === 'z') onDecide({ kind: 'undo' })
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {isOpen && (
        <div ref={panel} className="paste-changes" role="region" aria-label="清洗单">
          <CleanQuestions questions={questions} onDecide={onDecide} />
          <CleanList
            changes={changes}
            shownKey={shown}
            onShow={change => setShown(change.key)}
            onDecide={onDecide}
          />
        </div>
      )}
      <p role="status">
        <span>{says.filter(Boolean).join('，')}</span>
        {hasList && (
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
            {changes.length > 0 && (
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
            )}
          </>
        )}
        <Button type="text" size="small" aria-label="收起提示" onClick={() => close('gone')}>
          ×
        </Button>
      </p>
    </aside>
  )
}
