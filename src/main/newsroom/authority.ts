import { done, failed, type Result } from '../../shared/contract/failure'
import type { BudgetRow, LoggedStep, OpenedStory, Submission } from '../../shared/contract'
import { fieldsOf } from '../../shared/budget/story-fields'
import { playSteps } from '../../shared/story/log/play-steps'
import type { Actor } from '../../shared/review/actor'
import { theDesk } from '../../shared/review/audience'
import { changeStory, findStory } from '../store/stories'
import { addSnapshot, appendSteps, nextSequence, snapshotBefore, stepsAfter } from '../store/story-log'
import { transact, type Tables } from '../store/transact'
import { currentDocument, type CurrentDocument } from './current-document'
import type { EventHub } from './events'
import { NewestCache } from './newest-cache'
import { storyAfter, storyAt, tellingDamage } from './story-past'
import type { World } from './world'

/** Steps between two snapshots: what a story's opening has to play at most. */
const snapshotEvery = 200
/** Steps that an opened window gets to rebuild its undo history from. */
const undoSteps = 300
/** Size of a document in ProseMirror's tokens: some forty pages of a broadsheet. */
const mostTokens = 500_000

/** Steps that a window sends. */
export interface StepsSent {
  readonly id: string
  /** The document's version that the steps were made on. */
  readonly version: number
  readonly clientId: string
  /** Number of the first step among those of this client, from 0. */
  readonly sequence: number
  readonly steps: readonly Record<string, unknown>[]
}

/**
 * Orders the steps of every story: the one place where a document changes. Steps are applied to the current
 * document, checked against the schema, stored and acknowledged, in this order.
 */
export class Authority {
  readonly #cache = new NewestCache<CurrentDocument>(64)

  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: World,
  ) {}

  /**
   * Takes steps made on the current version, or answers `behind` with what the window lacks. Fails with
   * story.unknown, story.ahead (the window knows steps that the log does not),
   * story.out-of-order, story.bad-steps, story.too-long or story.damaged; nothing is stored then.
   */
  async submit(actor: Actor, sent: StepsSent): Promise<Result<Submission>> {
    const taken = await tellingDamage(this.tables, () =>
      transact(this.tables, async (tables): Promise<Result<Taken | Behind>> => {
        const row = await findStory(tables, sent.id)
        if (!row) return unknownStory()
        if (sent.version > row.version) return ahead()
        if (sent.version < row.version) {
          return done({ behind: await stepsAfter(tables, sent.id, sent.version, row.version) })
        }
        if (sent.sequence !== (await nextSequence(tables, sent.id, sent.clientId))) return outOfOrder()
        const current = await this.documentIn(tables, row)
        const next = applySteps(current, sent.steps)
        if (!next.ok) return next

        const { document, steps } = next.value
        const at = this.world.now().toISOString()
        const logged = steps.map((step, index) => ({
          version: sent.version + index + 1,
          step,
          clientId: sent.clientId,
          personId: actor.id,
          at,
        }))
        await appendSteps(tables, sent.id, logged, sent.sequence)
        const { version } = document
        if (Math.floor(version / snapshotEvery) > Math.floor(row.version / snapshotEvery)) {
          await addSnapshot(tables, sent.id, { version, doc: document.doc.toJSON() })
        }
        const fields = fieldsOf(document.parts, document.linesIn(row.baseColumn).lines)
        const change = { ...fields, version, changedAt: at, changedBy: actor.id }
        return done({ document, row: await changeStory(tables, sent.id, change), steps: logged, at })
      }),
    )
    if (!taken.ok) return taken
    if ('behind' in taken.value) return done({ status: 'behind', steps: taken.value.behind })
    const { document, row, steps, at } = taken.value
    this.#cache.put(sent.id, document)
    this.events.emit(theDesk, { kind: 'steps', id: sent.id, steps })
    this.events.emit(theDesk, { kind: 'rows', rows: [row] })
    return done({ status: 'taken', version: document.version, at })
  }

  /** A story with a document from some way back and the steps since. Fails as `document` does. */
  open(id: string): Promise<Result<OpenedStory>> {
    return tellingDamage(this.tables, async () => {
      const row = await findStory(this.tables, id)
      if (!row) return unknownStory()
      const snapshot = await snapshotBefore(this.tables, id, Math.max(0, row.version - undoSteps))
      const steps = await stepsAfter(this.tables, id, snapshot.version, row.version)
      return done({ row, snapshot, steps })
    })
  }

  /** Steps after a version, oldest first. Fails with story.unknown, story.ahead or story.damaged. */
  stepsSince(id: string, version: number): Promise<Result<LoggedStep[]>> {
    return tellingDamage(this.tables, async () => {
      const row = await findStory(this.tables, id)
      if (!row) return unknownStory()
      if (version > row.version) return ahead()
      return done(await stepsAfter(this.tables, id, version, row.version))
    })
  }

  /** The document as it stands. Fails with story.unknown or story.damaged. */
  document(id: string): Promise<Result<CurrentDocument>> {
    return tellingDamage(this.tables, async () => {
      const row = await findStory(this.tables, id)
      if (!row) return unknownStory()
      const document = await this.documentIn(this.tables, row)
      this.#cache.put(id, document)
      return done(document)
    })
  }

  /**
   * The same within a transaction, of the row that it has read: from the cache, or from the newest snapshot and the
   * steps since; a cache that is behind catches up. Throws DamagedLog.
   */
  async documentIn(tables: Tables, row: BudgetRow): Promise<CurrentDocument> {
    const cached = this.#cache.get(row.id)
    if (cached && cached.version === row.version) return cached
    const { doc } =
      cached && cached.version < row.version
        ? await storyAfter(tables, row.id, cached, row.version)
        : await storyAt(tables, row.id, row.version)
    return currentDocument(row.version, doc, cached)
  }
}

