import type { Edition, EditionPage, Person } from '../../shared/contract'
import {
  applyOps,
  composeCache,
  composePage,
  copyOfCache,
  pageFactsOf,
  storyIdsOf,
  type ComposeCache,
  type ComposedPage,
  type PageFacts,
  type PageLayout,
  type PageOp,
  type PageView,
} from '../../shared/page'
import type { StoryParts } from '../../shared/story/parts'

/** What the pages of an edition are composed from. */
export interface PageSource {
  readonly paper: string
  readonly edition: Edition
  readonly people: readonly Person[]
  /** Layouts by page; a page that is not here has not come yet. */
  readonly layouts: ReadonlyMap<string, PageLayout>
  readonly texts: ReadonlyMap<string, StoryParts>
}

type Neighbours = NonNullable<PageView['edition']>

interface Kept {
  readonly cache: ComposeCache
  facts: PageFacts | null
  stories: ReadonlyMap<string, StoryParts>
  view: PageView | null
}

/**
 * Composes the pages of an edition and keeps what it set, so that only what changed is set again. A page for
 * which nothing has changed keeps its view.
 */
export class PageComposer {
  readonly #kept = new Map<string, Kept>()
  #neighbours: Neighbours | null = null

  /** The view of a page as it is; null while its layout has not come. */
  view(page: EditionPage, source: PageSource): PageView | null {
    const layout = source.layouts.get(page.id)
    if (!layout) return null
    const kept = this.#keptOf(page.id)
    const facts = this.#facts(kept, page, source)
    const edition = this.#edition(source)
    const stories = sameStories(kept.stories, storyIdsOf(layout), source.texts)
    const was = kept.view
    kept.stories = stories
    if (was && was.layout === layout && was.stories === stories && was.facts === facts) {
      if (was.edition === edition) return was
    }
    const composed = composePage(layout, stories, facts, kept.cache, edition.pages)
    kept.view = { layout, composed, stories, facts, edition }
    return kept.view
  }

  /**
   * A page with ops done that have not been taken, and with the texts given. Uses the page's own cache: frames that the ops do not touch
   * keep their identity, and the page as it is comes back for the price of those that they do.
   */
  preview(view: PageView, pageId: string, ops: readonly PageOp[], texts: PageSource['texts']): PageView {
    const layout = applyOps(view.layout, ops)
    const stories = sameStories(view.stories, storyIdsOf(layout), texts)
    if (layout === view.layout && stories === view.stories) return view
    const { cache } = this.#keptOf(pageId)
    const composed: ComposedPage = composePage(layout, stories, view.facts, cache, view.edition?.pages)
    return { ...view, layout, stories, composed }
  }

  /** A copy of what a page was last set with. */
  copyOfCache(pageId: string): ComposeCache {
    return copyOfCache(this.#keptOf(pageId).cache)
  }

  /** Forgets pages that are gone. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#kept.keys()) if (!ids.has(id)) this.#kept.delete(id)
  }

  #keptOf(pageId: string): Kept {
    const known = this.#kept.get(pageId)
    if (known) return known
    const kept: Kept = { cache: composeCache(), facts: null, stories: new Map(), view: null }
    this.#kept.set(pageId, kept)
    return kept
  }

  #facts(kept: Kept, page: EditionPage, { paper, edition, people }: PageSource): PageFacts {
    const facts = pageFactsOf(paper, edition, page, people)
    if (!kept.facts || JSON.stringify(kept.facts) !== JSON.stringify(facts)) kept.facts = facts
    return kept.facts
  }

  #edition({ edition, layouts }: PageSource): Neighbours {
    const pages = edition.pages.flatMap(({ id, number, name }) => {
      const layout = layouts.get(id)
      return layout ? [{ number, name, layout }] : []
    })
    const was = this.#neighbours
    const isSame =
      was !== null &&
      was.date === edition.date &&
      was.number === edition.number &&
      was.pages.length === pages.length &&
      was.pages.every((page, at) => {
        const now = pages[at]
        return page.layout === now?.layout && page.number === now.number && page.name === now.name
      })
    if (!isSame) this.#neighbours = { date: edition.date, number: edition.number, pages }
    return this.#neighbours!
  }
}

/** The texts of some stories; the same map while they are the same. */
function sameStories(
  was: ReadonlyMap<string, StoryParts>,
  ids: readonly string[],
  texts: ReadonlyMap<string, StoryParts>,
): ReadonlyMap<string, StoryParts> {
  const found = ids.flatMap(id => {
    const parts = texts.get(id)
    return parts ? [[id, parts] as const] : []
  })
  return found.length === was.size && found.every(([id, parts]) => was.get(id) === parts)
    ? was
    : new Map(found)
}
