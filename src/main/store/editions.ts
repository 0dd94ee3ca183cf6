import type { Edition, EditionPage } from '../../shared/contract'
import type { PageLayout } from '../../shared/page/layout'
import { snapshotColumns } from './page-log'
import { removeTurns } from './signatures'
import type { Tables } from './transact'

const pageColumns = ['id', 'edition_id', 'number', 'name', 'credits'] as const

interface PageRow {
  id: string
  edition_id: string
  number: number
  name: string
  credits: string | null
}

const toPage = (row: PageRow): EditionPage => ({
  id: row.id,
  editionId: row.edition_id,
  number: row.number,
  name: row.name,
  credits: row.credits === null ? null : (JSON.parse(row.credits) as EditionPage['credits']),
})

/** All editions, newest first, with their pages in order. */
export async function allEditions(tables: Tables): Promise<Edition[]> {
  const editions = await tables
    .selectFrom('edition')
    .selectAll()
    .orderBy('date', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const rows = await tables.selectFrom('page').select(pageColumns).orderBy('number').execute()
  const pages = Map.groupBy(rows.map(toPage), page => page.editionId)
  return editions.map(edition => ({ ...edition, pages: pages.get(edition.id) ?? [] }))
}

export async function findEdition(tables: Tables, id: string): Promise<Edition | null> {
  const edition = await tables.selectFrom('edition').selectAll().where('id', '=', id).executeTakeFirst()
  if (!edition) return null
  const pages = await tables
    .selectFrom('page')
    .select(pageColumns)
    .where('edition_id', '=', id)
    .orderBy('number')
    .execute()
  return { ...edition, pages: pages.map(toPage) }
}

/** The edition of this 总期号 or of this day (YYYY-MM-DD), another than `except`. */
export async function editionBy(
  tables: Tables,
  mark: { readonly number: number } | { readonly date: string },
  except: string | null = null,
): Promise<{ id: string; number: number; date: string } | null> {
  const all = tables.selectFrom('edition').selectAll()
  const found = await (
    'number' in mark
      ? all.where('number', '=', mark.number)
      : all.where('date', '=', mark.date).orderBy('number', 'desc')
  ).execute()
  return found.find(edition => edition.id !== except) ?? null
}

export async function findPage(tables: Tables, id: string): Promise<EditionPage | null> {
  const row = await tables.selectFrom('page').select(pageColumns).where('id', '=', id).executeTakeFirst()
  return row ? toPage(row) : null
}

/** Adds an edition without pages. */
export async function addEdition(
  tables: Tables,
  { id, number, date }: { id: string; number: number; date: string },
): Promise<void> {
  await tables.insertInto('edition').values({ id, number, date }).execute()
}

export async function changeEdition(
  tables: Tables,
  id: string,
  change: { number: number; date: string },
): Promise<void> {
  await tables.updateTable('edition').set(change).where('id', '=', id).execute()
}

/** Adds a page; its log begins with this layout, at version 0. */
export async function addPage(
  tables: Tables,
  page: EditionPage,
  layout: PageLayout,
  by: string | null,
  at: string,
): Promise<void> {
  await tables
    .insertInto('page')
    .values({
      id: page.id,
      edition_id: page.editionId,
      number: page.number,
      name: page.name,
      credits: page.credits && JSON.stringify(page.credits),
      ...snapshotColumns(page.id, { version: 0, layout }),
      changed_at: at,
      changed_by: by,
    })
    .execute()
}

/** Changes a page's name or who answers for it. */
export async function changePageRecord(
  tables: Tables,
  id: string,
  { name, credits }: Pick<EditionPage, 'name' | 'credits'>,
): Promise<void> {
  await tables
    .updateTable('page')
    .set({ name, credits: credits && JSON.stringify(credits) })
    .where('id', '=', id)
    .execute()
}

/** Takes a page away with its log and signatures. */
export async function removePage(tables: Tables, id: string): Promise<void> {
  await tables.deleteFrom('signed_story').where('page_id', '=', id).execute()
  await removeTurns(tables, id)
  await tables.deleteFrom('page_signature').where('page_id', '=', id).execute()
  await tables.deleteFrom('page_change').where('page_id', '=', id).execute()
  await tables.deleteFrom('page').where('id', '=', id).execute()
}

/** Takes an edition away that has no pages any more. */
export async function removeEdition(tables: Tables, id: string): Promise<void> {
  await tables.deleteFrom('edition').where('id', '=', id).execute()
}
