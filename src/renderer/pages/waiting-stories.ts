import type { BudgetRow, EditionPage } from '../../shared/contract'
import { photosOf, storyIdsOf, type PageLayout, type PhotoSource } from '../../shared/page'
import type { StoryParts, StoryPhoto } from '../../shared/story/parts'

/** The stories that wait for a place. */
export interface WaitingStories {
  /** Planned for this page and on none yet, in the order of 稿号. */
  readonly planned: readonly BudgetRow[]
  /** On no page: those of this edition first, then those planned for no edition. */
  readonly others: readonly BudgetRow[]
}

/** Which stories of the budget wait, as one page sees it. */
export function waitingStories(
  rows: readonly BudgetRow[],
  page: Pick<EditionPage, 'editionId' | 'number'>,
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

/** A photo that its story has and no place shows. */
export interface WaitingPhoto {
  readonly source: Extract<PhotoSource, { kind: 'story' }>
  readonly photo: StoryPhoto
}

/** The photos of stories that some pages show, each by a key. */
export function shownPhotos(layouts: Iterable<PageLayout>): string[] {
  const shown = new Set<string>()
  for (const frame of [...layouts].flatMap(layout => layout.frames)) {
    const sources =
      frame.kind === 'story'
        ? frame.photos.map(inset => inset.source)
        : frame.kind === 'photo'
          ? [frame.source]
          : []
    for (const source of sources) if (source.kind === 'story') shown.add(keyOf(source.storyId, source.photo))
  }
  return [...shown]
}

const keyOf = (storyId: string, photo: number) => `${storyId} ${photo}`

/** The numbers of a story's photos that are shown already. */
export const placedPhotos = (shown: readonly string[], storyId: string, parts: StoryParts): number[] =>
  photosOf(parts).flatMap((_, at) => (shown.includes(keyOf(storyId, at)) ? [at] : []))

/** The photos of a page's stories that stand nowhere in the edition, whose other pages are `others`. */
export function waitingPhotos(
  layout: PageLayout,
  stories: ReadonlyMap<string, StoryParts>,
  others: Iterable<PageLayout>,
): WaitingPhoto[] {
  const shown = new Set(shownPhotos([layout, ...others]))
  return storyIdsOf(layout).flatMap(storyId => {
    const parts = stories.get(storyId)
    const photos = parts ? photosOf(parts) : []
    return photos.flatMap(({ photo }, at): WaitingPhoto[] =>
      shown.has(keyOf(storyId, at)) ? [] : [{ source: { kind: 'story', storyId, photo: at }, photo }],
    )
  })
}
