import { done, failed, type Result } from '../../shared/contract/failure'
import type { BudgetRow, StoryPlan, StoryTemplate, StoryText } from '../../shared/contract'
import type { BaseColumn } from '../../shared/budget/base-column'
import { fieldsOf } from '../../shared/budget/story-fields'
import { countLines } from '../../shared/budget/story-lines'
import { emptyPlan } from '../../shared/budget/story-plan'
import { storyStateNames } from '../../shared/budget/story-state'
import { peopleOf } from '../../shared/style/forms/story-people'
import { documentOf, emptyParts, type StoryParts } from '../../shared/story/parts'
import type { Actor } from '../../shared/review/actor'
import { may } from '../../shared/review/may'
import { theDesk } from '../../shared/review/audience'
import { findEdition } from '../store/editions'
import { findPerson } from '../store/people'
import {
  addStory,
  budgetRows,
  changeStory,
  findStories,
  findStory,
  keepPeople,
  nextStoryNumber,
  storiesUnread,
} from '../store/stories'
import { addSnapshot } from '../store/story-log'
import { transact, type Tables } from '../store/transact'
import { addVersion } from '../store/versions'
import { unknownStory, type Authority } from './authority'
import type { CurrentDocument } from './current-document'
import type { EventHub } from './events'
import { unknownPerson } from './people'
import type { StoryColumns } from './story-columns'
import { keptVersion } from './versions'
import type { World } from './world'

/** Stories whose lines are counted in the transaction that moves them. */
const countedAtOnce = 20

/** Only what is given: a change without a key leaves the field alone. */
export type PlanChange = { readonly [Key in keyof StoryPlan]?: StoryPlan[Key] | undefined }

const given = (change: PlanChange): Partial<StoryPlan> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

