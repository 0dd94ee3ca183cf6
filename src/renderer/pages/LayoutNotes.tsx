import { Button } from 'antd'
import { handLook } from '../newsroom/hand-look'
import { openNote } from '../editor/notes/notes-keeper'
import { shortened } from '../editor/notes/note-words'
import { useAttempt } from '../newsroom/attempt'
import { client } from '../newsroom/client'
import { FailureNote } from '../ui/FailureNote'
import { showLayoutNotes, useLayoutNotes } from '../newsroom/layout-notes'
import './layout-notes.css'

/** 编辑留话: what the editor of the chosen frame's story wants the layout desk to know. */
export function LayoutNotes({ storyId }: { readonly storyId: string }) {
  const notes = useLayoutNotes(storyId)
  const { busy, failure, attempt, dismiss } = useAttempt<string>()
  if (notes.length === 0) return null
  const settle = (id: string) =>
    attempt(id, async () => {
      showLayoutNotes(await client.notes.settle({ id, isSettled: true }))
    })
  return (
    <section className="layout-notes" aria-label="编辑留话">
      <h4>编辑留话</h4>
      <ul>
        {notes.map(note => (
          <li key={note.id}>
            {note.quote !== '' && <q>{shortened(note.quote)}</q>}
            {note.entries
              .filter(entry => entry.kind === 'said')
              .map(entry => {
                const { colour, title } = handLook(entry)
                return (
                  <p key={entry.id}>
                    <small style={{ color: colour }}>{title}</small>
                    {entry.text}
                  </p>
                )
              })}
            <div className="layout-note-acts">
              <Button size="small" type="text" onClick={() => openNote(note)}>
                到稿件
              </Button>
              <Button
                size="small"
                type="text"
                loading={busy === note.id}
                disabled={busy !== null}
                onClick={() => void settle(note.id)}
              >
                已办
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
    </section>
  )
}
