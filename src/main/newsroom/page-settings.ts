import { done, failed, type Result } from '../../shared/contract/failure'
import type { PageTemplate } from '../../shared/contract'
import { templateOf } from '../../shared/page/changes/apply-template'
import { faultSettingsSchema, type FaultSettings } from '../../shared/page/faults/fault'
import { geometryOf, type Paper } from '../../shared/page/paper'
import type { Actor } from '../../shared/review/actor'
import { theDesk } from '../../shared/review/audience'
import { readMeta, writeMeta } from '../store/meta'
import {
  addPageTemplate,
  allPageTemplates,
  isTemplateName,
  removePageTemplate,
} from '../store/page-templates'
import { allPapers, keepUsualPaper, removePaper, savePaper } from '../store/papers'
import { transact, type Tables } from '../store/transact'
import type { EventHub } from './events'
import type { PageAuthority } from './page-authority'
import type { World } from './world'

/** What the paper has settled for all its pages: 版面规格, 版式库, and what it makes of each fault. */
export class PageSettings {
  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: World,
    private readonly pages: PageAuthority,
  ) {}

  papers(): Promise<Paper[]> {
    return allPapers(this.tables)
  }

  /** Adds a paper or changes one. Fails with paper.name, paper.too-large. */
  savePaper(actor: Actor, paper: Paper): Promise<Result<Paper[]>> {
    return this.#change(async tables => {
      const { width, area } = geometryOf(paper)
      const height = geometryOf(paper).height
      if (area.width > width || area.y + area.height > height) {
        return failed('paper.too-large', '版心比纸大，没有存。', '请减栏数、每栏字数或行数，或加大纸张。')
      }
      const others = (await allPapers(tables)).filter(one => one.id !== paper.id)
      if (others.some(one => one.name === paper.name)) {
        return failed('paper.name', `已经有一种规格叫“${paper.name}”，没有存。`, '请换一个名字。')
      }
      await savePaper(tables, paper, actor.id, this.world.now().toISOString())
      return done(await allPapers(tables))
    })
  }

  /** Takes a paper off the list; pages keep their own copy. Fails with paper.last. */
  removePaper(actor: Actor, id: string): Promise<Result<Paper[]>> {
    return this.#change(async tables => {
      const papers = await allPapers(tables)
      if (papers.every(paper => paper.id === id)) {
        return failed('paper.last', '至少要留一种规格，没有去掉。', '请先加一种新的规格。')
      }
      if (papers.some(paper => paper.id === id)) {
        await removePaper(tables, id, actor.id, this.world.now().toISOString())
      }
      return done(await allPapers(tables))
    })
  }

  /** Makes a paper the usual one, the first of the list. Fails with paper.unknown. */
  setUsualPaper(id: string): Promise<Result<Paper[]>> {
    return this.#change(async tables => {
      if ((await allPapers(tables)).every(paper => paper.id !== id)) return unknownPaper()
      await keepUsualPaper(tables, id)
      return done(await allPapers(tables))
    })
  }

  templates(): Promise<PageTemplate[]> {
    return allPageTemplates(this.tables)
  }

  /** Keeps a page as a pattern. Fails with page.unknown, page.damaged, template.name. */
  saveTemplate(actor: Actor, order: { pageId: string; name: string }): Promise<Result<PageTemplate[]>> {
    const name = order.name.trim()
    return this.#change(async tables => {
      const state = await this.pages.stateIn(tables, order.pageId)
      if (!state.ok) return state
      if (name === '') return failed('template.name', '版式要有名字，没有存。', '请写一个名字。')
      if (await isTemplateName(tables, name)) {
        return failed('template.name', `已经有一个版式叫“${name}”，没有存。`, '请换一个名字。')
      }
      const layout = templateOf(state.value.layout)
      const at = this.world.now().toISOString()
      await addPageTemplate(tables, { id: this.world.newId(), name, layout, at }, actor.id)
      return done(await allPageTemplates(tables))
    })
  }

  /** Takes a template out of the library. */
  removeTemplate(id: string): Promise<Result<PageTemplate[]>> {
    return this.#change(async tables => {
      await removePageTemplate(tables, id)
      return done(await allPageTemplates(tables))
    })
  }

  async faultSettings(): Promise<FaultSettings> {
    const kept = await readMeta(this.tables, 'faults')
    const parsed = faultSettingsSchema.safeParse(kept === null ? {} : JSON.parse(kept))
    // A rule that a later version no longer has must not stop the desk: the rules' own severities stand then.
    return parsed.success ? parsed.data : faultSettingsSchema.parse({})
  }

  saveFaultSettings(settings: FaultSettings): Promise<Result<FaultSettings>> {
    return this.#change(async tables => {
      await writeMeta(tables, 'faults', JSON.stringify(settings))
      return done(settings)
    })
  }

  async #change<T>(work: (tables: Tables) => Promise<Result<T>>): Promise<Result<T>> {
    const changed = await transact(this.tables, async (tables): Promise<Result<T>> => {
      return work(tables)
    })
    if (changed.ok) this.events.emit(theDesk, { kind: 'pageSettings' })
    return changed
  }
}

export const unknownPaper = (): Result<never> =>
  failed('paper.unknown', '没有这种版面规格，没有改动。', '请换一种规格。')
