import { done, failed, type Result } from '../../shared/contract/failure'
import type { Edition, EditionPage, PageState } from '../../shared/contract'
import { composePage } from '../../shared/page/compose/compose'
import { storyIdsOf } from '../../shared/page/layout'
import { pageFactsOf } from '../../shared/page/page-facts'
import type { PageView } from '../../shared/page/page-view'
import type { SignedPage } from '../../shared/page/signing'
import { findEdition, findPage } from '../store/editions'
import { allPeople } from '../store/people'
import type { Tables } from '../store/transact'
import type { Desk } from './desk'
import { unknownPage, type PageAuthority } from './page-authority'
import type { Stories } from './stories'

/** A page with the records around it, as print is made from them. */
export interface PageMaterial extends SignedPage {
  readonly edition: NonNullable<PageView['edition']>
  readonly page: EditionPage
  readonly record: Edition
}

/** The same, composed. */
export interface ComposedMaterial extends PageMaterial, PageView {
  readonly edition: PageMaterial['edition']
}

/** Puts together what judgements and print of a page read: its layout, stories, facts and neighbours. */
export class PageViews {
  constructor(
    private readonly tables: Tables,
    private readonly pages: PageAuthority,
    private readonly stories: Stories,
    private readonly desk: Desk,
  ) {}

  /** A page as it stands, uncomposed. Fails with page.unknown or page.damaged. */
  async material(pageId: string): Promise<Result<PageMaterial>> {
    const page = await findPage(this.tables, pageId)
    const record = page && (await findEdition(this.tables, page.editionId))
    if (!page || !record) return unknownPage()
    const opened = await this.pages.open(record.id)
    if (!opened.ok) return opened
    const states = new Map(opened.value.states.map((state): [string, PageState] => [state.pageId, state]))
    const own = states.get(pageId)
    if (!own) {
      const failure = opened.value.damaged.find(one => one.pageId === pageId)?.failure
      return failure ? { ok: false, failure } : unknownPage()
    }
    const parts = await this.stories.parts(storyIdsOf(own.layout))
    const { name: paperName } = await this.desk.paper()
    return done({
      page,
      record,
      layout: own.layout,
      stories: new Map(parts.map(story => [story.id, story.parts])),
      facts: pageFactsOf(paperName, record, page, await allPeople(this.tables)),
      edition: {
        date: record.date,
        number: record.number,
        pages: record.pages.flatMap(({ id, number, name }) => {
          const state = states.get(id)
          return state ? [{ number, name, layout: state.layout }] : []
        }),
      },
    })
  }

  /** A page as it stands, composed. Fails as `material` does. */
  async view(pageId: string): Promise<Result<ComposedMaterial>> {
    const material = await this.material(pageId)
    if (!material.ok) return material
    const { layout, stories, facts, edition } = material.value
    // Stories run on from page to page, so what stands here depends on the pages before.
    return done({
      ...material.value,
      composed: composePage(layout, stories, facts, undefined, edition.pages),
    })
  }

  /**
   * Pages of one edition, each once, in their order. Fails with page.unknown, page.damaged, or output.editions
   * where they are of several.
   */
  async ofOneEdition(pageIds: readonly string[]): Promise<Result<ComposedMaterial[]>> {
    const views: ComposedMaterial[] = []
    for (const id of new Set(pageIds)) {
      const view = await this.view(id)
      if (!view.ok) return view
      views.push(view.value)
    }
    if (new Set(views.map(view => view.record.id)).size > 1) {
      return failed('output.editions', '选的版不在同一期，没有做。', '请一期一期地做。')
    }
    return done(views.sort((a, b) => a.page.number - b.page.number))
  }
}
