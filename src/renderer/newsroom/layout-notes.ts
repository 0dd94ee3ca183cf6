import type { NewsroomEvent, StoryNote, StoryNotes } from '../../shared/contract'
import { client } from './client'
import { watchEvents } from './newsroom'
import { OpenByStory } from './open-by-story'

/** 给版面的话: open notes for the layout desk. */
const layoutNotes = new OpenByStory<StoryNote, NewsroomEvent>({
  read: () => client.notes.forLayout(),
  watch: watchEvents,
  toldBy: event => (event.kind === 'notes' ? event.notes.notes : []),
  // Whatever happens to a note adds an entry to it, and none is ever removed.
  isNewer: (note, than) => note.entries.length > than.entries.length,
  isOpen: note => note.audience === 'layout' && !note.isSettled,
  openedAt: note => note.entries[0]!.at,
})

/** Shows a story's notes as the newsroom has just told them. */
export const showLayoutNotes = ({ notes }: StoryNotes): void => layoutNotes.show(notes)

/** What a story's editor wants the layout desk to know, oldest first. */
export const useLayoutNotes = layoutNotes.useOf
