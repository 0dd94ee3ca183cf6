import type { StoryVersion } from '../../shared/contract'
import type { Tables } from './transact'

type KeptVersion = StoryVersion & { readonly kind: 'state' | 'named' | 'restored' }

export async function addVersion(tables: Tables, version: KeptVersion): Promise<void> {
  const { storyId, by, ...rest } = version
  await tables
    .insertInto('story_version')
    .values({ ...rest, story_id: storyId, person_id: by })
    .execute()
}

/** The versions that were kept of a story, oldest first. */
export async function versionsOf(tables: Tables, storyId: string): Promise<StoryVersion[]> {
  const rows = await tables
    .selectFrom('story_version')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('position')
    .execute()
  return rows.map(({ id, version, name, person_id, at, kind }) => {
    return { id, storyId, version, name, by: person_id, at, kind }
  })
}
