import type { Person } from '../../shared/contract'
import type { Role } from '../../shared/review/roles'
import type { Tables } from './transact'

const columns = ['id', 'name', 'roles', 'colour', 'retired'] as const

interface PersonRow {
  id: string
  name: string
  roles: string
  colour: string
  retired: number
}

const toPerson = (row: PersonRow): Person => ({
  ...row,
  roles: JSON.parse(row.roles) as Role[],
  retired: row.retired === 1,
})

/** Everybody, in the order in which they were added, retired ones too. */
export async function allPeople(tables: Tables): Promise<Person[]> {
  const rows = await tables.selectFrom('person').select(columns).orderBy('position').execute()
  return rows.map(toPerson)
}

export async function findPerson(tables: Tables, id: string): Promise<Person | null> {
  const row = await tables.selectFrom('person').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? toPerson(row) : null
}

/** Adds a person, or changes the one of the same id. */
export async function savePerson(tables: Tables, person: Person): Promise<void> {
  const { id, ...rest } = person
  const row = { ...rest, roles: JSON.stringify(person.roles), retired: person.retired ? 1 : 0 }
  await tables
    .insertInto('person')
    .values({ id, ...row })
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute()
}
