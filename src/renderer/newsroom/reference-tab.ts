import { create } from 'zustand'
import { go } from './newsroom'

/** The drawers of 资料. */
export const referenceTabs = {
  people: '人员',
  editions: '期和版',
  papers: '版面规格',
  templates: '版式库',
} as const
export type ReferenceTab = keyof typeof referenceTabs

interface ReferenceState {
  readonly tab: ReferenceTab
  /** The form of a new edition is open. */
  readonly newEdition: boolean
}

export const useReference = create<ReferenceState>(() => ({ tab: 'people', newEdition: false }))

export const openReference = (tab: ReferenceTab): void => {
  useReference.setState({ tab, newEdition: false })
  go('reference')
}

/** Opens the form of a new edition, from wherever the desk is. */
export const startEdition = (): void => {
  useReference.setState({ tab: 'editions', newEdition: true })
  go('reference')
}
