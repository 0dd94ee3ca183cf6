import type { Edition, EditionPage } from '../../shared/contract'
import type { PageLayout } from '../../shared/page/layout'
import type { Tables } from './transact'

const pageColumns = ['id', 'edition_id', 'number', 'name', 'layout', 'version'] as const

interface PageRow {
  id: string
  edition_id: string
  number: number
  name: string
  layout: string
  version: number
}

const toPage = (row: PageRow): EditionPage => ({
  id: row.id,
  editionId: row.edition_id,
  number: row.number,
  name: row.name,
  layout: JSON.parse(row.layout) as PageLayout,
  version: row.version,
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

export async function findPage(tables: Tables, id: string): Promise<EditionPage | null> {
  const row = await tables.selectFrom('page').select(pageColumns).where('id', '=', id).executeTakeFirst()
  return row ? toPage(row) : null
}

/** Adds an edition with all of its pages. */
export async function addEdition(
  tables: Tables,
  edition: Edition,
  by: string | null,
  at: string,
): Promise<void> {
  const { id, number, date } = edition
  await tables.insertInto('edition').values({ id, number, date }).execute()
  for (const page of edition.pages) {
    await tables
      .insertInto('page')
      .values({
        id: page.id,
        edition_id: id,
        number: page.number,
        name: page.name,
        layout: JSON.stringify(page.layout),
        version: page.version,
        changed_at: at,
        changed_by: by,
      })
      .execute()
  }
}

/** Replaces a page's layout and counts its version up. */
export async function changeLayout(
  tables: Tables,
  pageId: string,
  layout: PageLayout,
  by: string,
  at: string,
): Promise<void> {
  await tables
    .updateTable('page')
    .set(page => ({
      layout: JSON.stringify(layout),
      version: page('version', '+', 1),
      changed_at: at,
      changed_by: by,
    }))
    .where('id', '=', pageId)
    .execute()
}
