import { create } from 'zustand'

/** The fault whose row in the panel is pointed at, focused or chosen, so that its place on the page stands out. */
export const useShownFault = create<{
  readonly key: string | null
  /** Counts the times that somebody has asked to be taken to a fault's place. */
  readonly gone: number
}>(() => ({ key: null, gone: 0 }))

export const showFault = (key: string | null): void => useShownFault.setState({ key })

/** Shows a fault, and scrolls the page to its place. */
export const goToFault = (key: string): void =>
  useShownFault.setState(({ gone }) => ({ key, gone: gone + 1 }))
