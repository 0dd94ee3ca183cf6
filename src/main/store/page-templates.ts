import type { PageTemplate } from '../../shared/contract'
import { readLayout, toStored } from '../../shared/page/migrations/stored'
import type { Tables } from './transact'

const columns = ['id', 'name', 'layout', 'at'] as const

interface TemplateRow {
  id: string
  name: string
  layout: string
  at: string
}

function toTemplate(row: TemplateRow): PageTemplate | null {
  const layout = readLayout(JSON.parse(row.layout))
  return layout && { ...row, layout }
}

/** 版式库, in the order in which templates were made; without one that cannot be read. */
export async function allPageTemplates(tables: Tables): Promise<PageTemplate[]> {
  const rows = await tables.selectFrom('page_template').select(columns).orderBy('position').execute()
  return rows.map(toTemplate).filter(template => template !== null)
}

/** Null where there is none of this id, or it cannot be read. */
export async function findPageTemplate(tables: Tables, id: string): Promise<PageTemplate | null> {
  const row = await tables.selectFrom('page_template').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? toTemplate(row) : null
}

/** Whether a template bears this name. */
export async function isTemplateName(tables: Tables, name: string): Promise<boolean> {
  const row = await tables
    .selectFrom('page_template')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  return row !== undefined
}

export async function addPageTemplate(tables: Tables, template: PageTemplate, by: string): Promise<void> {
  const { id, name, layout, at } = template
  await tables
    .insertInto('page_template')
    .values({ id, name, layout: JSON.stringify(toStored(layout)), at, made_by: by })
    .execute()
}

export async function removePageTemplate(tables: Tables, id: string): Promise<void> {
  await tables.deleteFrom('page_template').where('id', '=', id).execute()
}
