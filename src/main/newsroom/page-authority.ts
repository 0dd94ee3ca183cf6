import { done, failed, type Result } from '../../shared/contract/failure'
import type { LoggedPageChange, OpenedPages, PageState } from '../../shared/contract'
import { applyOps, type PageChange } from '../../shared/page/changes/page-change'
import type { Actor } from '../../shared/review/actor'
import { theDesk } from '../../shared/review/audience'
import { findEdition } from '../store/editions'
import { damagedPage, expecting } from '../store/failures'
import {
  appendPageChanges,
  DamagedPage,
  findPageChanges,
  keepPageSnapshot,
  lastPageChanges,
  pageChangesAfter,
  pageVersion,
  readPageSnapshot,
  type PageSnapshot,
} from '../store/page-log'
import { transact, type Tables } from '../store/transact'
import type { EventHub } from './events'
import { NewestCache } from './newest-cache'
import type { World } from './world'

/** Changes between two snapshots: what a page's opening has to play at most. */
const snapshotEvery = 100

/**
 * Orders the changes of every page: the one place where a layout changes. A page is the fold of its log over
 * its snapshot; changes never fail on a layout, so all that come are taken, each once.
 */
export class PageAuthority {
  readonly #cache = new NewestCache<PageSnapshot>(200)

  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: World,
  ) {}

  /**
   * Takes changes in their order and answers how the log has each, after its commit; one that the log has
   * already is answered as it stands there. Fails with page.unknown or page.damaged.
   */
  async submit(
    actor: Actor,
    sent: { readonly pageId: string; readonly changes: readonly PageChange[] },
  ): Promise<Result<LoggedPageChange[]>> {
    const by = actor.id
    const { pageId } = sent
    const taken = await this.#guarded(() =>
      transact(this.tables, async (tables): Promise<Result<Taken>> => {
        const version = await pageVersion(tables, pageId)
        if (version === null) return unknownPage()
        const ids = sent.changes.map(change => change.id)
        const known = await findPageChanges(tables, pageId, ids)
        const at = this.world.now().toISOString()
        const fresh: LoggedPageChange[] = []
        for (const change of sent.changes) {
          if (known.has(change.id)) continue
          const logged = { version: version + fresh.length + 1, by, at, change: inNameOf(actor, change) }
          known.set(change.id, logged)
          fresh.push(logged)
        }
        const answer = ids.map(id => known.get(id)!)
        const before = await this.#current(tables, pageId, version)
        const page = {
          version: version + fresh.length,
          layout: fresh.reduce((layout, { change }) => applyOps(layout, change.ops), before.layout),
        }
        await appendPageChanges(tables, pageId, fresh)
        if (Math.floor(page.version / snapshotEvery) > Math.floor(version / snapshotEvery)) {
          await keepPageSnapshot(tables, pageId, page, by, at)
        }
        return done({ page, fresh, answer })
      }),
    )
    if (!taken.ok) return taken
    const { page, fresh, answer } = taken.value
    this.#cache.put(pageId, page)
    if (fresh.length > 0) this.events.emit(theDesk, { kind: 'page', pageId, changes: fresh })
    return done(answer)
  }

  /** A page as it stands. Fails with page.unknown or page.damaged. */
  async state(pageId: string): Promise<Result<PageState>> {
    const state = await this.stateIn(this.tables, pageId)
    if (state.ok) this.#cache.put(pageId, state.value)
    return state
  }

  /** The same within a transaction, whose outcome nobody knows yet. */
  stateIn(tables: Tables, pageId: string): Promise<Result<PageState>> {
    return this.#guarded(async () => {
      const version = await pageVersion(tables, pageId)
      if (version === null) return unknownPage()
      return done({ pageId, ...(await this.#current(tables, pageId, version)) })
    })
  }

  /** The pages of an edition, in order; a damaged one is told of apart. Fails with edition.unknown. */
  async open(editionId: string): Promise<Result<OpenedPages>> {
    const edition = await findEdition(this.tables, editionId)
    if (!edition) return unknownEdition()
    const opened: OpenedPages = { states: [], damaged: [] }
    for (const { id } of edition.pages) {
      const state = await this.state(id)
      if (state.ok) opened.states.push(state.value)
      else opened.damaged.push({ pageId: id, failure: state.failure })
    }
    return done(opened)
  }

  /** Changes after a version, oldest first. Fails with page.unknown, page.ahead or page.damaged. */
  changesSince(pageId: string, version: number): Promise<Result<LoggedPageChange[]>> {
    return this.#guarded(async () => {
      const last = await pageVersion(this.tables, pageId)
      if (last === null) return unknownPage()
      if (version > last) return ahead()
      return done(await pageChangesAfter(this.tables, pageId, version))
    })
  }

  /** The actor's own last changes, oldest first. Fails with page.unknown or page.damaged. */
  recent(actor: Actor, pageId: string, limit: number): Promise<Result<LoggedPageChange[]>> {
    return this.#guarded(async () => {
      if ((await pageVersion(this.tables, pageId)) === null) return unknownPage()
      return done(await lastPageChanges(this.tables, pageId, actor.id, limit))
    })
  }

  /** From the cache or the snapshot, and the changes since. */
  async #current(tables: Tables, pageId: string, version: number): Promise<PageSnapshot> {
    const cached = this.#cache.get(pageId)
    if (cached?.version === version) return cached
    const base = cached && cached.version < version ? cached : await readPageSnapshot(tables, pageId)
    const since = await pageChangesAfter(tables, pageId, base.version)
    if (base.version + since.length !== version) throw new DamagedPage(pageId, version)
    return {
      version,
      layout: since.reduce((layout, { change }) => applyOps(layout, change.ops), base.layout),
    }
  }

  /** A damaged log is told of, and harms no other page. */
  async #guarded<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await expecting(work)
    } catch (error) {
      if (!(error instanceof DamagedPage)) throw error
      return damagedPage()
    }
  }
}

/** Whoever sends a change answers for the faults that it keeps on purpose, whatever name stands there. */
const inNameOf = (actor: Actor, change: PageChange): PageChange => ({
  ...change,
  ops: change.ops.map(op => (op.op === 'ignore' ? { ...op, fault: { ...op.fault, by: actor.id } } : op)),
})

interface Taken {
  readonly page: PageSnapshot
  readonly fresh: LoggedPageChange[]
  readonly answer: LoggedPageChange[]
}

export const unknownPage = (): Result<never> => failed('page.unknown', '没有找到这个版。', '请刷新后再打开。')

export const unknownEdition = (): Result<never> =>
  failed('edition.unknown', '没有这一期，没有改动。', '请重新选期次。')

const ahead = () =>
  failed(
    'page.ahead',
    '窗口里的版面比资料库里的新，多半是资料库恢复过备份；没有改动资料库。',
    '请重新打开窗口，看看最后几步还在不在。',
  )
