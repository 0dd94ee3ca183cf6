import { create } from 'zustand'

/** What the panel beside the sheet shows. */
export type GalleyTab = 'galley' | 'page' | 'revision' | 'notes' | 'versions'

export const useGalleyTab = create<{ readonly tab: GalleyTab }>(() => ({ tab: 'galley' }))

export const showInGalley = (tab: GalleyTab): void => useGalleyTab.setState({ tab })
