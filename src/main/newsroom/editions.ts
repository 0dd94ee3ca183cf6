import { done, failed, type Result } from '../../shared/contract/failure'
import type { BudgetRow, Edition, EditionPage, NewPage } from '../../shared/contract'
import { applyTemplate } from '../../shared/page/changes/apply-template'
import { applyOps } from '../../shared/page/changes/page-change'
import { bareLayout } from '../../shared/page/furniture'
import { storyIdsOf } from '../../shared/page/layout'
import type { Actor } from '../../shared/review/actor'
import { anyone, theDesk } from '../../shared/review/audience'
import {
  addEdition,
  addPage,
  allEditions,
  changeEdition,
  changePageRecord,
  editionBy,
  findEdition,
  findPage,
  removeEdition,
  removePage,
} from '../store/editions'
import { findPageTemplate } from '../store/page-templates'
import { allPapers, hasUsualPaper, keepUsualPaper } from '../store/papers'
import { releaseStories } from '../store/stories'
import { transact, type Tables } from '../store/transact'
import type { EventHub } from './events'
import { unknownEdition, unknownPage, type PageAuthority } from './page-authority'
import { unknownPaper } from './page-settings'
import type { World } from './world'

/** As many pages as an edition may have. */
const mostPages = 64

/** Editions, and the records of their pages. What stands on a page is its log's. */
export class Editions {
  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: World,
    private readonly pages: PageAuthority,
  ) {}

  list(): Promise<Edition[]> {
    return allEditions(this.tables)
  }

  /** A new edition. Fails with edition.number, edition.date, paper.unknown, template.unknown. */
  create(
    actor: Actor,
    order: {
      date: string
      number: number
      pages: readonly NewPage[]
    },
  ): Promise<Result<Edition>> {
    return this.#change(async tables => {
      const taken = await takenMark(tables, order, null)
      if (taken) return taken
      const id = this.world.newId()
      await addEdition(tables, { id, number: order.number, date: order.date })
      for (const [at, page] of order.pages.entries()) {
        const added = await this.#addPage(tables, actor, id, at + 1, page)
        if (!added.ok) return added
      }
      return done(id)
    })
  }

  /** Another date or number. Fails with edition.unknown, edition.number, edition.date. */
  change(order: { id: string; date: string; number: number }): Promise<Result<Edition>> {
    return this.#change(async tables => {
      const { id, date, number } = order
      if (!(await findEdition(tables, id))) return unknownEdition()
      const taken = await takenMark(tables, order, id)
      if (taken) return taken
      await changeEdition(tables, id, { date, number })
      return done(id)
    })
  }

  /**
   * Takes an edition away on whose pages no story stands; stories planned for it stay in the budget without an
   * edition. Fails with edition.unknown, edition.not-empty, page.damaged.
   */
  async remove(actor: Actor, order: { id: string }): Promise<Result<void>> {
    const removed = await transact(this.tables, async (tables): Promise<Result<BudgetRow[]>> => {
      const edition = await findEdition(tables, order.id)
      if (!edition) return unknownEdition()
      const placed = new Set<string>()
      for (const page of edition.pages) {
        const state = await this.pages.stateIn(tables, page.id)
        if (!state.ok) return state
        for (const id of storyIdsOf(state.value.layout)) placed.add(id)
      }
      if (placed.size > 0) {
        return failed(
          'edition.not-empty',
          `第 ${edition.number} 期的版上还有 ${placed.size} 篇稿件，没有撤。`,
          '请先把稿件从版上拿下，再撤这一期。',
        )
      }
      const rows = await releaseStories(tables, edition.id, {
        changedAt: this.world.now().toISOString(),
        changedBy: actor.id,
      })
      for (const page of edition.pages) await removePage(tables, page.id)
      await removeEdition(tables, edition.id)
      return done(rows)
    })
    if (!removed.ok) return removed
    if (removed.value.length > 0) this.events.emit(theDesk, { kind: 'rows', rows: removed.value })
    this.events.emit(anyone, { kind: 'editions', editions: await this.list(), changed: order.id })
    return done(undefined)
  }

  /** One more page at the end. Fails with edition.unknown, edition.full, and as `create` does. */
  addPage(actor: Actor, order: { editionId: string; page: NewPage }): Promise<Result<Edition>> {
    return this.#change(async tables => {
      const edition = await findEdition(tables, order.editionId)
      if (!edition) return unknownEdition()
      if (edition.pages.length >= mostPages) {
        return failed('edition.full', `一期最多 ${mostPages} 个版，没有再加。`, '请另出一期，或先撤一个版。')
      }
      const number = (edition.pages.at(-1)?.number ?? 0) + 1
      const added = await this.#addPage(tables, actor, edition.id, number, order.page)
      return added.ok ? done(edition.id) : added
    })
  }

  /** Another name, other people. Fails with page.unknown. */
  changePage(order: {
    pageId: string
    name: string
    credits: EditionPage['credits']
  }): Promise<Result<Edition>> {
    return this.#change(async tables => {
      const page = await findPage(tables, order.pageId)
      if (!page) return unknownPage()
      await changePageRecord(tables, page.id, order)
      return done(page.editionId)
    })
  }

  /**
   * Takes the edition's last page away. Stories that are planned for it keep their plan. Fails with
   * page.unknown, page.not-last, page.only, page.not-empty, page.damaged.
   */
  removePage(order: { pageId: string }): Promise<Result<Edition>> {
    return this.#change(async tables => {
      const page = await findPage(tables, order.pageId)
      const edition = page && (await findEdition(tables, page.editionId))
      if (!page || !edition) return unknownPage()
      const last = edition.pages.at(-1)!
      if (page.id !== last.id) {
        return failed(
          'page.not-last',
          `${page.number} 版后面还有版，没有撤。`,
          `请从最后的 ${last.number} 版撤起。`,
        )
      }
      if (edition.pages.length === 1) {
        return failed('page.only', '一期至少要有一个版，没有撤。', '请撤掉这一期。')
      }
      const state = await this.pages.stateIn(tables, page.id)
      if (!state.ok) return state
      const placed = storyIdsOf(state.value.layout).length
      if (placed > 0) {
        return failed(
          'page.not-empty',
          `${page.number} 版上还有 ${placed} 篇稿件，没有撤。`,
          '请先把稿件从版上拿下，再撤这个版。',
        )
      }
      await removePage(tables, page.id)
      return done(edition.id)
    })
  }

  /** One transaction of somebody's hand; then everybody is told. */
  async #change(work: (tables: Tables) => Promise<Result<string>>): Promise<Result<Edition>> {
    const changed = await transact(this.tables, async (tables): Promise<Result<Edition>> => {
      const id = await work(tables)
      return id.ok ? done((await findEdition(tables, id.value))!) : id
    })
    if (changed.ok) {
      this.events.emit(anyone, { kind: 'editions', editions: await this.list(), changed: changed.value.id })
    }
    return changed
  }

  async #addPage(
    tables: Tables,
    actor: Actor,
    editionId: string,
    number: number,
    page: NewPage,
  ): Promise<Result<void>> {
    const paper = (await allPapers(tables)).find(one => one.id === page.paperId)
    if (!paper) return unknownPaper()
    // The first page that is made says what the newsroom prints, until somebody says otherwise.
    if (!(await hasUsualPaper(tables))) await keepUsualPaper(tables, paper.id)
    const template = page.templateId === null ? null : await findPageTemplate(tables, page.templateId)
    if (page.templateId !== null && !template) {
      return failed('template.unknown', '没有这个版式，没有改动。', '请换一个版式，或从空版开始。')
    }
    const begun = bareLayout(paper, number, this.world.newId())
    const layout = template
      ? applyOps(
          begun,
          applyTemplate(begun, template.layout, () => this.world.newId()),
        )
      : begun
    const record = { id: this.world.newId(), editionId, number, name: page.name, credits: null }
    await addPage(tables, record, layout, actor.id, this.world.now().toISOString())
    return done(undefined)
  }
}

/** Two editions of one number or of one day would be mistaken for one another. */
async function takenMark(
  tables: Tables,
  { number, date }: { number: number; date: string },
  except: string | null,
): Promise<Result<never> | null> {
  const sameNumber = await editionBy(tables, { number }, except)
  if (sameNumber) {
    return failed(
      'edition.number',
      `总第 ${number} 期已经有了，是 ${sameNumber.date} 的；没有改动。`,
      '请换一个总期号。',
    )
  }
  const sameDay = await editionBy(tables, { date }, except)
  if (sameDay) {
    return failed(
      'edition.date',
      `${date} 已经有一期了，是总第 ${sameDay.number} 期；没有改动。`,
      '请换一个日期。',
    )
  }
  return null
}
