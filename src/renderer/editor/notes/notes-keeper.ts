import { getVersion } from 'prosemirror-collab'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { create } from 'zustand'
import type { Failure, NoteAudience, StoryNote, StoryNotes } from '../../../shared/contract'
import { client, failureOf } from '../../newsroom/client'
import { openStory } from '../../newsroom/newsroom'
import { showInGalley } from '../galley-tab'
import { beginNote, currentNote, draftIn, lookAt, notesIn, setDraft, setNotes } from './note-marks'

/** The keeper of the story on the sheet, and why something did not come off. */
export const useNotes = create<{ readonly keeper: NotesKeeper | null; readonly failure: Failure | null }>(
  () => ({
    keeper: null,
    failure: null,
  }),
)

/** What is to be looked at when its story opens. */
let wanted: { readonly storyId: string; readonly noteId: string } | null = null

/** Opens a story with one of its notes before the eyes. */
export function openNote(note: StoryNote): void {
  const { keeper } = useNotes.getState()
  openStory(note.storyId)
  if (keeper?.storyId === note.storyId) keeper.show(note.id)
  else wanted = { storyId: note.storyId, noteId: note.id }
}

const tries = 40
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Keeps the editor's notes and the newsroom's together, and carries what is written and settled. */
export class NotesKeeper {
  #closed = false

  constructor(
    readonly storyId: string,
    private readonly view: EditorView,
    /** Whether the newsroom has all that was typed here. */
    private readonly isSent: () => boolean,
  ) {
    useNotes.setState({ keeper: this, failure: null })
  }

  async open(): Promise<void> {
    await this.#attempt(() => client.notes.of({ storyId: this.storyId }))
    if (wanted?.storyId !== this.storyId) return
    const { noteId } = wanted
    wanted = null
    this.show(noteId)
  }

  /** What an event brought. Told at a version that is past here, it is asked for again. */
  async take(notes: StoryNotes): Promise<void> {
    if (this.#closed || this.view.isDestroyed) return
    let newest = notes
    while (newest.version < getVersion(this.view.state)) {
      newest = await client.notes.of({ storyId: this.storyId })
      if (this.#closed || this.view.isDestroyed) return
    }
    this.view.dispatch(setNotes(this.view.state.tr, newest))
  }

  /** A new note on what is selected, to be written in the panel. */
  begin(audience: NoteAudience): void {
    showInGalley('notes')
    beginNote(audience)(this.view.state, this.view.dispatch)
  }

  drop(): void {
    this.view.dispatch(setDraft(this.view.state.tr, null))
    this.view.focus()
  }

  /** Writes the note that was begun. Whether it is written; the draft stays where it is not. */
  async write(audience: NoteAudience, text: string): Promise<boolean> {
    return this.#attempt(async () => {
      // Both must speak of the same places.
      for (let n = 0; n < tries && !this.isSent(); n++) await pause(50)
      const { state } = this.view
      const draft = draftIn(state)
      if (!draft) return client.notes.of({ storyId: this.storyId })
      const { from, to } = draft.place
      const told = await client.notes.write({
        id: draft.id,
        storyId: this.storyId,
        audience,
        version: getVersion(state),
        range: draft.quote === '' ? null : { from, to },
        text,
      })
      // Another may have been begun meanwhile: that one stays.
      if (!this.view.isDestroyed && draftIn(this.view.state)?.id === draft.id) {
        this.view.dispatch(setDraft(this.view.state.tr, null))
        this.view.dispatch(lookAt(this.view.state.tr, draft.id))
        this.view.focus()
      }
      return told
    })
  }

  answer(id: string, text: string): Promise<boolean> {
    return this.#attempt(() => client.notes.answer({ id, text }))
  }

  settle(id: string, isSettled: boolean): Promise<boolean> {
    return this.#attempt(async () => {
      const told = await client.notes.settle({ id, isSettled })
      // What is done is looked at no longer: its mark goes from the text.
      if (isSettled && !this.view.isDestroyed) this.view.dispatch(lookAt(this.view.state.tr, null))
      return told
    })
  }

  /** Puts a note before the eyes: in the panel, and its text in the sheet. */
  show(id: string): void {
    showInGalley('notes')
    const { state } = this.view
    const note = notesIn(state).find(one => one.id === id)
    if (!note) return
    const { from, to } = note.place
    const tr = lookAt(state.tr, id)
    if (note.quote !== '') {
      const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to))
      tr.setSelection(selection).scrollIntoView()
    }
    this.view.dispatch(tr)
    this.view.focus()
  }

  /** The open note after the one that is looked at; after the last the first. */
  next(): void {
    const open = notesIn(this.view.state).filter(note => !note.isSettled)
    const at = open.findIndex(note => note.id === currentNote(this.view.state))
    const note = open[(at + 1) % open.length]
    if (note) this.show(note.id)
    else showInGalley('notes')
  }

  close(): void {
    this.#closed = true
    if (useNotes.getState().keeper === this) useNotes.setState({ keeper: null, failure: null })
  }

  async #attempt(work: () => Promise<StoryNotes>): Promise<boolean> {
    try {
      await this.take(await work())
      if (!this.#closed) useNotes.setState({ failure: null })
      return true
    } catch (error) {
      if (!this.#closed) useNotes.setState({ failure: failureOf(error) })
      return false
    }
  }
}
