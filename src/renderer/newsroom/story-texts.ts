import { create } from 'zustand'
import type { StoryParts } from '../../shared/story/parts'
import { client } from './client'
import { watchEvents } from './newsroom'
import { StoryCopies } from './story-copies'

/**
 * Parts of the stories that are on the screen, by id. The open editor puts its own in at every keystroke; others are
 * read from the newsroom once and follow their logs from then on.
 */
export const useStoryTexts = create<{ texts: ReadonlyMap<string, StoryParts> }>(() => ({ texts: new Map() }))

/** Milliseconds in which what is wanted is gathered into one call. */
const gathering = 15

const copies = new StoryCopies({
  texts: ids => client.stories.texts({ ids: [...ids] }),
  show(texts) {
    if (texts.length === 0) return
    useStoryTexts.setState(state => ({ texts: new Map([...state.texts, ...texts]) }))
  },
  later: read => void setTimeout(read, gathering),
  warn: error => console.warn(error),
})

/** Has stories read that are not here yet. Watchers of the store hear when they come. */
export const wantTexts = (ids: Iterable<string>): void => copies.want(ids)

/** The editor's own text, at every keystroke. */
export const putEditedText = (id: string, parts: StoryParts): void => copies.edit(id, parts)

export const endEditedText = (id: string): void => copies.endEdit(id)

watchEvents(event => copies.hear(event))
