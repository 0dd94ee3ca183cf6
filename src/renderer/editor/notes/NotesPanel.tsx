import { Button, Checkbox, Input, Tooltip } from 'antd'
import type { EditorState } from 'prosemirror-state'
import { useState } from 'react'
import { FailureNote } from '../../ui/FailureNote'
import { NoteCard } from './NoteCard'
import { currentNote, draftIn, notesIn, type NoteDraft } from './note-marks'
import { shortened } from './note-words'
import { useNotes, type NotesKeeper } from './notes-keeper'
import './notes.css'

/** 批注: what is said about the open story, beside its text. */
export function NotesPanel({ state, keeper }: { readonly state: EditorState; readonly keeper: NotesKeeper }) {
  const failure = useNotes(s => s.failure)
  const [showsSettled, setShowsSettled] = useState(false)
  const notes = notesIn(state)
  const current = currentNote(state)
  const draft = draftIn(state)
  const open = notes.filter(note => !note.isSettled)
  const settled = notes.filter(note => note.isSettled)
  const isOpen = showsSettled || settled.some(note => note.id === current)
  return (
    <div className="notes-panel">
      {failure && <FailureNote failure={failure} onClose={() => useNotes.setState({ failure: null })} />}
      {draft ? (
        <NewNote key={draft.id} draft={draft} keeper={keeper} />
      ) : (
        <div className="notes-acts">
          <Tooltip title="选中文字再写（Ctrl Alt M）" mouseEnterDelay={0.6}>
            <Button size="small" onClick={() => keeper.begin('desk')}>
              写批注
            </Button>
          </Tooltip>
          <Tooltip title="版面和稿库里都看得见（Ctrl Alt L）" mouseEnterDelay={0.6}>
            <Button size="small" onClick={() => keeper.begin('layout')}>
              给版面留话
            </Button>
          </Tooltip>
        </div>
      )}
      {notes.length === 0 && !draft && (
        <p className="quiet notes-empty">
          还没有批注。选中几个字，写下要核、要改、要问的，它跟着文字走，不会印出来。
        </p>
      )}
      <ul aria-label="批注">
        {open.map(note => (
          <NoteCard key={note.id} note={note} isCurrent={note.id === current} keeper={keeper} />
        ))}
      </ul>
      {settled.length > 0 && (
        <>
          <button
            type="button"
            className="plain notes-fold"
            aria-expanded={isOpen}
            onClick={() => setShowsSettled(!isOpen)}
          >
            已办 {settled.length} 条 {isOpen ? '▴' : '▾'}
          </button>
          {isOpen && (
            <ul aria-label="已办的批注">
              {settled.map(note => (
                <NoteCard key={note.id} note={note} isCurrent={note.id === current} keeper={keeper} />
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  )
}

/** The note that is being written. Ctrl Enter writes it down, Esc drops it. */
function NewNote({ draft, keeper }: { readonly draft: NoteDraft; readonly keeper: NotesKeeper }) {
  const [text, setText] = useState('')
  const [toLayout, setToLayout] = useState(draft.audience === 'layout')
  const [busy, setBusy] = useState(false)
  const write = async () => {
    if (text.trim() === '' || busy) return
    setBusy(true)
    // Written, the draft goes and takes this form along.
    if (!(await keeper.write(toLayout ? 'layout' : 'desk', text.trim()))) setBusy(false)
  }
  return (
    <form
      className="new-note"
      aria-label="新批注"
      onSubmit={event => {
        event.preventDefault()
        void write()
      }}
    >
      <blockquote>{draft.quote === '' ? '整篇' : shortened(draft.quote)}</blockquote>
      <Input.TextArea
        autoFocus
        aria-label="批注内容"
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={1000}
        placeholder={toLayout ? '例：照片请放大，题压两行' : '例：时间请再核一下'}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') keeper.drop()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void write()
        }}
      />
      <div className="notes-acts">
        <Checkbox checked={toLayout} onChange={event => setToLayout(event.target.checked)}>
          给版面
        </Checkbox>
        <span className="space" />
        <Button size="small" type="text" onClick={() => keeper.drop()}>
          不写了
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={busy} disabled={text.trim() === ''}>
          记下
        </Button>
      </div>
    </form>
  )
}
