import type { BudgetRow, StoryPlan } from '../../shared/contract'
import { mostInOneCall } from '../../shared/contract/stories'
import { client, failureOf } from '../newsroom/client'
import { openMade, showEdit, showRows, useNewsroom } from '../newsroom/newsroom'
import { bringForward } from './bring-forward'
import { noteDone, showFailure } from './notice'
import { quoted } from './row-words'
import { titleOf } from '../../shared/budget/story-names'

/** Runs a call and shows its failure in the budget; null when it failed. */
async function attempt<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call()
  } catch (error) {
    showFailure(failureOf(error))
    return null
  }
}

interface PlanChange {
  readonly id: string
  readonly change: Partial<StoryPlan>
}

/** Shows changes at once and has them kept; each call is kept whole or not at all. */
async function keep(changes: readonly PlanChange[]): Promise<boolean> {
  const settles = new Map(changes.map(({ id, change }) => [id, showEdit(id, change)]))
  let isKept = true
  for (const some of inCalls(changes)) {
    const kept: readonly BudgetRow[] | null = isKept
      ? await attempt(() => client.stories.planMany({ changes: some }))
      : null
    isKept = kept !== null
    for (const { id } of some) settles.get(id)?.(kept?.find(row => row.id === id) ?? null)
  }
  return isKept
}

/**
 * Changes what is planned for stories, all of them the same, and offers to take it back. `what` names it in
 * 已撤销：…: the column's name. Told aloud where there are several.
 */
export async function planStories(
  rows: readonly BudgetRow[],
  change: Partial<StoryPlan>,
  what: string,
): Promise<void> {
  const keys = Object.keys(change) as (keyof StoryPlan)[]
  const changed = rows.filter(row => keys.some(key => row[key] !== change[key]))
  if (changed.length === 0) return
  const before = changed.map(row => ({
    id: row.id,
    change: Object.fromEntries(keys.map(key => [key, row[key]])) as Partial<StoryPlan>,
  }))
  if (!(await keep(changed.map(({ id }) => ({ id, change }))))) return
  const undo = async () => {
    const here = new Set(useNewsroom.getState().rows.map(row => row.id))
    await keep(before.filter(({ id }) => here.has(id)))
  }
  noteDone({ says: `改${several(changed)}的${what}`, undo }, changed.length > 1)
}

const several = (rows: readonly BudgetRow[]): string =>
  rows.length === 1 && rows[0] ? quoted(titleOf(rows[0])) : ` ${rows.length} 篇`

/** As many as the contract takes in one call. */
function inCalls<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / mostInOneCall) }, (_, at) =>
    all.slice(at * mostInOneCall, (at + 1) * mostInOneCall),
  )
}

async function move(rows: readonly BudgetRow[], where: 'trash' | 'restore'): Promise<boolean> {
  for (const ids of inCalls(rows.map(row => row.id))) {
    const moved = await attempt(() => client.stories[where]({ ids }))
    if (moved === null) return false
    showRows(moved)
  }
  return true
}

/** Into the trash, with the offer to take it back. */
export async function trashStories(rows: readonly BudgetRow[]): Promise<void> {
  if (rows.length === 0 || !(await move(rows, 'trash'))) return
  noteDone(
    { says: `把${several(rows)}移入废稿箱`, undo: async () => void (await move(rows, 'restore')) },
    true,
  )
}

/** Out of the trash. */
export async function restoreStories(rows: readonly BudgetRow[]): Promise<void> {
  if (rows.length === 0 || !(await move(rows, 'restore'))) return
  noteDone({ says: `把${several(rows)}放回稿库`, undo: async () => void (await move(rows, 'trash')) }, true)
}

/** A new story in the chosen edition, opened at once. No template: a blank one. */
export async function createStory(template: string | null): Promise<void> {
  const { me, people, edition } = useNewsroom.getState()
  const person = people.find(p => p.id === me)
  const plan: Partial<StoryPlan> = {
    editionId: edition,
    state: 'editing',
    ...(person?.roles.includes('reporter') ? { author: person.name } : {}),
    ...(person?.roles.includes('editor') ? { editorId: me } : {}),
  }
  const row = await openMade(async () => {
    const made = await attempt(() => client.stories.create({ template, plan }))
    if (!made) return null
    showRows([made])
    return made
  })
  if (!row) return
  // Whoever went on to another story meanwhile is not called back.
  if (useNewsroom.getState().story === row.id) bringForward(row)
  noteDone({ says: '新建一篇稿件', undo: async () => void (await move([row], 'trash')) }, false)
}

/** Stories that came in from outside, told with the offer to take them back. */
export function noteImported(rows: readonly BudgetRow[]): void {
  if (rows[0]) bringForward(rows[0])
  noteDone({ says: `收进${several(rows)}`, undo: async () => void (await move(rows, 'trash')) }, true)
}
