import { done, failed, type Result } from '../../shared/contract/failure'
import type { NewsroomEvent, PageSignature, SignatureCause, SignatureTelling } from '../../shared/contract'
import { pageCreditSchema } from '../../shared/contract/editions'
import { faultNames, type Fault } from '../../shared/page/faults/fault'
import { findFaults, standingErrors } from '../../shared/page/faults/find-faults'
import { storyIdsOf } from '../../shared/page/layout'
import { signedContent } from '../../shared/page/view/signing'
import type { Actor } from '../../shared/review/actor'
import { anyone, theDesk } from '../../shared/review/audience'
import { allEditions, changePageRecord, findPage } from '../store/editions'
import { hashOfBytes } from '../store/hash'
import { readMeta, removeMeta, writeMeta } from '../store/meta'
import {
  addSignature,
  addTurn,
  findSignature,
  pagesSignedWith,
  signatureRevision,
  signaturesOf,
  signedPages,
  signedWithoutCredits,
  withdrawSignatures,
  type StoredSignature,
} from '../store/signatures'
import { findStories } from '../store/stories'
import { transact, type Tables } from '../store/transact'
import type { EventHub } from './events'
import { unknownPage } from './page-authority'
import type { PageSettings } from './page-settings'
import type { PageViews, RecordedPage } from './page-views'
import type { World } from './world'

/** What may have turned a signature, and by whose hand where that is known. */
interface Cause {
  readonly kind: SignatureCause
  /** Of the page, story or edition; null for people. */
  readonly id: string | null
  readonly personId: string | null
}

/**
 * 签大样: a record of who signed a page, when, and over which content. A signature holds as long as the page is what was
 * signed, which is told by comparing hashes whenever it is asked. Whoever changes the page makes it void, and putting
 * it back as it was makes it good again; each turn is put on record from the event that tells of the change.
 */
