import { Button } from 'antd'
import { TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useState } from 'react'
import type { CutPassage, CutRequest } from '../../shared/contract'
import { passageRange } from '../../shared/text-place/passage'
import { useAttempt } from '../newsroom/attempt'
import { client } from '../newsroom/client'
import { showCutRequest, useCutRequests } from '../newsroom/cut-requests'
import { FailureNote } from '../ui/FailureNote'
import { useNewsroom } from '../newsroom/newsroom'
import { cutAll } from './cut-passages'
import './cut-requests.css'

interface Props {
  readonly storyId: string
  readonly view: EditorView | null
  readonly state: EditorState | null
}

/** 请删: what the layout desk asks the editor to cut from the open story, in a quiet strip over the sheet. */
export function CutRequests({ storyId, view, state }: Props) {
  const requests = useCutRequests(storyId)
  if (requests.length === 0 || !view || !state) return null
  return (
    <section className="cut-requests" aria-label="版面请删">
      {requests.map(request => (
        <RequestRow key={request.id} request={request} view={view} state={state} />
      ))}
    </section>
  )
}

const count = (cuts: readonly CutPassage[]) => cuts.reduce((sum, cut) => sum + [...cut.text].length, 0)

function RequestRow({ request, view, state }: { request: CutRequest; view: EditorView; state: EditorState }) {
  const asker = useNewsroom(s => s.people.find(person => person.id === request.by)?.name)
  const { busy, failure, attempt, dismiss } = useAttempt<'taken' | 'declined'>()
  const [says, setSays] = useState('')
  const settle = (outcome: 'taken' | 'declined') =>
    attempt(outcome, async () => {
      showCutRequest(await client.cutRequests.settle({ id: request.id, state: outcome }))
    })
  const show = (cut: CutPassage) => {
    const range = passageRange(view.state.doc, cut)
    if (!range) {
      setSays(`“${short(cut.text)}”已经改过，稿里没有这几个字了。`)
      return
    }
    setSays('')
    const { doc, tr } = view.state
    view.dispatch(tr.setSelection(TextSelection.create(doc, range.from, range.to)).scrollIntoView())
    view.focus()
  }
  const take = () => {
    const tr = cutAll(view.state, request.cuts)
    if (!tr) {
      setSays('要删的文字已经改过，没有删。看看版面还差几行，自己删，或者按“不删”。')
      return
    }
    view.dispatch(tr)
    view.focus()
    void settle('taken')
  }
  return (
    <div className="cut-request">
      <p>
        <b>
          版面请删 {count(request.cuts)} 字（省 {request.lines} 行）
        </b>
        {asker !== undefined && <span className="quiet">{asker}</span>}
        <span className="space" />
        <Button
          size="small"
          type="primary"
          loading={busy === 'taken'}
          disabled={busy !== null}
          onClick={take}
        >
          删去
        </Button>
        <Button
          size="small"
          loading={busy === 'declined'}
          disabled={busy !== null}
          onClick={() => void settle('declined')}
        >
          不删
        </Button>
      </p>
      <ul aria-label="要删的文字">
        {request.cuts.map((cut, at) => {
          const isThere = passageRange(state.doc, cut) !== null
          return (
            <li key={at}>
              <button
                type="button"
                className={isThere ? '' : 'gone'}
                title={isThere ? '在稿里看' : '这里已经改过'}
                onClick={() => show(cut)}
              >
                {short(cut.text)}
              </button>
            </li>
          )
        })}
      </ul>
      {says !== '' && (
        <p className="cut-says" role="alert">
          {says}
        </p>
      )}
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
    </div>
  )
}

const short = (text: string) => ([...text].length > 24 ? `${[...text].slice(0, 23).join('')}…` : text)
