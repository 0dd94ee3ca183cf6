import { create } from 'zustand'

export const useSearch = create<{ open: boolean }>(() => ({ open: false }))
export const openSearch = (): void => useSearch.setState({ open: true })
export const closeSearch = (): void => useSearch.setState({ open: false })

export const useShortcutSheet = create<{ open: boolean }>(() => ({ open: false }))
