import { useEffect, useMemo, useRef } from 'react'
import type { EditionPage } from '../../shared/contract'
import {
  composeCache,
  composePage,
  pageFactsOf,
  type ComposedPage,
  type ComposeCache,
  type PageLayout,
} from '../../shared/page'
import { useEdition, useNewsroom } from '../ui/newsroom'
import { useStoryTexts, wantTexts } from '../ui/story-texts'

/** Stories that a layout shows. */
export const storiesOf = (layout: PageLayout): string[] =>
  layout.frames.flatMap(frame =>
    frame.kind === 'story'
      ? [frame.storyId]
      : frame.kind === 'photo' && frame.source.kind === 'story'
        ? [frame.source.storyId]
        : [],
  )

/** Pages of the chosen edition, composed and kept so: only what changed is set again. */
export function useComposedPages(pages: readonly EditionPage[]): ReadonlyMap<string, ComposedPage> {
  const edition = useEdition()
  const people = useNewsroom(s => s.people)
  const paper = useNewsroom(s => s.paper.name)
  const texts = useStoryTexts(s => s.texts)
  const caches = useRef(new Map<string, ComposeCache>())
  useEffect(() => wantTexts(pages.flatMap(page => storiesOf(page.layout))), [pages])
  return useMemo(() => {
    const composed = new Map<string, ComposedPage>()
    if (!edition) return composed
    for (const page of pages) {
      const cache = caches.current.get(page.id) ?? composeCache()
      caches.current.set(page.id, cache)
      composed.set(page.id, composePage(page.layout, texts, pageFactsOf(paper, edition, page, people), cache))
    }
    return composed
  }, [edition, pages, people, paper, texts])
}
