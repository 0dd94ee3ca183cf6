import { create } from 'zustand'
import type { PageSignature, SignatureTelling } from '../../shared/contract'
import { client } from './client'
import { emptyMirror, knownIn, mirrored, type Mirror, type MirrorRule, type Telling } from './mirror'
import { useNewsroom, watchEvents } from './newsroom'

const useStore = create<{ readonly signatures: ReadonlyMap<string, PageSignature> }>(() => ({
  signatures: new Map(),
}))

const rule: MirrorRule<SignatureTelling> = {
  idOf: telling => telling.pageId,
  isNewer: (telling, than) => telling.revision > than.revision,
}

/** Of the edition on the desk; what others' pages are told of is known too, and no harm. */
let mirror: Mirror<SignatureTelling> = emptyMirror()

function take(telling: Telling<SignatureTelling>): void {
  mirror = mirrored(rule, mirror, telling)
  const standing = [...knownIn(mirror).values()].flatMap(({ signature }) => signature ?? [])
  useStore.setState({ signatures: new Map(standing.map(signature => [signature.pageId, signature])) })
}

const toTelling = (signature: PageSignature): SignatureTelling => ({
  pageId: signature.pageId,
  revision: signature.revision,
  signature,
})

function read(edition: string): void {
  const { hellos } = mirror
  client.pages.signatures({ editionId: edition }).then(
    signatures => {
      if (useNewsroom.getState().edition !== edition) return
      take({ kind: 'read', hellos, things: signatures.map(toTelling) })
    },
    // The next hello reads them.
    (error: unknown) => console.warn(error),
  )
}

/** Shows a signature that was just given or taken back, without waiting for its event. */
export const showSignature = (telling: SignatureTelling): void => take({ kind: 'told', things: [telling] })

/** The same of one that was given. */
export const showSigned = (signature: PageSignature): void => showSignature(toTelling(signature))

useNewsroom.subscribe((now, was) => {
  if (now.edition === was.edition || now.edition === null) return
  // Begun anew: what is known of the edition before is no answer for this one.
  take({ kind: 'hello' })
  read(now.edition)
})

watchEvents(event => {
  if (event.kind === 'signature') showSignature(event)
  const { edition } = useNewsroom.getState()
  if (event.kind !== 'hello' || edition === null) return
  take({ kind: 'hello' })
  read(edition)
})

/** The last signature of each page of the edition on the desk that has one; void ones included. */
export const useSignatures = (): ReadonlyMap<string, PageSignature> => useStore(s => s.signatures)
