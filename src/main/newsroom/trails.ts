import type { Node } from 'prosemirror-model'
import { done, failed, type Result } from '../../shared/contract/failure'
import type { StoryTrail } from '../../shared/contract'
import { acceptChanges, handOf, wholeChanges } from '../../shared/story/trail/settle'
import {
  baseOf,
  followSteps,
  startTrail,
  trailFromJson,
  trailToJson,
  type Trail,
} from '../../shared/story/trail/trail'
import type { Actor } from '../../shared/review/actor'
import { theDesk } from '../../shared/review/audience'
import { findStory } from '../store/stories'
import { stepsAfter } from '../store/story-log'
import { addDecisions, findTrail, keepTrail, removeTrail, type StoredTrail } from '../store/trails'
import { transact, type Tables } from '../store/transact'
import { unknownStory } from './authority'
import type { EventHub } from './events'
import { followable, storyAt, tellingDamage } from './story-past'
import type { World } from './world'

/** A trail with what is kept beside it. */
interface KeptTrail {
  readonly trail: Trail
  readonly kept: StoredTrail
}

/** Steps by which a kept trail may lie behind its story before it is written anew. */
const keepEvery = 200

/** 修订: keeps what was last agreed on of each story, and settles what has changed since. */
export class Trails {
  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: World,
  ) {}

  /** The trail at the story's newest version; null where nobody keeps one. Fails with story.unknown or .damaged. */
  open(storyId: string): Promise<Result<StoryTrail | null>> {
    return this.#transact(async tables => {
      const row = await findStory(tables, storyId)
      if (!row) return unknownStory()
      const found = await this.#current(tables, storyId, row.version)
      if (!found) return done(null)
      if (found.trail.version - found.kept.version >= keepEvery) {
        await keepTrail(tables, storyId, { ...found.kept, ...trailToJson(found.trail) })
      }
      return done(told(storyId, found))
    })
  }

  /** Begins a trail where the story stands; one that is kept already goes on. */
  begin(actor: Actor, storyId: string): Promise<Result<StoryTrail>> {
    return this.#telling(storyId, async tables => {
      const row = await findStory(tables, storyId)
      if (!row) return unknownStory()
      const known = await this.#current(tables, storyId, row.version)
      if (known) return done(told(storyId, known))
      const trail = startTrail(row.version, (await storyAt(tables, storyId, row.version)).doc)
      const at = this.world.now().toISOString()
      const kept: StoredTrail = { ...trailToJson(trail), begunBy: actor.id, begunAt: at }
      await keepTrail(tables, storyId, kept)
      const decision = {
        storyId,
        personId: actor.id,
        at,
        kind: 'begun',
        before: '',
        after: '',
        hand: null,
      } as const
      await addDecisions(tables, [{ ...decision, version: row.version }])
      return done(told(storyId, { trail, kept }))
    })
  }

  /** Agrees on changes. Fails with story.unknown, trail.none, trail.behind, trail.unknown-change. */
  accept(
    actor: Actor,
    sent: {
      readonly storyId: string
      readonly version: number
      readonly changes: readonly { readonly fromB: number; readonly toB: number }[]
    },
  ): Promise<Result<StoryTrail>> {
    const { storyId } = sent
    return this.#telling(storyId, async tables => {
      const row = await findStory(tables, storyId)
      if (!row) return unknownStory()
      if (row.version !== sent.version) return behind()
      const found = await this.#current(tables, storyId, row.version)
      if (!found) return noTrail()
      const asked = new Set(sent.changes.map(({ fromB, toB }) => `${fromB}-${toB}`))
      const taken = wholeChanges(found.trail).filter(({ fromB, toB }) => asked.has(`${fromB}-${toB}`))
      if (taken.length !== asked.size) return unknownChange()
      const isTaken = (change: { fromB: number; toB: number }) => asked.has(`${change.fromB}-${change.toB}`)
      const trail = acceptChanges(found.trail, isTaken)
      const kept = { ...found.kept, ...trailToJson(trail) }
      await keepTrail(tables, storyId, kept)
      const at = this.world.now().toISOString()
      await addDecisions(
        tables,
        taken.map(change => ({
          storyId,
          personId: actor.id,
          at,
          kind: 'accepted' as const,
          version: row.version,
          before: words(baseOf(found.trail), change.fromA, change.toA),
          after: words(found.trail.doc, change.fromB, change.toB),
          hand: handOf(change).by,
        })),
      )
      return done(told(storyId, { trail, kept }))
    })
  }

  /** Ends a trail: what is left is agreed on. Nothing to do where there is none. */
  async end(actor: Actor, storyId: string): Promise<Result<void>> {
    const ended = await transact(this.tables, async (tables): Promise<Result<boolean>> => {
      const row = await findStory(tables, storyId)
      if (!row) return unknownStory()
      const kept = await findTrail(tables, storyId)
      if (!kept) return done(false)
      await removeTrail(tables, storyId)
      const at = this.world.now().toISOString()
      const decision = {
        storyId,
        personId: actor.id,
        at,
        kind: 'ended',
        before: '',
        after: '',
        hand: null,
      } as const
      await addDecisions(tables, [{ ...decision, version: row.version }])
      return done(true)
    })
    if (!ended.ok) return ended
    if (ended.value) this.events.emit(theDesk, { kind: 'trail', storyId, trail: null })
    return done(undefined)
  }

  /** Runs a change of a trail in one transaction and tells every window of it after the commit. */
  async #telling(
    storyId: string,
    work: (tables: Tables) => Promise<Result<StoryTrail>>,
  ): Promise<Result<StoryTrail>> {
    const result = await this.#transact(work)
    if (result.ok) this.events.emit(theDesk, { kind: 'trail', storyId, trail: result.value })
    return result
  }

  async #current(tables: Tables, storyId: string, version: number): Promise<KeptTrail | null> {
    const kept = await findTrail(tables, storyId)
    if (!kept) return null
    const trail = trailFromJson(kept, (await storyAt(tables, storyId, kept.version)).doc)
    const steps = await stepsAfter(tables, storyId, kept.version, version)
    return { trail: followable(storyId, followSteps(trail, steps)), kept }
  }

  #transact<T>(work: (tables: Tables) => Promise<Result<T>>): Promise<Result<T>> {
    return tellingDamage(this.tables, () => transact(this.tables, work))
  }
}

const told = (storyId: string, { trail, kept }: KeptTrail): StoryTrail => {
  const { version, base, changes } = trailToJson(trail)
  return {
    storyId,
    version,
    base,
    changes: changes.map(change => ({
      ...change,
      deleted: change.deleted.map(span => ({ ...span })),
      inserted: change.inserted.map(span => ({ ...span })),
    })),
    begunBy: kept.begunBy,
    begunAt: kept.begunAt,
  }
}

const words = (doc: Node, from: number, to: number) => doc.textBetween(from, to, '¶', '¶').slice(0, 2000)

const noTrail = () => failed('trail.none', '这篇稿没有在修订，没有改动。', '点“修订”开始，再改就有痕迹。')

const behind = () => failed('trail.behind', '稿子刚被改过，没有采纳。', '看一下新的改动，再点一次采纳。')

const unknownChange = () =>
  failed('trail.unknown-change', '这处改动已经不在了，没有采纳。', '看一下现在的修订，再点一次。')
