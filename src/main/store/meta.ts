import type { Tables } from './transact'

/**
 * `paper`: name and time zone as JSON. `newsroom`: the newsroom's own id. `running`: stands while a process
 * has the file open, so that its being there at the next opening tells of an unclean stop. `signing`: stands while
 * changes may be stored whose effect on signatures is not. `faults`: what the paper makes of each layout fault, as JSON.
 * `usualPaper`: id of the paper that the newsroom usually prints.
 */
export type MetaKey = 'paper' | 'newsroom' | 'running' | 'signing' | 'faults' | 'usualPaper'

export async function readMeta(tables: Tables, key: MetaKey): Promise<string | null> {
  const row = await tables.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? null
}

export async function writeMeta(tables: Tables, key: MetaKey, value: string): Promise<void> {
  await tables
    .insertInto('meta')
    .values({ key, value })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

export async function removeMeta(tables: Tables, key: MetaKey): Promise<void> {
  await tables.deleteFrom('meta').where('key', '=', key).execute()
}
