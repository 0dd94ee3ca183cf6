import type { StoryParts } from '../../story/parts'
import type { ComposeCache } from '../compose/cache'
import { composePage } from '../compose/compose'
import { storyIdsOf, type PageLayout } from '../layout'
import { pageFactsOf, type EditionRecord, type PageRecord, type PersonRecord } from '../page-facts'
import type { PageView } from './page-view'

/** What is known of an edition: by the newsroom all that it keeps, by a window what has come to it. */
export interface KnownEdition {
  readonly paperName: string
  readonly edition: Omit<EditionRecord, 'pages'> & { readonly pages: readonly EditionPageRecord[] }
  readonly people: readonly PersonRecord[]
  /** By page id; a page that is not here has not come, or cannot be read. */
  readonly layouts: ReadonlyMap<string, PageLayout>
  /** By story id; more than a page shows does no harm. */
  readonly stories: ReadonlyMap<string, StoryParts>
}

interface EditionPageRecord extends PageRecord {
  readonly id: string
}

/**
 * All that the print of a page is made from: what is signed, and what screen and PDF compose. Its photos are its
 * stories' and its frames' own.
 */
export interface PageMaterial extends Omit<PageView, 'composed' | 'edition'> {
  readonly edition: NonNullable<PageView['edition']>
}

/**
 * The material of an edition's page, from what is known; null while its layout is not. Where `before` is what a
 * part of it was, and that part is the same still, it keeps its identity: all of it, where nothing has changed.
 */
export function pageMaterialOf(
  pageId: string,
  known: KnownEdition,
  before: PageMaterial | null = null,
): PageMaterial | null {
  const page = known.edition.pages.find(one => one.id === pageId)
  const layout = known.layouts.get(pageId)
  if (!page || !layout) return null
  const facts = pageFactsOf(known.paperName, known.edition, page, known.people)
  const material: PageMaterial = {
    layout,
    stories: storiesOn(layout, known.stories, before?.stories),
    facts: before && isSame(before.facts, facts) ? before.facts : facts,
    edition: neighboursOf(known, before?.edition),
  }
  const isKept =
    before !== null &&
    before.layout === layout &&
    before.stories === material.stories &&
    before.facts === material.facts &&
    before.edition === material.edition
  return isKept ? before : material
}

/** The same with the page set. */
export const composedView = <M extends Omit<PageView, 'composed'>>(
  material: M,
  cache?: ComposeCache,
): M & Pick<PageView, 'composed'> => {
  const { layout, stories, facts, edition } = material
  // Stories run on from page to page, so what stands here depends on the pages before.
  return { ...material, composed: composePage(layout, stories, facts, cache, edition?.pages) }
}

/** The texts of the stories that a layout shows; the map of before while they are the same. */
export function storiesOn(
  layout: PageLayout,
  known: ReadonlyMap<string, StoryParts>,
  before: ReadonlyMap<string, StoryParts> = new Map(),
): ReadonlyMap<string, StoryParts> {
  const found = storyIdsOf(layout).flatMap(id => {
    const parts = known.get(id)
    return parts ? [[id, parts] as const] : []
  })
  const isKept = found.length === before.size && found.every(([id, parts]) => before.get(id) === parts)
  return isKept ? before : new Map(found)
}

/** The edition's pages as they are known, in order; the record of before while it is the same. */
function neighboursOf(
  { edition, layouts }: KnownEdition,
  before: PageMaterial['edition'] | undefined,
): PageMaterial['edition'] {
  const pages = edition.pages.flatMap(({ id, number, name }) => {
    const layout = layouts.get(id)
    return layout ? [{ number, name, layout }] : []
  })
  const isKept =
    before !== undefined &&
    before.date === edition.date &&
    before.number === edition.number &&
    before.pages.length === pages.length &&
    before.pages.every((page, at) => {
      const now = pages[at]!
      return page.layout === now.layout && page.number === now.number && page.name === now.name
    })
  return isKept ? before : { date: edition.date, number: edition.number, pages }
}

/** Facts are small and plain, their keys in one order. */
const isSame = (a: PageMaterial['facts'], b: PageMaterial['facts']) => JSON.stringify(a) === JSON.stringify(b)
