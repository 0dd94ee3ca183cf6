import { keymap } from 'prosemirror-keymap'
import type { EditorFeature } from '../editor-feature'
import { noteKeys } from './note-keys'
import { areSameNotes, draftIn, noteMarks } from './note-marks'
import { noteTitle } from './note-words'
import { NotesKeeper } from './notes-keeper'

/** 批注: notes at their text. */
export const notesFeature: EditorFeature = {
  name: 'notes',
  plugins: () => [keymap(noteKeys), noteMarks(noteTitle)],
  urgency(_tr, before, after) {
    // A field to write in opens or goes: the next key is meant for what comes, not for the selected words.
    if (draftIn(after)?.id !== draftIn(before)?.id) return 'now'
    return areSameNotes(before, after) ? 'never' : 'soon'
  },
  open({ storyId, view, isSent }) {
    const keeper = new NotesKeeper(storyId, view, isSent)
    void keeper.open()
    return {
      hear(event) {
        if (event.kind === 'notes' && event.notes.storyId === storyId) void keeper.take(event.notes)
        if (event.kind === 'hello') void keeper.open()
      },
      close: () => keeper.close(),
    }
  },
}
