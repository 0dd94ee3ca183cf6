import type { Result } from '../../shared/contract/failure'
import { playSteps, storyOfSnapshot, type Followed, type StoryAt } from '../../shared/story/log/play-steps'
import { damagedStory, expecting } from '../store/failures'
import { findStory } from '../store/stories'
import { DamagedLog, snapshotBefore, stepsAfter } from '../store/story-log'
import type { Tables } from '../store/transact'

/** A story as it stood at a version of its log. Throws DamagedLog where the log cannot be followed. */
export async function storyAt(tables: Tables, storyId: string, version: number): Promise<StoryAt> {
  const snapshot = await snapshotBefore(tables, storyId, version)
  return storyAfter(tables, storyId, followable(storyId, storyOfSnapshot(snapshot)), version)
}

/** A story at a later version than is at hand. Throws DamagedLog. */
export async function storyAfter(
  tables: Tables,
  storyId: string,
  from: StoryAt,
  version: number,
): Promise<StoryAt> {
  return followable(storyId, playSteps(from, await stepsAfter(tables, storyId, from.version, version)))
}

/** What following a story's log came to; damage ends the work, as where the store finds it. */
export function followable<T>(storyId: string, followed: Followed<T>): T {
  if (followed.ok) return followed.value
  throw new DamagedLog(storyId, followed.damage.version)
}

/** Runs work on stories' logs: a damaged one is told of with the story's number, and harms no other story. */
export async function tellingDamage<T>(tables: Tables, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await expecting(work)
  } catch (error) {
    if (!(error instanceof DamagedLog)) throw error
    const row = await findStory(tables, error.storyId)
    return damagedStory(row?.number ?? 0)
  }
}
