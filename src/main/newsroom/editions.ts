import { done, failed, type Result } from '../../shared/contract/failure'
import type { Edition, EditionPage } from '../../shared/contract'
import type { PageLayout } from '../../shared/page/layout'
import { papers } from '../../shared/page/paper'
import { allEditions, changeLayout, findPage } from '../store/editions'
import { findPerson } from '../store/people'
import { transact, type Tables } from '../store/transact'
import type { EventHub } from './events'
import { unknownPerson } from './people'
import type { Surroundings } from './surroundings'

/** Editions and the layouts of their pages. */
export class Editions {
  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: Surroundings,
  ) {}

  list(): Promise<Edition[]> {
    return allEditions(this.tables)
  }

  /** Saves a layout made from `version`. Fails with page.unknown, page.behind, page.paper, person.unknown. */
  async saveLayout(change: {
    by: string
    pageId: string
    version: number
    layout: PageLayout
  }): Promise<Result<EditionPage>> {
    const saved = await transact(this.tables, async (tables): Promise<Result<EditionPage>> => {
      const page = await findPage(tables, change.pageId)
      if (!page) return unknownPage()
      if (!(await findPerson(tables, change.by))) return unknownPerson()
      if (page.version !== change.version) return behind()
      if (!papers.some(paper => paper.id === change.layout.paperId)) return unknownPaper()
      const at = this.world.now().toISOString()
      await changeLayout(tables, page.id, change.layout, change.by, at)
      return done({ ...page, layout: change.layout, version: page.version + 1 })
    })
    if (saved.ok) this.events.emit({ kind: 'editions', editions: await this.list() })
    return saved
  }
}

export const unknownPage = (): Result<never> => failed('page.unknown', '没有找到这个版。', '请刷新后再打开。')

const behind = () =>
  failed('page.behind', '这个版刚被别人改过，你的改动没有存。', '看一下新的版面，再改一次。')

const unknownPaper = () => failed('page.paper', '没有这种版面规格，没有改动。', '请换一种规格。')
