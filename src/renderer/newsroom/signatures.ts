import { create } from 'zustand'
import type { PageSignature } from '../../shared/contract'
import { client } from './client'
import { useNewsroom, watchEvents } from './newsroom'

interface Signatures {
  /** Whose pages they are. */
  readonly edition: string | null
  readonly signatures: ReadonlyMap<string, PageSignature>
}

const useStore = create<Signatures>(() => ({ edition: null, signatures: new Map() }))

/** Counts up with every event, so that an answer that was overtaken is asked for again. */
let events = 0

async function read(edition: string): Promise<void> {
  const asked = events
  try {
    const signatures = await client.pages.signatures({ editionId: edition })
    if (useNewsroom.getState().edition !== edition) return
    if (events === asked) {
      useStore.setState({ edition, signatures: new Map(signatures.map(one => [one.pageId, one])) })
    } else {
      void read(edition)
    }
  } catch (error) {
    // The next hello reads them.
    console.warn(error)
  }
}

/** Shows a signature that was just given or taken back, without waiting for its event. */
export function showSignature(pageId: string, signature: PageSignature | null): void {
  events++
  const signatures = new Map(useStore.getState().signatures)
  if (signature) signatures.set(pageId, signature)
  else signatures.delete(pageId)
  useStore.setState({ signatures })
}

useNewsroom.subscribe((now, was) => {
  if (now.edition === was.edition || now.edition === null) return
  useStore.setState({ edition: null, signatures: new Map() })
  void read(now.edition)
})

watchEvents(event => {
  if (event.kind === 'signature') showSignature(event.pageId, event.signature)
  const { edition } = useNewsroom.getState()
  if (event.kind === 'hello' && edition !== null) void read(edition)
})

/** The last signature of each page of the edition on the desk that has one; void ones included. */
export const useSignatures = (): ReadonlyMap<string, PageSignature> => useStore(s => s.signatures)
