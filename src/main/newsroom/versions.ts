import { Slice, type Node } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import type { BudgetRow, LoggedStep, Sitting, StoryVersion } from '../../shared/contract'
import { done, failed, type Result } from '../../shared/contract/failure'
import { sittingsOf } from '../../shared/story/trail/sittings'
import type { Actor } from '../../shared/review/actor'
import { findStory } from '../store/stories'
import { snapshotBefore, stepsAfter } from '../store/story-log'
import { addVersion, versionsOf } from '../store/versions'
import { transact, type Tables } from '../store/transact'
import { storyAt, tellingDamage } from './story-past'
import { unknownStory, type Authority } from './authority'
import type { World } from './world'

/** Versions of stories: kept under a name, compared, put back. Their texts lie in the log. */
export class Versions {
  constructor(
    private readonly tables: Tables,
    private readonly world: World,
    private readonly authority: Authority,
  ) {}

  /** Kept versions, oldest first, the story's beginning before them. Fails with story.unknown. */
  async list(storyId: string): Promise<Result<StoryVersion[]>> {
    const row = await findStory(this.tables, storyId)
    if (!row) return unknownStory()
    const beginning: StoryVersion = {
      id: `${storyId}/0`,
      storyId,
      version: 0,
      name: '来稿',
      by: null,
      at: row.createdAt,
      kind: 'created',
    }
    return done([beginning, ...(await versionsOf(this.tables, storyId))])
  }

  /** Keeps the story as it stands. Fails with story.unknown. */
  keep(actor: Actor, order: { storyId: string; name: string }): Promise<Result<StoryVersion>> {
    return transact(this.tables, async (tables): Promise<Result<StoryVersion>> => {
      const row = await findStory(tables, order.storyId)
      if (!row) return unknownStory()
      const version = keptVersion(this.world, row, actor, order.name.trim() || '未命名', 'named')
      await addVersion(tables, version)
      return done(version)
    })
  }

  /** The text at `from` and the steps to `to`, or to now. Fails with story.unknown, story.damaged, version.unknown. */
  between(
    storyId: string,
    from: number,
    to: number | null,
  ): Promise<Result<{ doc: Record<string, unknown>; steps: LoggedStep[] }>> {
    return tellingDamage(this.tables, async () => {
      const row = await findStory(this.tables, storyId)
      if (!row) return unknownStory()
      const last = to ?? row.version
      if (from > last || last > row.version) return unknownVersion()
      const { doc } = await storyAt(this.tables, storyId, from)
      const steps = await stepsAfter(this.tables, storyId, from, last)
      return done({ doc: doc.toJSON() as Record<string, unknown>, steps })
    })
  }

  /**
   * Puts an old text back as steps of this hand; the present one is kept as a version first. Fails with story.unknown, story.damaged,
   * version.unknown or version.busy.
   */
  restore(actor: Actor, order: { storyId: string; version: number }): Promise<Result<BudgetRow>> {
    return tellingDamage(this.tables, () => this.#restore(actor, order))
  }

  async #restore(actor: Actor, order: { storyId: string; version: number }): Promise<Result<BudgetRow>> {
    const { storyId, version } = order
    // Somebody may type in between: then the text is compared again.
    for (let tries = 0; tries < 20; tries++) {
      const row = await findStory(this.tables, storyId)
      if (!row) return unknownStory()
      if (version > row.version) return unknownVersion()
      const current = await this.authority.document(storyId)
      if (!current.ok) return current
      const old = await storyAt(this.tables, storyId, version)
      const step = replacing(current.value.doc, old.doc)
      if (step) {
        const kept = await this.#keepBefore(actor, { ...row, version: current.value.version })
        if (!kept.ok) return kept
        const clientId = `restore ${this.world.newId()}`
        const steps = [step.toJSON() as Record<string, unknown>]
        const sent = { id: storyId, version: current.value.version, clientId, sequence: 0, steps }
        const taken = await this.authority.submit(actor, sent)
        if (!taken.ok) return taken
        if (taken.value.status === 'behind') continue
      }
      return transact(this.tables, async (tables): Promise<Result<BudgetRow>> => {
        const after = await findStory(tables, storyId)
        if (!after) return unknownStory()
        const names = [...(await versionsOf(tables, storyId))].findLast(one => one.version === version)
        const name = `恢复到${names?.name ?? (version === 0 ? '来稿' : `第 ${version} 步`)}`.slice(0, 40)
        await addVersion(tables, keptVersion(this.world, after, actor, name, 'restored'))
        return done(after)
      })
    }
    return failed('version.busy', '稿子一直有人在改，没有恢复。', '请他停一下，再恢复一次。')
  }

  /** Keeps what a restoring is about to replace, unless it is kept already: then it can be restored too. */
  #keepBefore(actor: Actor, row: BudgetRow): Promise<Result<void>> {
    return transact(this.tables, async (tables): Promise<Result<void>> => {
      const isKept = (await versionsOf(tables, row.id)).some(one => one.version === row.version)
      if (row.version > 0 && !isKept) {
        await addVersion(tables, keptVersion(this.world, row, actor, '恢复前', 'named'))
      }
      return done(undefined)
    })
  }

  /** Who wrote when, oldest first. Fails with story.unknown or story.damaged. */
  timeline(storyId: string): Promise<Result<Sitting[]>> {
    return tellingDamage(this.tables, async () => {
      const row = await findStory(this.tables, storyId)
      if (!row) return unknownStory()
      const first = await snapshotBefore(this.tables, storyId, 0)
      return done(sittingsOf(await stepsAfter(this.tables, storyId, first.version, row.version)))
    })
  }
}

/** A version to be kept of a story as it stands. */
export function keptVersion<Kind extends 'state' | 'named' | 'restored'>(
  world: World,
  row: BudgetRow,
  actor: Actor,
  name: string,
  kind: Kind,
): StoryVersion & { readonly kind: Kind } {
  return {
    id: world.newId(),
    storyId: row.id,
    version: row.version,
    name,
    by: actor.id,
    at: world.now().toISOString(),
    kind,
  }
}

/** The one step from a text to another, over what differs; null where nothing does. Checked: both are stories. */
function replacing(from: Node, to: Node): Step | null {
  const start = from.content.findDiffStart(to.content)
  if (start === null) return null
  let { a, b } = from.content.findDiffEnd(to.content)!
  // The ends may run into what is the same at the start (repeated words).
  const overlap = start - Math.min(a, b)
  if (overlap > 0) {
    a += overlap
    b += overlap
  }
  const step = new ReplaceStep(start, a, to.slice(start, b))
  const applied = step.apply(from)
  if (applied.doc?.eq(to)) return step
  // What differs begins in one part and ends in another kind: the whole text is put back.
  return new ReplaceStep(0, from.content.size, new Slice(to.content, 0, 0))
}

const unknownVersion = () =>
  failed('version.unknown', '没有这一稿，没有改动。', '请重新打开版本列表，再选一次。')
