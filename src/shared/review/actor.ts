import { refused, type Refused } from './refusal'
import type { Role } from './roles'

/** 操作人: the person whom a connection stands for. The door knows; a request never says. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** One of the list of people. */
interface Colleague extends Actor {
  /** Has left the paper. */
  readonly retired: boolean
}

/** Who answers for the paper's people. */
export const leadingRoles = ['chief', 'editor'] as const satisfies readonly Role[]

export const leads = (roles: readonly Role[]): boolean => leadingRoles.some(role => roles.includes(role))

/**
 * Who speaks from a seat, by the list of people as it is now. Fails with actor.none where nobody sits there, with
 * actor.left where he has left the paper. Where nobody at the paper is 主编 or 编辑, whoever sits acts as 编辑 too:
 * otherwise nobody could ever name one.
 */
export function actorIn(
  people: readonly Colleague[],
  personId: string | null,
): { readonly ok: true; readonly value: Actor } | Refused {
  const found = personId === null ? undefined : people.find(person => person.id === personId)
  if (!found) return nobody()
  const { id, name, roles, retired } = found
  if (retired) return hasLeft(name)
  const isLed = people.some(person => !person.retired && leads(person.roles))
  return { ok: true, value: { id, name, roles: isLed ? roles : [...roles, 'editor'] } }
}

export const nobody = (): Refused =>
  refused('actor.none', '还没有人坐到桌前', '没有做', '先在右上角选好自己是谁，再做一次。')

export const hasLeft = (name: string): Refused =>
  refused(
    'actor.left',
    `${name}已经离岗`,
    '没有改动',
    '写好的文字还在窗口里，可以复制出来；再在右上角换一个人，或请编辑让他回岗。',
  )
