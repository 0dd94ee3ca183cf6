import type { Actor } from './actor'

/** Who may be told of what has happened. Decided where the event is made, by whoever knows what it tells of. */
export interface Audience {
  /**
   * `anyone`: whoever has a door open, to choose his seat by. `desk`: whoever sits at the desk. `nobody`: none but the
   * people named.
   */
  readonly group: 'anyone' | 'desk' | 'nobody'
  /** Ids of people who may know of it wherever they sit. */
  readonly people: readonly string[]
}

/** What a door shows before anybody sits: names and editions. */
export const anyone: Audience = { group: 'anyone', people: [] }

/** The newsroom's own work. */
export const theDesk: Audience = { group: 'desk', people: [] }

/** These people and nobody else. */
export const only = (...people: readonly string[]): Audience => ({ group: 'nobody', people })

/** Whether somebody may be told. `actor` null: nobody sits there. */
export function maySee(actor: Actor | null, { group, people }: Audience): boolean {
  if (group === 'anyone') return true
  if (!actor) return false
  // Every actor of today sits at the desk.
  return group === 'desk' || people.includes(actor.id)
}
