import { create } from 'zustand'
import type { QuickView } from '../../shared/budget/quick-views'
import { remember, type Newsroom } from '../newsroom/newsroom'
import { isQuickView } from './quick-view-names'

const viewKey = 'list.view'

/** The quick view of the story list, which the newsroom remembers for each person. */
export const listViewIn = (memory: Newsroom['memory']): QuickView => {
  const remembered = memory[viewKey]
  return isQuickView(remembered) ? remembered : 'today'
}

export const chooseListView = (view: QuickView): void => remember(viewKey, view)

/** What is searched for in the story list. */
export const useListQuery = create<{ readonly query: string }>(() => ({ query: '' }))

export const searchList = (query: string): void => useListQuery.setState({ query })
