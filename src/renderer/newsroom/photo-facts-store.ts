import { create } from 'zustand'
import type { PhotoFacts } from '../../shared/contract'
import { client } from './client'
import { watchEvents } from './newsroom'
import { ReadOnce } from './read-once'

/** What photos' files say of them, by hash; nothing of those that are on their way or could not be read. */
export const usePhotoFacts = create<{ facts: ReadonlyMap<string, PhotoFacts> }>(() => ({ facts: new Map() }))

const reading = new ReadOnce({
  async read(hash) {
    const facts = await client.photos.facts({ hash })
    usePhotoFacts.setState(state => ({ facts: new Map([...state.facts, [hash, facts]]) }))
  },
  watch: watchEvents,
  warn: error => console.warn(error),
})

/** Asks for what a photo's file says. Watchers of the store hear when it comes. */
export const wantPhotoFacts = (hash: string): void => reading.want([hash])
