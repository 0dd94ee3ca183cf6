import type { NewsroomEvent, StoryNote, StoryNotes } from '../../shared/contract'
import { client } from './client'
import { watchEvents } from './newsroom'
import { OpenByStory } from './open-by-story'

/** 给版面的话: open notes for the layout desk. */
const layoutNotes = new OpenByStory<StoryNote, NewsroomEvent>({
  read: () => client.notes.forLayout(),
  watch: watchEvents,
  hear(event) {
    if (event.kind === 'notes') showLayoutNotes(event.notes)
  },
})

/** Shows a story's notes as the newsroom has just told them. */
export const showLayoutNotes = ({ storyId, notes }: StoryNotes): void =>
  layoutNotes.show(storyId, () => notes.filter(note => note.audience === 'layout' && !note.isSettled))

/** What a story's editor wants the layout desk to know, oldest first. */
export const useLayoutNotes = layoutNotes.useOf
