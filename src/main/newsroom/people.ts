import { done, failed, type Result } from '../../shared/contract/failure'
import type { Person } from '../../shared/contract'
import { actorIn, type Actor } from '../../shared/review/actor'
import { may } from '../../shared/review/may'
import { anyone } from '../../shared/review/audience'
import { allPeople, findPerson, savePerson } from '../store/people'
import { transact, type Tables } from '../store/transact'
import type { EventHub } from './events'
import type { World } from './world'

/** The names at the paper, their roles and colours. */
export class People {
  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: World,
  ) {}

  list(): Promise<Person[]> {
    return allPeople(this.tables)
  }

  /** Who speaks from a seat, as the list of people is now. Fails with actor.none or actor.left. */
  async actorAt(personId: string | null): Promise<Result<Actor>> {
    return actorIn(await allPeople(this.tables), personId)
  }

  /** Whoever takes a seat. Fails with person.unknown or actor.left. */
  async seated(personId: string): Promise<Result<Actor>> {
    const person = await findPerson(this.tables, personId)
    return person ? this.actorAt(personId) : unknownPerson()
  }

  /** Adds a person (id null) or changes one. Fails with person.unknown. */
  async save(
    actor: Actor,
    person: Omit<Person, 'id'> & { readonly id: string | null },
  ): Promise<Result<Person>> {
    const saved = await transact(this.tables, async (tables): Promise<Result<Person>> => {
      const before = person.id === null ? null : await findPerson(tables, person.id)
      if (person.id !== null && !before) return unknownPerson()
      const allowed = may(actor, 'people.save', { before: before ?? null, after: person })
      if (!allowed.ok) return allowed
      const named = { ...person, id: person.id ?? this.world.newId() }
      await savePerson(tables, named)
      return done(named)
    })
    if (saved.ok) this.events.emit(anyone, { kind: 'people', people: await this.list() })
    return saved
  }
}

export const unknownPerson = (): Result<never> =>
  failed('person.unknown', '人员名单里没有这个人，没有改动。', '请在右上角重新选一个人。')
