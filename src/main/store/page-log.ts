import type { LoggedPageChange } from '../../shared/contract'
import type { PageLayout } from '../../shared/page/layout'
import { readChange, readLayout, toStored } from '../../shared/page/migrations/stored'
import { hashOf, sameHash } from './hash'
import { firstBroken, linkHash } from './hash-chain'
import type { Tables } from './transact'

/** A page as it was kept. */
export interface PageSnapshot {
  readonly version: number
  readonly layout: PageLayout
}

/** What came out of a page's log no longer agrees with its hash, or is no layout and no change that can be read. */
export class DamagedPage extends Error {
  constructor(
    readonly pageId: string,
    readonly version: number,
  ) {
    super(`log of page ${pageId} is damaged at version ${version}`)
  }
}

const layoutHash = (pageId: string, version: number, json: string) => hashOf(pageId, version, json)

/** Of a row of a page's log, what is hashed: a page's log is a chain. */
const linked = (
  pageId: string,
  row: { version: number; change_id: string; person_id: string | null; at: string; change: string },
) => [pageId, row.version, row.change_id, row.person_id, row.at, row.change]

/** Appends changes; the table's unique index refuses one that is there already. */
export async function appendPageChanges(
  tables: Tables,
  pageId: string,
  changes: readonly LoggedPageChange[],
): Promise<void> {
  const first = changes[0]
  if (!first) return
  let before = await hashAt(tables, pageId, first.version - 1)
  for (const { version, by, at, change } of changes) {
    const row = { version, change_id: change.id, person_id: by, at, change: JSON.stringify(toStored(change)) }
    const hash = linkHash(before, linked(pageId, row))
    await tables
      .insertInto('page_change')
      .values({ page_id: pageId, ...row, hash })
      .execute()
    before = hash
  }
}

async function hashAt(tables: Tables, pageId: string, version: number): Promise<Uint8Array | null> {
  const row = await tables
    .selectFrom('page_change')
    .select('hash')
    .where('page_id', '=', pageId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.hash ?? null
}

const columns = ['version', 'change_id', 'person_id', 'at', 'change', 'hash'] as const

/** Rows of a page's log that need not follow one another, each with the hash of the row before. */
const rowsOf = (tables: Tables, pageId: string) =>
  tables
    .selectFrom('page_change')
    .leftJoin('page_change as previous', join =>
      join
        .onRef('previous.page_id', '=', 'page_change.page_id')
        .on('previous.version', '=', expression => expression('page_change.version', '-', 1)),
    )
    .select(columns.map(column => `page_change.${column}` as const))
    .select('previous.hash as previous_hash')
    .where('page_change.page_id', '=', pageId)

type ChangeRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

function checked(pageId: string, row: ChangeRow): LoggedPageChange {
  const entry = { fields: linked(pageId, row), hash: row.hash }
  if (firstBroken(row.previous_hash, [entry]) !== null) throw new DamagedPage(pageId, row.version)
  return toLogged(pageId, row)
}

/** Hashes are over what was written; what agrees with its own is brought to today's form here. */
function toLogged(pageId: string, row: Omit<ChangeRow, 'previous_hash'>): LoggedPageChange {
  const { version, person_id: by, at } = row
  const change = readChange(JSON.parse(row.change))
  if (!change) throw new DamagedPage(pageId, version)
  return { version, by, at, change }
}

/**
 * Changes after `version`, oldest first. Throws DamagedPage when one of them does not agree with its hash or
 * is missing.
 */
export async function pageChangesAfter(
  tables: Tables,
  pageId: string,
  version: number,
): Promise<LoggedPageChange[]> {
  const rows = await tables
    .selectFrom('page_change')
    .select(columns)
    .where('page_id', '=', pageId)
    .where('version', '>', version)
    .orderBy('version')
    .execute()
  if (rows.length === 0) return []
  const entries = rows.map(row => ({ fields: linked(pageId, row), hash: row.hash }))
  // One that is missing shows in the link of the one after it.
  const broken = firstBroken(await hashAt(tables, pageId, version), entries)
  if (broken !== null) throw new DamagedPage(pageId, version + 1 + broken)
  return rows.map(row => toLogged(pageId, row))
}

/** The last changes of a person on a page, oldest first. Throws DamagedPage. */
export async function lastPageChanges(
  tables: Tables,
  pageId: string,
  by: string,
  limit: number,
): Promise<LoggedPageChange[]> {
  const rows = await rowsOf(tables, pageId)
    .where('page_change.person_id', '=', by)
    .orderBy('page_change.version', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => checked(pageId, row)).toReversed()
}

/** Those of these changes that a page's log has, by their ids. Throws DamagedPage. */
export async function findPageChanges(
  tables: Tables,
  pageId: string,
  ids: readonly string[],
): Promise<Map<string, LoggedPageChange>> {
  if (ids.length === 0) return new Map()
  const rows = await rowsOf(tables, pageId).where('page_change.change_id', 'in', ids).execute()
  return new Map(rows.map(row => [row.change_id, checked(pageId, row)]))
}

/** The version of a page: that of the last change in its log, or of its snapshot. Null: there is no such page. */
export async function pageVersion(tables: Tables, pageId: string): Promise<number | null> {
  const page = await tables.selectFrom('page').select('version').where('id', '=', pageId).executeTakeFirst()
  if (!page) return null
  const { last } = await tables
    .selectFrom('page_change')
    .select(row => row.fn.max('version').as('last'))
    .where('page_id', '=', pageId)
    .executeTakeFirstOrThrow()
  return Math.max(page.version, Number(last ?? 0))
}

/** A page's snapshot. Throws DamagedPage when it does not agree with its hash, or is no layout at all. */
export async function readPageSnapshot(tables: Tables, pageId: string): Promise<PageSnapshot> {
  const row = await tables
    .selectFrom('page')
    .select(['version', 'layout', 'layout_hash'])
    .where('id', '=', pageId)
    .executeTakeFirstOrThrow()
  const { version, layout, layout_hash: hash } = row
  if (hash && !sameHash(layoutHash(pageId, version, layout), hash)) throw new DamagedPage(pageId, version)
  const read = readLayout(JSON.parse(layout))
  if (!read) throw new DamagedPage(pageId, version)
  return { version, layout: read }
}

/** A snapshot as the columns of its row. */
export function snapshotColumns(pageId: string, { version, layout }: PageSnapshot) {
  const json = JSON.stringify(toStored(layout))
  return { layout: json, version, layout_hash: layoutHash(pageId, version, json) }
}

/** Keeps a newer snapshot, so that opening has less to play. */
export async function keepPageSnapshot(
  tables: Tables,
  pageId: string,
  snapshot: PageSnapshot,
  by: string,
  at: string,
): Promise<void> {
  await tables
    .updateTable('page')
    .set({ ...snapshotColumns(pageId, snapshot), changed_at: at, changed_by: by })
    .where('id', '=', pageId)
    .execute()
}
