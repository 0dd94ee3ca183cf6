import { create } from 'zustand'
import type { PhotoFacts } from '../../shared/contract'
import { client } from './client'

/** What photos' files say of them, by hash; `null` while it is on its way or could not be read. */
export const usePhotoFacts = create<{ facts: ReadonlyMap<string, PhotoFacts | null> }>(() => ({
  facts: new Map(),
}))

const put = (hash: string, facts: PhotoFacts | null) =>
  usePhotoFacts.setState(state => ({ facts: new Map([...state.facts, [hash, facts]]) }))

/** Asks for what a photo's file says. Watchers of the store hear when it comes. */
export function wantPhotoFacts(hash: string): void {
  if (usePhotoFacts.getState().facts.has(hash)) return
  put(hash, null)
  client.photos
    .facts({ hash })
    .then(facts => put(hash, facts))
    .catch((error: unknown) => console.warn(error))
}