/** The budget (稿库): what the desk plans for each story, and what its document says. */
export class Stories {
  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: World,
    private readonly authority: Authority,
    private readonly columns: StoryColumns,
    readonly templates: readonly StoryTemplate[],
  ) {}

  /** Reads the names in texts of before names were kept; a damaged text names nobody. Once, when the newsroom opens. */
  async readNames(): Promise<void> {
    for (const id of await storiesUnread(this.tables)) {
      const document = await this.authority.document(id)
      await keepPeople(this.tables, id, document.ok ? [...peopleOf(document.value.parts)] : [])
    }
  }

  budget(isTrash: boolean): Promise<BudgetRow[]> {
    return budgetRows(this.tables, isTrash)
  }

  /** A new story. Fails with story.template, person.unknown or edition.unknown. */
  async create(
    actor: Actor,
    order: { template: string | null; plan: PlanChange },
  ): Promise<Result<BudgetRow>> {
    const allowed = may(actor, 'stories.create', { state: null, change: order.plan })
    if (!allowed.ok) return allowed
    const template = this.templates.find(one => one.name === order.template)
    if (order.template !== null && !template) {
      return failed('story.template', '没有这个模板，没有新建。', '请换一个模板，或建空白稿。')
    }
    const plan = {
      ...(template && { genre: template.genre, plannedCharacters: template.plannedCharacters }),
      ...given(order.plan),
    }
    const added = await this.addAll(actor, [{ parts: template?.parts ?? emptyParts, plan }])
    return added.ok ? done(added.value[0]!) : added
  }

  /** New stories, all or none. Fails with person.unknown or edition.unknown. */
  async addAll(
    actor: Actor,
    stories: readonly { readonly parts: StoryParts; readonly plan: Partial<StoryPlan> }[],
  ): Promise<Result<BudgetRow[]>> {
    const added = await transact(this.tables, async (tables): Promise<Result<BudgetRow[]>> => {
      const rows: BudgetRow[] = []
      for (const { parts, plan } of stories) {
        const fault = await planFault(tables, plan)
        if (fault) return fault
        const column = await this.columns.of(tables, { ...emptyPlan, ...plan })
        rows.push(await insertStory(tables, this.world, actor.id, parts, plan, column))
      }
      return done(rows)
    })
    if (added.ok) this.events.emit(theDesk, { kind: 'rows', rows: added.value })
    return added
  }

  /** Changes one plan, as `planMany` does. */
  async plan(actor: Actor, order: { id: string; change: PlanChange }): Promise<Result<BudgetRow>> {
    const planned = await this.planMany(actor, [order])
    return planned.ok ? done(planned.value[0]!) : planned
  }

  /**
   * Changes plans, all or none. A few stories that come into columns of another paper are counted anew with it, many
   * of them in the background. Fails with story.unknown, person.unknown, edition.unknown or what the policy forbids.
   */
  async planMany(
    actor: Actor,
    changes: readonly { readonly id: string; readonly change: PlanChange }[],
  ): Promise<Result<BudgetRow[]>> {
    const isCountedAtOnce = changes.length <= countedAtOnce
    const planned = await transact(this.tables, async (tables): Promise<Result<BudgetRow[]>> => {
      const rows: BudgetRow[] = []
      for (const { id, change } of changes) {
        const row = await this.#planned(tables, actor, id, given(change))
        if (!row.ok) return row
        rows.push(isCountedAtOnce ? await this.columns.countAnew(tables, row.value) : row.value)
      }
      return done(rows)
    })
    if (planned.ok) this.events.emit(theDesk, { kind: 'rows', rows: planned.value })
    return planned
  }

  async #planned(
    tables: Tables,
    actor: Actor,
    id: string,
    change: Partial<StoryPlan>,
  ): Promise<Result<BudgetRow>> {
    const row = await findStory(tables, id)
    if (!row) return unknownStory()
    const allowed = may(actor, 'stories.plan', { state: row.state, change })
    if (!allowed.ok) return allowed
    const fault = await planFault(tables, change)
    if (fault) return fault
    const changed = await changeStory(tables, id, { ...change, ...this.#mark(actor) })
    if (change.state !== undefined && change.state !== row.state) {
      // What was submitted or reviewed stays to be looked up.
      const name = storyStateNames[change.state]
      await addVersion(tables, keptVersion(this.world, row, actor, name, 'state'))
    }
    return done(changed)
  }

  /** Into the trash, all or none; those that are there already stay as they are. */
  trash(actor: Actor, ids: readonly string[]): Promise<Result<BudgetRow[]>> {
    return this.#move(actor, 'stories.trash', ids, row =>
      row.trashedAt === null ? this.world.now().toISOString() : undefined,
    )
  }

  /** Out of the trash again, all or none. */
  restore(actor: Actor, ids: readonly string[]): Promise<Result<BudgetRow[]>> {
    return this.#move(actor, 'stories.restore', ids, row => (row.trashedAt === null ? undefined : null))
  }

  /** Parts of stories; unknown and damaged ones are left out. */
  async parts(ids: readonly string[]): Promise<{ id: string; version: number; parts: StoryParts }[]> {
    const found = await this.#documents(ids)
    return found.map(({ id, document: { version, parts } }) => ({ id, version, parts }))
  }

  /** The same as documents, for a window that plays their steps from then on. */
  async texts(ids: readonly string[]): Promise<StoryText[]> {
    const found = await this.#documents(ids)
    return found.map(({ id, document: { version, doc } }) => ({
      id,
      version,
      doc: doc.toJSON() as StoryText['doc'],
    }))
  }

  async #documents(ids: readonly string[]): Promise<{ id: string; document: CurrentDocument }[]> {
    const found: { id: string; document: CurrentDocument }[] = []
    for (const id of ids) {
      const document = await this.authority.document(id)
      if (document.ok) found.push({ id, document: document.value })
    }
    return found
  }

  async #move(
    actor: Actor,
    act: 'stories.trash' | 'stories.restore',
    ids: readonly string[],
    trashedAt: (row: BudgetRow) => string | null | undefined,
  ): Promise<Result<BudgetRow[]>> {
    const wanted = [...new Set(ids)]
    const moved = await transact(this.tables, async (tables): Promise<Result<BudgetRow[]>> => {
      const rows = await findStories(tables, wanted)
      if (rows.length < wanted.length) return unknownStory()
      const allowed = may(actor, act, rows)
      if (!allowed.ok) return allowed
      const changed: BudgetRow[] = []
      for (const row of rows) {
        const at = trashedAt(row)
        if (at === undefined) {
          changed.push(row)
          continue
        }
        changed.push(await changeStory(tables, row.id, { trashedAt: at, ...this.#mark(actor) }))
      }
      return done(changed)
    })
    if (moved.ok) this.events.emit(theDesk, { kind: 'rows', rows: moved.value })
    return moved
  }

  #mark(actor: Actor) {
    return { changedAt: this.world.now().toISOString(), changedBy: actor.id }
  }
}

/** A plan may name only an edition and an editor that are there. */
async function planFault(tables: Tables, plan: Partial<StoryPlan>): Promise<Result<never> | null> {
  if (plan.editionId && !(await findEdition(tables, plan.editionId))) {
    return failed('edition.unknown', '没有这一期，没有改动。', '请重新选期次。')
  }
  if (plan.editorId && !(await findPerson(tables, plan.editorId))) return unknownPerson()
  return null
}

/** A story's row, counted in `baseColumn`, and its first snapshot. Its text is the log's beginning, not a step of anybody's. */
export async function insertStory(
  tables: Tables,
  world: World,
  by: string,
  parts: StoryParts,
  plan: Partial<StoryPlan>,
  baseColumn: BaseColumn,
): Promise<BudgetRow> {
  const at = world.now().toISOString()
  const doc = documentOf(parts)
  const row: BudgetRow = {
    ...emptyPlan,
    ...plan,
    ...fieldsOf(parts, countLines(parts, baseColumn).lines),
    baseColumn,
    id: world.newId(),
    number: await nextStoryNumber(tables),
    version: 0,
    revision: 0,
    createdAt: at,
    changedAt: at,
    changedBy: by,
    trashedAt: null,
  }
  await addStory(tables, row)
  await addSnapshot(tables, row.id, { version: 0, doc: doc.toJSON() as Record<string, unknown> })
  return row
}
