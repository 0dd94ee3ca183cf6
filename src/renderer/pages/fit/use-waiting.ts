import { useMemo } from 'react'
import type { BudgetRow } from '../../../shared/contract'
import { useEdition, useNewsroom } from '../../newsroom/newsroom'
import { layoutsOf, usePages } from '../../newsroom/page-store'
import { waitingStories } from '../../../shared/budget/waiting-stories'

const none: readonly BudgetRow[] = []

/** The stories that wait for a place, those planned for this page first. */
export function useWaiting(pageId: string): readonly BudgetRow[] {
  const page = useEdition()?.pages.find(one => one.id === pageId)
  const rows = useNewsroom(s => s.rows)
  const pages = usePages(s => s.pages)
  return useMemo(() => {
    if (!page) return none
    const { planned, others } = waitingStories(rows, page, layoutsOf(pages))
    return [...planned, ...others]
  }, [page, rows, pages])
}