export class Signing {
  /** What to look at again, each cause once. */
  readonly #waiting = new Map<string, Cause>()
  #work: Promise<void> = Promise.resolve()
  /** Everything that was left by an earlier newsroom is on record. */
  #isCaughtUp = true
  #isClosed = false
  readonly #leave: () => void

  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: World,
    private readonly views: PageViews,
    private readonly settings: PageSettings,
  ) {
    this.#leave = events.listen(event => {
      const cause = causeIn(event)
      if (cause) this.#note(cause)
    })
  }

  /**
   * Begins to keep the record. Where the last newsroom stopped between a change and its record, what is missing is
   * written in the background. To be called before anything can be changed.
   */
  async open(): Promise<void> {
    this.#isCaughtUp = (await readMeta(this.tables, 'signing')) === null
    await writeMeta(this.tables, 'signing', 'followed')
    if (!this.#isCaughtUp) this.#queue(() => this.#catchUp())
  }

  /** The last signature of each page of an edition that has one. */
  async signatures(editionId: string): Promise<PageSignature[]> {
    const found: PageSignature[] = []
    for (const stored of await signaturesOf(this.tables, editionId)) {
      // The count first: a turn between the two reads makes the answer look old, never new.
      const revision = await signatureRevision(this.tables, stored.pageId)
      found.push(toSignature(stored, revision, await this.#holds(stored)))
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
    const signed = await transact(this.tables, async (tables): Promise<Result<PageSignature>> => {
      const page = await findPage(tables, pageId)
      if (!page) return unknownPage()
      const { name, id: personId } = actor
      const stories = await findStories(tables, storyIdsOf(view.layout))
      await addSignature(
        tables,
        { pageId, personId, name, at: this.world.now().toISOString(), hash },
        stories.map(story => story.id),
      )
      // Who answers for a signed page is settled: a colleague who comes or goes later changes nothing on it.
      const { credits } = view.facts
      const isFixed = page.credits === null && credits.every(one => pageCreditSchema.safeParse(one).success)
      if (isFixed) await changePageRecord(tables, pageId, { name: page.name, credits: [...credits] })
      const stored = (await findSignature(tables, pageId))!
      return done(toSignature(stored, await signatureRevision(tables, pageId), true))
    })
    if (!signed.ok) return signed
    const { revision } = signed.value
    this.events.emit(theDesk, { kind: 'signature', pageId, revision, signature: signed.value })
    if (view.page.credits === null) {
      const editions = await allEditions(this.tables)
      this.events.emit(anyone, { kind: 'editions', editions, changed: view.page.editionId })
    }
    // Something may have changed between looking and signing.
    this.#note({ kind: 'unseen', id: pageId, personId: null })
    return signed
  }

  /** Takes a page's signature back; it stays on record. Fails with page.unknown. */
  async unsign(actor: Actor, pageId: string): Promise<Result<SignatureTelling>> {
    const withdrawn = await transact(this.tables, async (tables): Promise<Result<SignatureTelling>> => {
      if (!(await findPage(tables, pageId))) return unknownPage()
      await withdrawSignatures(tables, pageId, actor.id, this.world.now().toISOString())
      return done({ pageId, revision: await signatureRevision(tables, pageId), signature: null })
    })
    if (withdrawn.ok) this.events.emit(theDesk, { kind: 'signature', ...withdrawn.value })
    return withdrawn
  }

  /** Resolves when everything that has changed up to now has been looked at. */
  settle(): Promise<void> {
    return this.#work
  }

  /** Ends the work under way; what is not on record then is written after the next opening. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#leave()
    await this.#work
    if (this.#isCaughtUp && this.#waiting.size === 0) await removeMeta(this.tables, 'signing')
  }

  #note(cause: Cause): void {
    this.#waiting.set(`${cause.kind}:${cause.id}`, cause)
    this.#queue(() => this.#look())
  }

  /** One piece of work after the other. What fails here is told, and found again by the next catching up. */
  #queue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#isCaughtUp = false
      console.error(error)
    })
  }

  /** Looks again at the signatures that changes may have touched. */
  async #look(): Promise<void> {
    for (const [key, cause] of this.#waiting) {
      this.#waiting.delete(key)
      for (const id of await this.#touched(cause)) await this.#record(id, cause)
    }
  }

  async #catchUp(): Promise<void> {
    for (const id of await signedPages(this.tables)) {
      if (this.#isClosed) return
      await this.#record(id, { kind: 'unseen', id, personId: null })
    }
    this.#isCaughtUp = true
  }

  /** Puts on record that a page's signature has turned, if it has, and tells windows of it. */
  async #record(pageId: string, cause: Cause): Promise<void> {
    const stored = await findSignature(this.tables, pageId)
    if (!stored) return
    const holds = await this.#holds(stored)
    if (holds === stored.held) return
    const turned = await transact(this.tables, async (tables): Promise<Result<SignatureTelling | null>> => {
      const now = await findSignature(tables, pageId)
      // Signed anew or taken back meanwhile: that was told already.
      if (now?.position !== stored.position || now.held === holds) return done(null)
      const at = this.world.now().toISOString()
      const { kind, id, personId } = cause
      await addTurn(tables, stored, { holds, cause: kind, causeId: id, personId, at })
      const revision = await signatureRevision(tables, pageId)
      const signature = toSignature((await findSignature(tables, pageId))!, revision, holds)
      return done({ pageId, revision, signature })
    })
    if (!turned.ok) throw new Error(turned.failure.message)
    if (turned.value) this.events.emit(theDesk, { kind: 'signature', ...turned.value })
  }

  /** Signed pages that print something else now, perhaps. */
  async #touched({ kind, id }: Cause): Promise<string[]> {
    switch (kind) {
      case 'story':
        return pagesSignedWith(this.tables, id!)
      case 'people':
        return signedWithoutCredits(this.tables)
      case 'edition':
        return this.#signedIn(id!)
      case 'unseen':
        return [id!]
      case 'page': {
        // The others of its edition too: stories run on over pages.
        const page = await findPage(this.tables, id!)
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

/** What an event tells of that pages print. */
function causeIn(event: NewsroomEvent): Cause | null {
  switch (event.kind) {
    case 'steps':
      return { kind: 'story', id: event.id, personId: event.steps.at(-1)?.personId ?? null }
    case 'page':
      return { kind: 'page', id: event.pageId, personId: event.changes.at(-1)?.by ?? null }
    case 'editions':
      return { kind: 'edition', id: event.changed, personId: null }
    case 'people':
      return { kind: 'people', id: null, personId: null }
    default:
      return null
  }
}

const toSignature = (
  { pageId, personId, name, at, hash, turn }: StoredSignature,
  revision: number,
  holds: boolean,
): PageSignature => ({ pageId, revision, personId, name, at, hash, holds, turn })

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
