import { useEffect, useMemo, useState } from 'react'
import type { EditionPage } from '../../shared/contract'
import type { ComposedPage, PageLayout } from '../../shared/page'
import { useEdition, useNewsroom } from '../ui/newsroom'
import { useStoryTexts, wantTexts } from '../ui/story-texts'
import { PageComposer } from './page-composer'

/** Stories that a layout shows. */
export const storiesOf = (layout: PageLayout): string[] =>
  layout.frames.flatMap(frame =>
    frame.kind === 'story'
      ? [frame.storyId]
      : frame.kind === 'photo' && frame.source.kind === 'story'
        ? [frame.source.storyId]
        : [],
  )

const nothing: ReadonlyMap<string, ComposedPage> = new Map()

/** Pages of the chosen edition, composed and kept so: only what changed is set again. */
export function useComposedPages(pages: readonly EditionPage[]): ReadonlyMap<string, ComposedPage> {
  const edition = useEdition()
  const people = useNewsroom(s => s.people)
  const paper = useNewsroom(s => s.paper.name)
  const texts = useStoryTexts(s => s.texts)
  const [composer] = useState(() => new PageComposer())
  useEffect(() => wantTexts(pages.flatMap(page => storiesOf(page.layout))), [pages])
  return useMemo(
    () => (edition ? composer.compose(pages, { paper, edition, people, texts }) : nothing),
    [composer, edition, pages, people, paper, texts],
  )
}
