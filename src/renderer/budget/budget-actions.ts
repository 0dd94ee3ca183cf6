import type { BudgetRow, StoryPlan } from '../../shared/contract'
import { client, failureOf } from '../newsroom/client'
import { openMade, showEdit, showRows, useNewsroom } from '../newsroom/newsroom'
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

async function keep(row: BudgetRow, change: Partial<StoryPlan>): Promise<boolean> {
  const settle = showEdit(row.id, change)
  const kept = await attempt(() => client.stories.plan({ id: row.id, change }))
  settle(kept)
  return kept !== null
}

/** Changes what is planned for a story. `what` names it in 已撤销：…: the column's name. */
export async function planStory(row: BudgetRow, change: Partial<StoryPlan>, what: string): Promise<void> {
  const keys = Object.keys(change) as (keyof StoryPlan)[]
  const before = Object.fromEntries(keys.map(key => [key, row[key]])) as Partial<StoryPlan>
  if (keys.every(key => before[key] === change[key])) return
  if (!(await keep(row, change))) return
  const undo = async () => {
    const now = useNewsroom.getState().rows.find(one => one.id === row.id)
    if (now) await keep(now, before)
  }
  noteDone({ says: `改${quoted(titleOf(row))}的${what}`, undo }, false)
}

const several = (rows: readonly BudgetRow[]): string =>
  rows.length === 1 && rows[0] ? quoted(titleOf(rows[0])) : ` ${rows.length} 篇`

// The contract takes so many stories in one call.
const inOneCall = 1000

async function move(rows: readonly BudgetRow[], where: 'trash' | 'restore'): Promise<boolean> {
  for (let from = 0; from < rows.length; from += inOneCall) {
    const ids = rows.slice(from, from + inOneCall).map(row => row.id)
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
    if (made) showRows([made])
    return made
  })
  if (!row) return
  noteDone({ says: '新建一篇稿件', undo: async () => void (await move([row], 'trash')) }, false)
}

/** Stories that came in from outside, told with the offer to take them back. */
export function noteImported(rows: readonly BudgetRow[]): void {
  noteDone({ says: `收进${several(rows)}`, undo: async () => void (await move(rows, 'trash')) }, true)
}