interface Taken {
  readonly document: CurrentDocument
  readonly row: BudgetRow
  readonly steps: LoggedStep[]
  readonly at: string
}

interface Behind {
  readonly behind: LoggedStep[]
}

/** Steps as JSON, applied one after the other and the result checked; they come back as the log keeps them. */
function applySteps(
  current: CurrentDocument,
  steps: readonly Record<string, unknown>[],
): Result<{ document: CurrentDocument; steps: Record<string, unknown>[] }> {
  const kept: Record<string, unknown>[] = []
  const numbered = steps.map((step, index) => ({ version: current.version + index + 1, step }))
  const played = playSteps(current, numbered, ({ step }) => {
    kept.push(step.toJSON() as Record<string, unknown>)
  })
  if (!played.ok) return badSteps()
  const { version, doc } = played.value
  try {
    doc.check()
  } catch {
    // Steps come from outside: they may make of a story what is none.
    return badSteps()
  }
  if (doc.nodeSize > mostTokens) {
    return failed('story.too-long', '这篇稿件太长，最后输入的没有存下。', '请把文字分到几篇稿件里。')
  }
  return done({ document: currentDocument(version, doc, current), steps: kept })
}

export const unknownStory = (): Result<never> =>
  failed('story.unknown', '没有找到这篇稿件。', '请刷新稿库再打开。')

const badSteps = () =>
  failed(
    'story.bad-steps',
    '最后的改动和稿件对不上，没有存下；之前存的都在。',
    '请把新写的文字复制出来，重新打开稿件后再粘贴。',
  )

export const ahead = (): Result<never> =>
  failed(
    'story.ahead',
    '窗口里的稿件比资料库里的新，多半是资料库恢复过备份；没有改动资料库。',
    '请把新写的文字复制出来，重新打开稿件后再粘贴。',
  )

const outOfOrder = () =>
  failed(
    'story.out-of-order',
    '有几步改动没有按次序送到，没有存下；之前存的都在。',
    '请把新写的文字复制出来，重新打开稿件后再粘贴。',
  )
