import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { NoteEntry, StoryNote } from '../../../shared/contract'
import { handLook } from '../../newsroom/hand-look'
import type { NotesKeeper } from './notes-keeper'
import { shortened } from './note-words'

interface Props {
  readonly note: StoryNote
  readonly isCurrent: boolean
  readonly keeper: NotesKeeper
}

/** One note: its words, what was answered, and what was done about it. */
export function NoteCard({ note, isCurrent, keeper }: Props) {
  const card = useRef<HTMLLIElement>(null)
  const [answer, setAnswer] = useState<string | null>(null)
  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const send = async () => {
    const text = (answer ?? '').trim()
    if (text !== '' && (await keeper.answer(note.id, text))) setAnswer(null)
  }
  return (
    <li ref={card} className={isCurrent ? 'note-card on' : 'note-card'}>
      <button type="button" className="note-place" title="在稿里看" onClick={() => keeper.show(note.id)}>
        {note.audience === 'layout' && <em className="tag amber">给版面</em>}
        <Quote note={note} />
      </button>
      {note.entries.map(entry => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {answer === null ? (
        <div className="note-acts">
          <Button size="small" type="text" onClick={() => setAnswer('')}>
            回复
          </Button>
          <Button size="small" type="text" onClick={() => void keeper.settle(note.id, !note.isSettled)}>
            {note.isSettled ? '重新打开' : '已办'}
          </Button>
        </div>
      ) : (
        <form
          className="note-answer"
          onSubmit={event => {
            event.preventDefault()
            void send()
          }}
        >
          <Input
            size="small"
            autoFocus
            aria-label="回复"
            maxLength={1000}
            value={answer}
            onChange={event => setAnswer(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Escape' && !event.nativeEvent.isComposing) setAnswer(null)
            }}
          />
          <Button size="small" htmlType="submit" disabled={answer.trim() === ''}>
            回复
          </Button>
        </form>
      )}
    </li>
  )
}

function Quote({ note }: { readonly note: StoryNote }) {
  if (note.quote === '') return <span className="quiet">整篇</span>
  if (note.place.lost === null) return <span className="note-quote">{shortened(note.quote)}</span>
  return (
    <>
      <del className="note-quote">{shortened(note.quote)}</del>
      <small className="quiet">文字已删</small>
    </>
  )
}

const done = { said: '', settled: '办了', reopened: '重新打开' } as const

function Entry({ entry }: { readonly entry: NoteEntry }) {
  const { colour, title } = handLook(entry)
  return (
    <p className={`note-entry ${entry.kind}`}>
      <small style={{ color: colour }}>
        {title} {done[entry.kind]}
      </small>
      {entry.text}
    </p>
  )
}
