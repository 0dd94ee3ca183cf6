import { create } from 'zustand'

/** What the open view says in the footer. */
export interface FooterText {
  readonly left: readonly { readonly text: string; readonly tone?: 'red' | 'amber' | 'green' }[]
  readonly right: string
}

/** How far the window's text is in the newsroom's keeping. */
export interface SavedState {
  readonly kind: 'saved' | 'saving' | 'waiting'
  /** UTC instant of the last acknowledged step. */
  readonly at: string | null
}

export const useFooter = create<{ text: FooterText; saved: SavedState }>(() => ({
  text: { left: [], right: '' },
  saved: { kind: 'saved', at: null },
}))

/** Says nothing in the footer: where a view has nothing to say there, what another said must not stand on. */
export const hushFooter = (): void => useFooter.setState({ text: { left: [], right: '' } })
export const sayInFooter = (text: FooterText): void => useFooter.setState({ text })
export const saySaved = (saved: SavedState): void => useFooter.setState({ saved })
