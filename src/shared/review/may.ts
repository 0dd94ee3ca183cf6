import { nobody, type Actor } from './actor'
import { policy, type Act, type Rule, type SubjectOf } from './policy'
import { refused, type Refused } from './refusal'
import { roleNames, type Role } from './roles'

/**
 * Whether somebody may do something, and if not, why. Without a subject the roles alone are asked: what is refused
 * then is refused whatever it is done to. `actor` null: nobody sits there.
 */
export function may<A extends Act>(
  actor: Actor | null,
  act: A,
  subject?: SubjectOf<A>,
): { readonly ok: true } | Refused {
  const { what, who, limits }: Rule<SubjectOf<A>> = policy[act] as Rule<SubjectOf<A>>
  if (who === 'anyone') return { ok: true }
  if (!actor) return nobody()
  if (!who.some(role => actor.roles.includes(role))) return mayNot(whoMay(what, who))
  if (subject === undefined) return { ok: true }
  const limit = limits.find(one => one.forbids(actor, subject))
  return limit ? mayNot(limit.says) : { ok: true }
}

const mayNot = (says: string): Refused =>
  refused('actor.may-not', says, '没有做', '请他们来做；右上角选的要是自己，没选对就换过来。')

const everyRole = Object.keys(roleNames) as Role[]

/** 签大样由主编、编辑或版面来做; 通讯员不能交付. */
function whoMay(what: string, who: readonly Role[]): string {
  const others = everyRole.filter(role => !who.includes(role))
  if (others.length === 1) return `${roleNames[others[0]!]}不能${what}`
  const names = who.map(role => roleNames[role])
  return `${what}由${names.slice(0, -1).join('、')}或${names.at(-1)}来做`
}
