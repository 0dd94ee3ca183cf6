import { useEffect } from 'react'
import { create } from 'zustand'
import type { StoryNote, StoryNotes } from '../../shared/contract'
import { client } from './client'
import { watchEvents } from './newsroom'

/** 给版面的话: open notes for the layout desk, by story, oldest first. */
const useStore = create<{ readonly notes: ReadonlyMap<string, readonly StoryNote[]> }>(() => ({
  notes: new Map(),
}))

/** Counts up with every event, so that an answer that was overtaken is asked for again. */
let events = 0

async function read(): Promise<void> {
  const asked = events
  const open = await client.notes.forLayout()
  if (events !== asked) await read()
  else useStore.setState({ notes: Map.groupBy(open, note => note.storyId) })
}

/** Shows a story's notes as the newsroom has just told them. */
export function showLayoutNotes({ storyId, notes: all }: StoryNotes): void {
  events++
  const open = all.filter(note => note.audience === 'layout' && !note.isSettled)
  const notes = new Map(useStore.getState().notes)
  if (open.length > 0) notes.set(storyId, open)
  else if (!notes.delete(storyId)) return
  useStore.setState({ notes })
}

let isFollowed = false

function useFollowed(): void {
  useEffect(() => {
    if (isFollowed) return
    isFollowed = true
    watchEvents(event => {
      if (event.kind === 'notes') showLayoutNotes(event.notes)
      // What cannot be read now is read at the next hello.
      if (event.kind === 'hello') read().catch(() => undefined)
    })
    read().catch(() => undefined)
  }, [])
}

const none: readonly StoryNote[] = []

/** What a story's editor wants the layout desk to know. */
export function useLayoutNotes(storyId: string | null): readonly StoryNote[] {
  useFollowed()
  return useStore(s => (storyId === null ? none : (s.notes.get(storyId) ?? none)))
}
