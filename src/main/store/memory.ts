import type { Tables } from './transact'

/** What the desk remembers for a person. */
export async function recall(tables: Tables, personId: string): Promise<Record<string, unknown>> {
  const rows = await tables
    .selectFrom('memory')
    .select(['key', 'value'])
    .where('person_id', '=', personId)
    .execute()
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
}

/** Remembers a JSON value under a key, in place of what stood there. */
export async function remember(tables: Tables, personId: string, key: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value)
  await tables
    .insertInto('memory')
    .values({ person_id: personId, key, value: json })
    .onConflict(conflict => conflict.columns(['person_id', 'key']).doUpdateSet({ value: json }))
    .execute()
}
