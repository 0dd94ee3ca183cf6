import type { TrailJson } from '../../shared/story/trail/trail'
import type { Tables } from './transact'

/** A trail as it is kept. */
export interface StoredTrail extends TrailJson {
  readonly begunBy: string | null
  readonly begunAt: string
}

export async function findTrail(tables: Tables, storyId: string): Promise<StoredTrail | null> {
  const row = await tables
    .selectFrom('story_trail')
    .selectAll()
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return row
    ? {
        version: row.version,
        base: JSON.parse(row.base) as TrailJson['base'],
        changes: JSON.parse(row.changes) as TrailJson['changes'],
        begunBy: row.begun_by,
        begunAt: row.begun_at,
      }
    : null
}

export async function keepTrail(tables: Tables, storyId: string, trail: StoredTrail): Promise<void> {
  const values = {
    version: trail.version,
    base: JSON.stringify(trail.base),
    changes: JSON.stringify(trail.changes),
    begun_by: trail.begunBy,
    begun_at: trail.begunAt,
  }
  await tables
    .insertInto('story_trail')
    .values({ story_id: storyId, ...values })
    .onConflict(conflict => conflict.column('story_id').doUpdateSet(values))
    .execute()
}

export async function removeTrail(tables: Tables, storyId: string): Promise<void> {
  await tables.deleteFrom('story_trail').where('story_id', '=', storyId).execute()
}

/** What somebody has settled of a trail, for those who look it up later. */
export interface TrailDecision {
  readonly storyId: string
  readonly personId: string
  readonly at: string
  readonly kind: 'begun' | 'accepted' | 'ended'
  readonly version: number
  /** The words that were there before and after; borders between parts are ¶. */
  readonly before: string
  readonly after: string
  /** Whose change it was. */
  readonly hand: string | null
}

export async function addDecisions(tables: Tables, decisions: readonly TrailDecision[]): Promise<void> {
  for (const { storyId, personId, ...rest } of decisions) {
    await tables
      .insertInto('trail_decision')
      .values({ story_id: storyId, person_id: personId, ...rest })
      .execute()
  }
}

export async function decisionsOf(tables: Tables, storyId: string): Promise<TrailDecision[]> {
  const rows = await tables
    .selectFrom('trail_decision')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    storyId: row.story_id,
    personId: row.person_id,
    at: row.at,
    kind: row.kind,
    version: row.version,
    before: row.before,
    after: row.after,
    hand: row.hand,
  }))
}
