import { done, failed, type Result } from '../../shared/contract/failure'
import type { PageSignature } from '../../shared/contract'
import { pageCreditSchema } from '../../shared/contract/editions'
import { faultNames, type Fault } from '../../shared/page/faults/fault'
import { findFaults, standingErrors } from '../../shared/page/faults/find-faults'
import { storyIdsOf } from '../../shared/page/layout'
import { signedContent } from '../../shared/page/view/signing'
import type { Actor } from '../../shared/review/actor'
import { allEditions, changePageRecord, findPage } from '../store/editions'
import { hashOfBytes } from '../store/hash'
import {
  addSignature,
  findSignature,
  pagesSignedWith,
  signaturesOf,
  signedWithoutCredits,
  withdrawSignatures,
  type StoredSignature,
} from '../store/signatures'
import { findStories } from '../store/stories'
import { transact, type Tables } from '../store/transact'
import type { EventHub } from './events'
import { unknownPage } from './page-authority'
import type { PageSettings } from './page-settings'
import type { RecordedPage, PageViews } from './page-views'
import type { Surroundings } from './surroundings'

/** What may make a signature void, or good again. */
export type Cause =
  | { readonly kind: 'page'; readonly id: string }
  | { readonly kind: 'story'; readonly id: string }
  | { readonly kind: 'edition'; readonly id: string }
  | { readonly kind: 'people' }

/**
 * 签大样: a record of who signed a page, when, and over which content. A signature holds as long as the page is
 * what was signed; whoever changes it makes it void, and putting it back as it was makes it good again.
 */
export class Signing {
  /** What windows were last told of a page's signature. */
  readonly #told = new Map<string, boolean>()
  readonly #waiting = new Map<string, Cause>()
  #work: Promise<void> = Promise.resolve()
  #closed = false

  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: Surroundings,
    private readonly views: PageViews,
    private readonly settings: PageSettings,
  ) {}

  /** The last signature of each page of an edition that has one. */
  async signatures(editionId: string): Promise<PageSignature[]> {
    const found: PageSignature[] = []
    for (const stored of await signaturesOf(this.tables, editionId)) {
      const signature = { ...stored, holds: await this.#holds(stored) }
      this.#told.set(stored.pageId, signature.holds)
      found.push(signature)
    }
    return found
  }

  /**
   * Signs a page. Fails with page.faulty while an error stands that the page does not keep on purpose, with
   * page.unknown or page.damaged.
   */
  async sign(actor: Actor, pageId: string): Promise<Result<PageSignature>> {
    const viewed = await this.views.view(pageId)
    if (!viewed.ok) return viewed
    const view = viewed.value
    const errors = standingErrors(findFaults(view, await this.settings.faultSettings()))
    if (errors.length > 0) return faulty(errors)
    const hash = hashOfPage(view)
    const signed = await transact(this.tables, async (tables): Promise<Result<StoredSignature>> => {
      const page = await findPage(tables, pageId)
      if (!page) return unknownPage()
      const { name, id: personId } = actor
      const signature = { pageId, personId, name, at: this.world.now().toISOString(), hash }
      const stories = await findStories(tables, storyIdsOf(view.layout))
      await addSignature(
        tables,
        signature,
        stories.map(story => story.id),
      )
      // Who answers for a signed page is settled: a colleague who comes or goes later changes nothing on it.
      const { credits } = view.facts
      const isFixed = page.credits === null && credits.every(one => pageCreditSchema.safeParse(one).success)
      if (isFixed) await changePageRecord(tables, pageId, { name: page.name, credits: [...credits] })
      return done(signature)
    })
    if (!signed.ok) return signed
    const signature = { ...signed.value, holds: true }
    this.#told.set(pageId, true)
    this.events.emit({ kind: 'signature', pageId, signature })
    if (view.page.credits === null) {
      this.events.emit({ kind: 'editions', editions: await allEditions(this.tables) })
    }
    // Something may have changed between looking and signing.
    this.changed({ kind: 'page', id: pageId })
    return done(signature)
  }

  /** Takes a page's signature back; it stays on record. Fails with page.unknown. */
  async unsign(actor: Actor, pageId: string): Promise<Result<void>> {
    const withdrawn = await transact(this.tables, async (tables): Promise<Result<void>> => {
      if (!(await findPage(tables, pageId))) return unknownPage()
      await withdrawSignatures(tables, pageId, actor.id, this.world.now().toISOString())
      return done(undefined)
    })
    if (!withdrawn.ok) return withdrawn
    this.#told.delete(pageId)
    this.events.emit({ kind: 'signature', pageId, signature: null })
    return withdrawn
  }

  /** Looks again at the signatures that a change may have touched; windows hear of those that turned. */
  changed(cause: Cause): void {
    this.#waiting.set(`${cause.kind}:${'id' in cause ? cause.id : ''}`, cause)
    this.#work = this.#work
      .then(() => this.#look())
      // What fails here is told, and looked at again when a window asks for the signatures.
      .catch((error: unknown) => console.error(error))
  }

  /** Resolves when everything that has changed up to now has been looked at. */
  settle(): Promise<void> {
    return this.#work
  }

  /** Ends the work under way. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#work
  }

  async #look(): Promise<void> {
    const causes = [...this.#waiting.values()]
    this.#waiting.clear()
    const pages = new Set<string>()
    for (const cause of causes) for (const id of await this.#touched(cause)) pages.add(id)
    for (const id of pages) {
      if (this.#closed) return
      const stored = await findSignature(this.tables, id)
      if (!stored) continue
      const holds = await this.#holds(stored)
      if (this.#told.get(id) === holds) continue
      // Signed anew or taken back meanwhile: that was told already.
      if ((await findSignature(this.tables, id))?.at !== stored.at) continue
      this.#told.set(id, holds)
      this.events.emit({ kind: 'signature', pageId: id, signature: { ...stored, holds } })
    }
  }

  /** Signed pages that print something else now, perhaps. */
  async #touched(cause: Cause): Promise<string[]> {
    switch (cause.kind) {
      case 'story':
        return pagesSignedWith(this.tables, cause.id)
      case 'people':
        return signedWithoutCredits(this.tables)
      case 'edition':
        return this.#signedIn(cause.id)
      case 'page': {
        // The others of its edition too: stories run on over pages.
        const page = await findPage(this.tables, cause.id)
        return page ? this.#signedIn(page.editionId) : []
      }
    }
  }

  async #signedIn(editionId: string): Promise<string[]> {
    return (await signaturesOf(this.tables, editionId)).map(signature => signature.pageId)
  }

  async #holds({ pageId, hash }: StoredSignature): Promise<boolean> {
    const material = await this.views.material(pageId)
    return material.ok && hashOfPage(material.value) === hash
  }
}

/** Of how many kinds of errors a refusal says the names. */
const mostNamed = 3

function faulty(errors: readonly Fault[]): Result<never> {
  const names = [...new Set(errors.map(fault => faultNames[fault.rule]))]
  const said = `${names.slice(0, mostNamed).join('、')}${names.length > mostNamed ? '等' : ''}`
  return failed(
    'page.faulty',
    `这一版还有 ${errors.length} 错没清（${said}），没有签。`,
    '请改好，或者忽略并写明理由，再签大样。',
  )
}

const hashOfPage = (material: RecordedPage): string =>
  hashOfBytes(new TextEncoder().encode(signedContent(material)))
