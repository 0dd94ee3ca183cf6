import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import type { Fault, FaultSettings } from '../../../shared/page/faults/fault'
import { findFaults } from '../../../shared/page/faults/find-faults'
import { storyIdsOf, type PageLayout } from '../../../shared/page/layout'
import type { PageView } from '../../../shared/page/view/page-view'
import { pageNow, usePage } from '../../newsroom/page-store'
import { hands } from '../page-hands'
import { pageViewNow, watchPageViews } from '../page-views'
import { useFaultSettings } from './fault-settings'

/** The faults of a page as it was when it was last looked through. */
interface Looked {
  readonly view: PageView
  readonly settings: FaultSettings
  readonly faults: readonly Fault[]
}

const useLooked = create<{ readonly pages: ReadonlyMap<string, Looked> }>(() => ({ pages: new Map() }))

/** Milliseconds after the last change before a page is looked through, and where texts have not come yet. */
const pause = 250
const pauseForTexts = 1500

/** Runs when the window has nothing better to do. */
const whenIdle: (work: () => void) => void =
  typeof requestIdleCallback === 'function'
    ? work => void requestIdleCallback(() => work(), { timeout: 600 })
    : work => void setTimeout(work)

/**
 * Looks pages through, a pause after their last change and one at a time, never while a hand holds something: a
 * keystroke or a drag pays nothing for it.
 */
class FaultKeeper {
  readonly #lookers = new Map<string, number>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #settings: FaultSettings = { severities: {} }
  #stop: (() => void) | null = null

  look(pageId: string): () => void {
    this.#lookers.set(pageId, (this.#lookers.get(pageId) ?? 0) + 1)
    this.#stop ??= watchPageViews(() => this.#changed())
    this.#wake(pageId, 0)
    return () => {
      const left = (this.#lookers.get(pageId) ?? 1) - 1
      if (left > 0) this.#lookers.set(pageId, left)
      else this.#lookers.delete(pageId)
      if (this.#lookers.size > 0) return
      this.#stop?.()
      this.#stop = null
    }
  }

  weigh(settings: FaultSettings): void {
    if (settings === this.#settings) return
    this.#settings = settings
    for (const pageId of this.#lookers.keys()) this.#wake(pageId, 0)
  }

  #changed(): void {
    for (const pageId of this.#lookers.keys()) this.#wake(pageId, pause)
  }

  /** Looks a page through after `wait` milliseconds without another change. */
  #wake(pageId: string, wait: number): void {
    const view = pageViewNow(pageId)
    if (!view || this.#isKnown(pageId, view)) return
    clearTimeout(this.#timers.get(pageId))
    const isWhole = storyIdsOf(view.layout).every(id => view.stories.has(id))
    const timer = setTimeout(() => whenIdle(() => this.#find(pageId)), isWhole ? wait : pauseForTexts)
    this.#timers.set(pageId, timer)
  }

  #find(pageId: string): void {
    if (!this.#lookers.has(pageId)) return
    if (hands.isHolding) return this.#wake(pageId, pause)
    const view = pageViewNow(pageId)
    if (!view || this.#isKnown(pageId, view)) return
    const faults = findFaults(view, this.#settings)
    const { pages } = useLooked.getState()
    const was = pages.get(pageId)?.faults
    const kept = was && JSON.stringify(was) === JSON.stringify(faults) ? was : faults
    useLooked.setState({
      pages: new Map(pages).set(pageId, { view, settings: this.#settings, faults: kept }),
    })
  }

  /** The page was looked through when all that a rule reads was as it is now. */
  #isKnown(pageId: string, view: PageView): boolean {
    const looked = useLooked.getState().pages.get(pageId)
    return (
      looked !== undefined &&
      looked.settings === this.#settings &&
      (looked.view === view || readsAlike(looked.view, view))
    )
  }
}

function readsAlike(a: PageView, b: PageView): boolean {
  return (
    a.composed === b.composed &&
    a.stories === b.stories &&
    a.facts === b.facts &&
    isSameGrid(a.layout, b.layout) &&
    a.edition?.date === b.edition?.date &&
    a.edition?.number === b.edition?.number &&
    // Other pages matter only to stories that come from there.
    (a.edition === b.edition || !b.layout.frames.some(frame => frame.kind === 'story' && frame.continues))
  )
}

const isSameGrid = (a: PageLayout, b: PageLayout) => a.frames === b.frames && a.paper === b.paper

const keeper = new FaultKeeper()
const noFaults: readonly Fault[] = []

/** The faults of a page under the paper's settings, a pause after its last change. */
export function useFaults(pageId: string | null): readonly Fault[] {
  const settings = useFaultSettings()
  useEffect(() => keeper.weigh(settings), [settings])
  useEffect(() => (pageId === null ? undefined : keeper.look(pageId)), [pageId])
  const faults = useLooked(s => (pageId === null ? undefined : s.pages.get(pageId)?.faults)) ?? noFaults
  const ignored = usePage(pageId)?.layout.ignored
  return useMemo(() => withKept(faults, ignored), [faults, ignored])
}

/** Whether the page has been looked through at all: before that, no fault known is not no fault. */
export const areFaultsKnown = (pageId: string): boolean => useLooked.getState().pages.has(pageId)

/** False while a page that was just opened has not been looked through for the first time. */
export const useAreFaultsKnown = (pageId: string): boolean => useLooked(s => s.pages.has(pageId))

/** The faults of a page for what runs outside a component's rendering. */
export const faultsNow = (pageId: string): readonly Fault[] =>
  withKept(useLooked.getState().pages.get(pageId)?.faults ?? noFaults, pageNow(pageId)?.layout.ignored)

/** What is kept on purpose shows at once, before the page is looked through again. */
function withKept(faults: readonly Fault[], ignored: PageLayout['ignored'] | undefined): readonly Fault[] {
  if (!ignored) return faults
  const kept = new Map(ignored.map(one => [one.key, one]))
  const isSame = faults.every(fault => fault.ignored === (kept.get(fault.key) ?? null))
  return isSame ? faults : faults.map(fault => ({ ...fault, ignored: kept.get(fault.key) ?? null }))
}

/** True while the marks of a page's faults stand where they were found: no frame has moved since. */
export const useFaultsInPlace = (pageId: string, layout: PageLayout | undefined): boolean =>
  useLooked(s => {
    const looked = s.pages.get(pageId)
    return looked !== undefined && layout !== undefined && isSameGrid(looked.view.layout, layout)
  })
