import type { CutPassage, CutRequest } from '../../shared/contract'
import type { CutRequestTable } from './tables'
import type { Tables } from './transact'

const toRequest = (row: Omit<CutRequestTable, 'position'>): CutRequest => ({
  id: row.id,
  storyId: row.story_id,
  pageId: row.page_id,
  by: row.asked_by,
  at: row.asked_at,
  lines: row.lines,
  cuts: JSON.parse(row.cuts) as CutPassage[],
  state: row.state,
  settledBy: row.settled_by,
  settledAt: row.settled_at,
})

/** Those that nobody has settled, oldest first. */
export async function openCutRequests(tables: Tables): Promise<CutRequest[]> {
  const rows = await tables
    .selectFrom('cut_request')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('position')
    .execute()
  return rows.map(toRequest)
}

export async function findCutRequest(tables: Tables, id: string): Promise<CutRequest | null> {
  const row = await tables.selectFrom('cut_request').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toRequest(row) : null
}

export async function addCutRequest(tables: Tables, request: CutRequest): Promise<void> {
  await tables
    .insertInto('cut_request')
    .values({
      id: request.id,
      story_id: request.storyId,
      page_id: request.pageId,
      asked_by: request.by,
      asked_at: request.at,
      lines: request.lines,
      cuts: JSON.stringify(request.cuts),
      state: request.state,
      settled_by: request.settledBy,
      settled_at: request.settledAt,
    })
    .execute()
}

export async function settleCutRequest(
  tables: Tables,
  id: string,
  { state, settledBy, settledAt }: Pick<CutRequest, 'state' | 'settledBy' | 'settledAt'>,
): Promise<void> {
  await tables
    .updateTable('cut_request')
    .set({ state, settled_by: settledBy, settled_at: settledAt })
    .where('id', '=', id)
    .execute()
}
