import type { Result } from '../../shared/contract/failure'
import type { BudgetRow, ImportedPage, ImportedStory, StoryPlan } from '../../shared/contract'
import type { StoryBlock, StoryParts } from '../../shared/story/parts'
import { importPage } from '../intake/page-text'
import { partsOfImported } from '../intake/story-parts'
import type { Stories } from './stories'

/** What comes in as text and becomes stories. */
export class Intake {
  constructor(private readonly stories: Stories) {}

  /** Reads a page's text without keeping anything. Fails as intake's `importPage` does. */
  async readPageText(source: string | Blob): Promise<Result<ImportedPage>> {
    return importPage(typeof source === 'string' ? source : new Uint8Array(await source.arrayBuffer()))
  }

  /** Takes what was read into the budget, all or none. Fails as `Stories.addAll` does. */
  accept(order: {
    by: string
    imported: ImportedPage
    editionId: string | null
    page: number | null
  }): Promise<Result<BudgetRow[]>> {
    const place = { editionId: order.editionId, page: order.page }
    return this.stories.addAll(
      order.by,
      storiesOf(order.imported).map(({ parts, plan }) => ({ parts, plan: { ...plan, ...place } })),
    )
  }
}

/**
 * The stories of a read page. Captions that belong to none come in as one 图片新闻, so that no word is left
 * on the table; the strap stands in the notes until a page is laid out under it.
 */
export function storiesOf(imported: ImportedPage): { parts: StoryParts; plan: Partial<StoryPlan> }[] {
  const note = imported.strap === null ? '' : `专题栏头：${imported.strap}`
  const stories = imported.stories.map(story => ({
    parts: partsOfImported(story),
    plan: {
      genre: story.dateline === null ? ('通讯' as const) : ('消息' as const),
      author: authorOf(story),
      note,
    },
  }))
  const photos = imported.photos.map((photo): StoryBlock => ({
    kind: 'photo',
    image: null,
    width: 0,
    height: 0,
    ...photo,
  }))
  if (photos.length === 0) return stories
  const parts: StoryParts = {
    kicker: '',
    headline: '',
    deck: '',
    dateline: '',
    blocks: [{ kind: 'paragraph', text: '' }, ...photos],
    byline: '',
  }
  const plan: Partial<StoryPlan> = { genre: '图片新闻', slug: '版上图片', note }
  return [...stories, { parts, plan }]
}

/** Who the byline or the dateline names, without brackets. */
function authorOf({ byline, dateline }: ImportedStory): string {
  const named = byline ?? /[（(](.*)[）)]/u.exec(dateline ?? '')?.[1] ?? ''
  return named.replace(/^[（(]|[）)]$/gu, '').slice(0, 60)
}
