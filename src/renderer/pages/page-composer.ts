import type { Edition, EditionPage, Person } from '../../shared/contract'
import {
  composeCache,
  composePage,
  pageFactsOf,
  type ComposeCache,
  type ComposedPage,
} from '../../shared/page'
import type { StoryParts } from '../../shared/story/parts'

/** What the pages of an edition are composed from. */
export interface PageSource {
  readonly paper: string
  readonly edition: Edition
  readonly people: readonly Person[]
  readonly texts: ReadonlyMap<string, StoryParts>
}

/** Composes a view's pages and keeps what it set, so that only what changed is set again. */
export class PageComposer {
  readonly #caches = new Map<string, ComposeCache>()

  compose(pages: readonly EditionPage[], source: PageSource): ReadonlyMap<string, ComposedPage> {
    const { paper, edition, people, texts } = source
    return new Map(
      pages.map(page => {
        const cache = this.#caches.get(page.id) ?? composeCache()
        this.#caches.set(page.id, cache)
        return [page.id, composePage(page.layout, texts, pageFactsOf(paper, edition, page, people), cache)]
      }),
    )
  }
}
