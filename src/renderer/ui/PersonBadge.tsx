import type { Person } from '../../shared/contract'

/** The first character of a name on the person's own colour. */
export function PersonBadge({ person }: { person: Person }) {
  return (
    <span className="badge" style={{ background: person.colour }} aria-hidden>
      {person.name.slice(0, 1)}
    </span>
  )
}
