import { done, failed, type Result } from '../../shared/contract/failure'
import type { Edition, EditionPage } from '../../shared/contract'
import { storyIdsOf } from '../../shared/page/layout'
import { composedView, pageMaterialOf, type PageMaterial } from '../../shared/page/view/page-material'
import type { PageView } from '../../shared/page/view/page-view'
import { findEdition, findPage } from '../store/editions'
import { allPeople } from '../store/people'
import type { Tables } from '../store/transact'
import type { Desk } from './desk'
import { unknownPage, type PageAuthority } from './page-authority'
import type { Stories } from './stories'

/** A page with the records that it belongs to. */
export interface RecordedPage extends PageMaterial {
  readonly page: EditionPage
  readonly record: Edition
}

/** The same, composed. */
export type RecordedView = RecordedPage & Pick<PageView, 'composed'>

/** Puts together what judgements and print of a page read: its layout, stories, facts and neighbours. */
export class PageViews {
  constructor(
    private readonly tables: Tables,
    private readonly pages: PageAuthority,
    private readonly stories: Stories,
    private readonly desk: Desk,
  ) {}

  /** A page as it stands, uncomposed. Fails with page.unknown or page.damaged. */
  async material(pageId: string): Promise<Result<RecordedPage>> {
    const page = await findPage(this.tables, pageId)
    const record = page && (await findEdition(this.tables, page.editionId))
    if (!page || !record) return unknownPage()
    const opened = await this.pages.open(record.id)
    if (!opened.ok) return opened
    const { states, damaged } = opened.value
    const failure = damaged.find(one => one.pageId === pageId)?.failure
    if (failure) return { ok: false, failure }
    const layouts = new Map(states.map(state => [state.pageId, state.layout]))
    const own = layouts.get(pageId)
    const parts = await this.stories.parts(own ? storyIdsOf(own) : [])
    const material = pageMaterialOf(pageId, {
      paperName: (await this.desk.paper()).name,
      edition: record,
      people: await allPeople(this.tables),
      layouts,
      stories: new Map(parts.map(story => [story.id, story.parts])),
    })
    return material ? done({ ...material, page, record }) : unknownPage()
  }

  /** A page as it stands, composed. Fails as `material` does. */
  async view(pageId: string): Promise<Result<RecordedView>> {
    const material = await this.material(pageId)
    return material.ok ? done(composedView(material.value)) : material
  }

  /**
   * Pages of one edition, each once, in their order. Fails with page.unknown, page.damaged, or output.editions
   * where they are of several.
   */
  async ofOneEdition(pageIds: readonly string[]): Promise<Result<RecordedView[]>> {
    const views: RecordedView[] = []
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
