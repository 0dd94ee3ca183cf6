import { create } from 'zustand'

/** What the open view says in the footer. */
export interface FooterText {
  readonly left: readonly { readonly text: string; readonly tone?: 'red' | 'amber' | 'green' }[]
  readonly right: string
}

/**
 * How far the window's text is in the newsroom's keeping. `stuck`: the newsroom cannot take it now, and it is tried
 * again; `refused`: it will not take it.
 */
export interface SavedState {
  readonly kind: 'saved' | 'saving' | 'waiting' | 'stuck' | 'refused'
  /** UTC instant of the last acknowledged step. */
  readonly at: string | null
}

/** The graver first: of several things that are not saved it is told. */
const gravity = ['refused', 'stuck', 'waiting', 'saving'] as const

/** How long the newsroom may take before the footer speaks of it: what is quicker would only flicker at each key. */
const patience = 400

export const useFooter = create<{
  text: FooterText
  saved: SavedState
  /** What of `saved` is told in words. */
  told: SavedState
}>(() => ({
  text: { left: [], right: '' },
  saved: { kind: 'saved', at: null },
  told: { kind: 'saved', at: null },
}))

/** Says nothing in the footer: where a view has nothing to say there, what another said must not stand on. */
export const hushFooter = (): void => useFooter.setState({ text: { left: [], right: '' } })

let telling: ReturnType<typeof setTimeout> | null = null

export const sayInFooter = (text: FooterText): void => useFooter.setState({ text })

/** What is said of a client's text of a story. */
export const storyText = (storyId: string, clientId: string): string => `story ${storyId} ${clientId}`

/** Whether everything that was typed into a story, here and by this window, is saved. */
export const isStorySaved = (storyId: string): boolean =>
  ![...unsaved.keys()].some(what => what.startsWith(storyText(storyId, '')))

/** What is not saved, by what it is: a story, the pages. */
const unsaved = new Map<string, SavedState['kind']>()
/** When something was saved last. */
let lastAt: string | null = null

/**
 * Says of one thing how far it is saved; the window's text is saved when all of it is. It holds from now on; the
 * words of a state that is not `saved` follow when it lasts.
 */
export function saySaved(what: string, { kind, at }: SavedState): void {
  if (kind === 'saved') unsaved.delete(what)
  else unsaved.set(what, kind)
  if (kind === 'saved' && at !== null) lastAt = at
  const gravest = gravity.find(one => [...unsaved.values()].includes(one))
  if (gravest === undefined) {
    if (telling !== null) clearTimeout(telling)
    telling = null
    const { told } = useFooter.getState()
    const saved: SavedState = { kind: 'saved', at: lastAt }
    useFooter.setState({ saved, told: saysTheSame(told, saved) ? told : saved })
    return
  }
  if (useFooter.getState().saved.kind !== gravest) useFooter.setState({ saved: { kind: gravest, at: null } })
  telling ??= setTimeout(() => {
    telling = null
    useFooter.setState(({ saved: now }) => ({ told: now }))
  }, patience)
}

/** The words go to the second. */
const saysTheSame = (one: SavedState, other: SavedState): boolean =>
  one.kind === other.kind && one.at?.slice(0, 19) === other.at?.slice(0, 19)
