import { useEffect } from 'react'
import { create } from 'zustand'
import type { ComposeCache } from '../../shared/page/compose/cache'
import { storyIdsOf } from '../../shared/page/layout'
import type { KnownEdition } from '../../shared/page/view/page-material'
import type { PageView } from '../../shared/page/view/page-view'
import { newsroomNow, useNewsroom } from '../newsroom/newsroom'
import { usePages } from '../newsroom/page-store'
import { useStoryTexts, wantTexts } from '../newsroom/story-texts'
import { PageComposer } from './page-composer'
import type { Preview } from './selection'

/** The pages of the current edition as they come out, by id; those not composed yet are not here. */
const useViews = create<{ readonly views: ReadonlyMap<string, PageView> }>(() => ({ views: new Map() }))

/** Milliseconds of composing before the window may paint again. */
const slice = 16

/**
 * Keeps the views in step while somebody looks at them. Pages that a component asks for by name are composed
 * at once, so that a keystroke is on the page in the frame after the one that shows it in the sheet; the others follow in slices.
 */
class ViewKeeper {
  readonly #composer = new PageComposer()
  /** How many components look at all pages, and at each. */
  #lookers = 0
  readonly #urgent = new Map<string, number>()
  #stop: (() => void) | null = null
  #waiting = false

  /** Somebody looks at all pages, or at one that must follow at once. */
  look(pageId: string | null): () => void {
    this.#lookers++
    if (pageId !== null) this.#urgent.set(pageId, (this.#urgent.get(pageId) ?? 0) + 1)
    this.#stop ??= this.#follow()
    this.#refresh()
    return () => {
      this.#lookers--
      if (pageId !== null) {
        const left = (this.#urgent.get(pageId) ?? 1) - 1
        if (left > 0) this.#urgent.set(pageId, left)
        else this.#urgent.delete(pageId)
      }
      if (this.#lookers === 0) {
        this.#stop?.()
        this.#stop = null
      }
    }
  }

  preview(view: PageView, { pageId, ops, texts: other }: Preview): PageView {
    const { texts } = useStoryTexts.getState()
    return this.#composer.preview(view, pageId, ops, other ? new Map([...texts, ...other]) : texts)
  }

  copyOfCache(pageId: string): ComposeCache {
    return this.#composer.copyOfCache(pageId)
  }

  #follow(): () => void {
    const stops = [
      usePages.subscribe(() => this.#refresh()),
      useStoryTexts.subscribe(() => this.#refresh()),
      useNewsroom.subscribe((now, was) => {
        const isSame =
          now.editions === was.editions &&
          now.edition === was.edition &&
          now.people === was.people &&
          now.paper === was.paper
        if (!isSame) this.#refresh()
      }),
    ]
    return () => stops.forEach(stop => stop())
  }

  #known(): KnownEdition | null {
    const { paper, editions, edition: id, people } = newsroomNow()
    const edition = editions.find(one => one.id === id)
    if (!edition) return null
    const { pages } = usePages.getState()
    const layouts = new Map([...pages].map(([pageId, page]) => [pageId, page.layout]))
    return { paperName: paper.name, edition, people, layouts, stories: useStoryTexts.getState().texts }
  }

  /** Composes what is urgent now, and sees to the rest. */
  #refresh(): void {
    const known = this.#known()
    if (!known) return
    wantTexts([...known.layouts.values()].flatMap(storyIdsOf))
    this.#compose(known, page => this.#urgent.has(page.id))
    if (this.#waiting) return
    this.#waiting = true
    setTimeout(() => this.#rest())
  }

  #rest(): void {
    this.#waiting = false
    const known = this.#known()
    if (!known || this.#lookers === 0) return
    const until = performance.now() + slice
    if (this.#compose(known, () => performance.now() < until)) return
    this.#waiting = true
    setTimeout(() => this.#rest())
  }

  /** Composes the pages that `take` lets through; false where one was passed over that has no view yet. */
  #compose(known: KnownEdition, take: (page: { id: string }) => boolean): boolean {
    const before = useViews.getState().views
    let complete = true
    const views = new Map<string, PageView>()
    for (const page of known.edition.pages) {
      const was = before.get(page.id)
      if (take(page)) {
        const view = this.#composer.view(page.id, known)
        if (view) views.set(page.id, view)
      } else {
        complete = false
        if (was && known.layouts.has(page.id)) views.set(page.id, was)
      }
    }
    this.#composer.keepOnly(new Set(known.layouts.keys()))
    const isSame = views.size === before.size && [...views].every(([id, view]) => before.get(id) === view)
    if (!isSame) useViews.setState({ views })
    return complete
  }
}

const keeper = new ViewKeeper()

/** Milliseconds after which the texts of an edition's pages are read, so that its pages open at once. */
const ahead = 400

let reading: ReturnType<typeof setTimeout> | undefined

usePages.subscribe(({ pages }, before) => {
  if (pages === before.pages) return
  clearTimeout(reading)
  reading = setTimeout(() => wantTexts([...pages.values()].flatMap(page => storyIdsOf(page.layout))), ahead)
})

/** All pages of the current edition as they come out, composed a few at a time. */
export function usePageViews(): ReadonlyMap<string, PageView> {
  useEffect(() => keeper.look(null), [])
  return useViews(s => s.views)
}

/** A page as it comes out, with every change at once and every keystroke as soon as the editor tells of it. */
export function usePageView(pageId: string | null): PageView | undefined {
  useEffect(() => (pageId === null ? undefined : keeper.look(pageId)), [pageId])
  return useViews(s => (pageId === null ? undefined : s.views.get(pageId)))
}

/** The view of a page at this moment, for what runs outside a component's rendering. */
export const pageViewNow = (pageId: string): PageView | undefined => useViews.getState().views.get(pageId)

/** A view with ops done that have not been taken. */
export const previewOf = (view: PageView, preview: Preview): PageView => keeper.preview(view, preview)

/** What a page was last set with, for trials on it. */
export const pageCacheCopy = (pageId: string): ComposeCache => keeper.copyOfCache(pageId)

/** Tells when the view of some page is another than before. */
export const watchPageViews = (told: () => void): (() => void) => useViews.subscribe(told)
