import type { Failure } from '../../shared/contract'
import { actorIn } from '../../shared/review/actor'
import { may } from '../../shared/review/may'
import type { Act, SubjectOf } from '../../shared/review/policy'
import { newsroomNow, useNewsroom, type Newsroom } from './newsroom'

/** What a button for something takes from the policy: whether it is quiet, and why. */
export interface Quiet {
  readonly disabled: boolean
  readonly title: string | undefined
}

const loud: Quiet = { disabled: false, title: undefined }

function refusalOf<A extends Act>(
  { people, me }: Newsroom,
  act: A,
  subject: SubjectOf<A> | undefined,
): Failure | null {
  const speaker = actorIn(people, me)
  const answer = speaker.ok ? may(speaker.value, act, subject) : speaker
  return answer.ok ? null : answer.failure
}

/** Whether who sits at the desk may do something; spread over its button. The newsroom asks the same table again. */
export function useMay<A extends Act>(act: A, subject?: SubjectOf<A>): Quiet {
  const why = useNewsroom(s => refusalOf(s, act, subject)?.message)
  return why === undefined ? loud : { disabled: true, title: why }
}

/** Why who sits at the desk may not do something; null: he may. For keys and commands, which have no button. */
export const mayNot = <A extends Act>(act: A, subject?: SubjectOf<A>): Failure | null =>
  refusalOf(newsroomNow(), act, subject)
