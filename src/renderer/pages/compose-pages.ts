import { useEffect, useMemo, useState } from 'react'
import type { EditionPage } from '../../shared/contract'
import { storyIdsOf, type ComposedPage } from '../../shared/page'
import { useEdition, useNewsroom } from '../ui/newsroom'
import { useStoryTexts, wantTexts } from '../ui/story-texts'
import { PageComposer } from './page-composer'

const nothing: ReadonlyMap<string, ComposedPage> = new Map()

/** Pages of the chosen edition, composed and kept so: only what changed is set again. */
export function useComposedPages(pages: readonly EditionPage[]): ReadonlyMap<string, ComposedPage> {
  const edition = useEdition()
  const people = useNewsroom(s => s.people)
  const paper = useNewsroom(s => s.paper.name)
  const texts = useStoryTexts(s => s.texts)
  const [composer] = useState(() => new PageComposer())
  useEffect(() => wantTexts(pages.flatMap(page => storyIdsOf(page.layout))), [pages])
  return useMemo(
    () => (edition ? composer.compose(pages, { paper, edition, people, texts }) : nothing),
    [composer, edition, pages, people, paper, texts],
  )
}
