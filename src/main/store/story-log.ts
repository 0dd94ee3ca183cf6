import type { LoggedStep } from '../../shared/contract'
import { hashOf, sameHash } from './hash'
import type { Tables } from './transact'

/** A document as it was kept. */
export interface StoredSnapshot {
  readonly version: number
  readonly doc: Record<string, unknown>
}

/** What came out of the store no longer agrees with its hash: the log's reader says so to its user. */
export class DamagedLog extends Error {
  constructor(
    readonly storyId: string,
    readonly version: number,
  ) {
    super(`log of story ${storyId} is damaged at version ${version}`)
  }
}

const stepHash = (
  storyId: string,
  step: Omit<LoggedStep, 'step'>,
  clientSequence: number,
  json: string,
): Uint8Array => hashOf(storyId, step.version, step.clientId, clientSequence, step.personId, step.at, json)

const snapshotHash = (storyId: string, version: number, json: string) => hashOf(storyId, version, json)

/**
 * Appends steps of one client, numbered from `sequence` among that client's own. The table's unique index
 * refuses one that is there already.
 */
export async function appendSteps(
  tables: Tables,
  storyId: string,
  steps: readonly LoggedStep[],
  sequence: number,
): Promise<void> {
  for (const [at, step] of steps.entries()) {
    const json = JSON.stringify(step.step)
    await tables
      .insertInto('step')
      .values({
        story_id: storyId,
        version: step.version,
        client_id: step.clientId,
        client_sequence: sequence + at,
        person_id: step.personId,
        at: step.at,
        step: json,
        hash: stepHash(storyId, step, sequence + at, json),
      })
      .execute()
  }
}

/**
 * Steps after `version`, oldest first, up to and with `end` when it is given. Throws DamagedLog when one of
 * them does not agree with its hash or is missing.
 */
export async function stepsAfter(
  tables: Tables,
  storyId: string,
  version: number,
  end?: number,
): Promise<LoggedStep[]> {
  const rows = await tables
    .selectFrom('step')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('version', '>', version)
    .where('version', '<=', end ?? Number.MAX_SAFE_INTEGER)
    .orderBy('version')
    .execute()
  if (end !== undefined && version + rows.length < end) {
    throw new DamagedLog(storyId, version + rows.length + 1)
  }
  return rows.map((row, at) => {
    const meta = { version: row.version, clientId: row.client_id, personId: row.person_id, at: row.at }
    const hash = stepHash(storyId, meta, row.client_sequence, row.step)
    if (row.version !== version + at + 1 || !sameHash(hash, row.hash)) {
      throw new DamagedLog(storyId, version + at + 1)
    }
    return { ...meta, step: JSON.parse(row.step) as Record<string, unknown> }
  })
}

/** How many steps of a client the story's log holds: the sequence that its next one bears. */
export async function nextSequence(tables: Tables, storyId: string, clientId: string): Promise<number> {
  const { last } = await tables
    .selectFrom('step')
    .select(row => row.fn.max('client_sequence').as('last'))
    .where('story_id', '=', storyId)
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow()
  return last === null ? 0 : Number(last) + 1
}

export async function addSnapshot(tables: Tables, storyId: string, snapshot: StoredSnapshot): Promise<void> {
  const json = JSON.stringify(snapshot.doc)
  await tables
    .insertInto('snapshot')
    .values({
      story_id: storyId,
      version: snapshot.version,
      doc: json,
      hash: snapshotHash(storyId, snapshot.version, json),
    })
    .execute()
}

/** The newest snapshot at or before a version. Throws DamagedLog when it does not agree with its hash. */
export async function snapshotBefore(
  tables: Tables,
  storyId: string,
  version: number,
): Promise<StoredSnapshot> {
  const row = await tables
    .selectFrom('snapshot')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || !sameHash(snapshotHash(storyId, row.version, row.doc), row.hash)) {
    throw new DamagedLog(storyId, row?.version ?? 0)
  }
  return { version: row.version, doc: JSON.parse(row.doc) as Record<string, unknown> }
}
