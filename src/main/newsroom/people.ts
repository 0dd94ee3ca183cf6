import { done, failed, type Result } from '../../shared/contract/failure'
import type { Person } from '../../shared/contract'
import { allPeople, findPerson, savePerson } from '../store/people'
import { transact, type Tables } from '../store/transact'
import type { EventHub } from './events'
import type { Surroundings } from './surroundings'

/** The names at the paper, their roles and colours. */
export class People {
  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: Surroundings,
    /** Told after each commit that somebody is another now. */
    private readonly changed: () => void,
  ) {}

  list(): Promise<Person[]> {
    return allPeople(this.tables)
  }

  /** Adds a person (id null) or changes one. Fails with person.unknown. */
  async save(person: Omit<Person, 'id'> & { id: string | null }): Promise<Result<Person>> {
    const saved = await transact(this.tables, async (tables): Promise<Result<Person>> => {
      if (person.id !== null && !(await findPerson(tables, person.id))) return unknownPerson()
      const named = { ...person, id: person.id ?? this.world.newId() }
      await savePerson(tables, named)
      return done(named)
    })
    if (saved.ok) {
      this.events.emit({ kind: 'people', people: await this.list() })
      this.changed()
    }
    return saved
  }
}

export const unknownPerson = (): Result<never> =>
  failed('person.unknown', '人员名单里没有这个人，没有改动。', '请在右上角重新选一个人。')
