import type { PageLayout } from '../page/layout'
import type { BudgetRow } from './budget-row'

/** The stories that wait for a place. */
export interface WaitingStories {
  /** Planned for this page and on none yet, in the order of 稿号. */
  readonly planned: readonly BudgetRow[]
  /** On no page: those of this edition first, then those planned for no edition. */
  readonly others: readonly BudgetRow[]
}

/** Which stories of the budget wait, as one page of an edition sees it. */
export function waitingStories(
  rows: readonly BudgetRow[],
  page: { readonly editionId: string; readonly number: number },
  layouts: Iterable<PageLayout>,
): WaitingStories {
  const placed = new Set([...layouts].flatMap(layout => shownStories(layout)))
  const waiting = rows.filter(row => row.trashedAt === null && !placed.has(row.id))
  const isHere = (row: BudgetRow) => row.editionId === page.editionId
  const planned = waiting.filter(row => isHere(row) && row.page === page.number)
  const others = waiting.filter(row => isHere(row) && row.page !== page.number)
  return { planned, others: [...others, ...waiting.filter(row => row.editionId === null)] }
}

/** Stories whose text stands on a page; a photo of one that stands elsewhere does not place it. */
const shownStories = (layout: PageLayout): string[] =>
  layout.frames.flatMap(frame => (frame.kind === 'story' && frame.storyId !== null ? [frame.storyId] : []))
