import { create } from 'zustand'

/** The fault whose row in the panel is pointed at, focused or chosen, so that its place on the page stands out. */
export const useShownFault = create<{ readonly key: string | null }>(() => ({ key: null }))

export const showFault = (key: string | null): void => useShownFault.setState({ key })
