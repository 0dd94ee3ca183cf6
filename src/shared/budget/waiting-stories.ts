import type { PageLayout } from '../page/layout'
import type { BudgetRow } from './budget-row'

/** The stories that wait for a place. */
export interface WaitingStories {
  /** Planned for this page and on none yet, in the order of 稿号. */
  readonly planned: readonly BudgetRow[]
  /** On no page: those of this edition first, then those planned for no edition. */
  readonly others: readonly BudgetRow[]
}

/** A page, as the budget plans for it. */
export interface PlannedPage {
  readonly editionId: string
  /** 版次 */
  readonly number: number
}

/** The stories that the budget plans for a page, placed or not. */
export const plannedFor = (rows: readonly BudgetRow[], { editionId, number }: PlannedPage): BudgetRow[] =>
  rows.filter(row => row.trashedAt === null && row.editionId === editionId && row.page === number)

/** Which stories of the budget wait, as one page of an edition sees it. */
export function waitingStories(
  rows: readonly BudgetRow[],
  page: PlannedPage,
  layouts: Iterable<PageLayout>,
): WaitingStories {
  const placed = new Set([...layouts].flatMap(layout => shownStories(layout)))
  const waiting = rows.filter(row => row.trashedAt === null && !placed.has(row.id))
  const planned = plannedFor(waiting, page)
  const others = waiting.filter(row => row.editionId === page.editionId && row.page !== page.number)
  return { planned, others: [...others, ...waiting.filter(row => row.editionId === null)] }
}

/** Stories whose text stands on a page; a photo of one that stands elsewhere does not place it. */
const shownStories = (layout: PageLayout): string[] =>
  layout.frames.flatMap(frame => (frame.kind === 'story' && frame.storyId !== null ? [frame.storyId] : []))
