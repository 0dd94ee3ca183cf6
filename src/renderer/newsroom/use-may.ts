import type { Failure } from '../../shared/contract'
import { actorIn } from '../../shared/review/actor'
import { may } from '../../shared/review/may'
import type { Act, SubjectOf } from '../../shared/review/policy'
import { newsroomNow, useNewsroom, type Newsroom } from './newsroom'

/** What a button for something takes from the policy: whether it is quiet, and why. */
export interface Quiet {
  readonly disabled: boolean
  readonly title?: string
}

const loud: Quiet = { disabled: false }

function answerTo<A extends Act>({ people, me }: Newsroom, act: A, subject: SubjectOf<A> | undefined) {
  const speaker = actorIn(people, me)
  return speaker.ok ? may(speaker.value, act, subject) : speaker
}

/** Whether who sits at the desk may do something; spread over its button. The newsroom asks the same table again. */
export function useMay<A extends Act>(act: A, subject?: SubjectOf<A>): Quiet {
  const why = useNewsroom(s => {
    const answer = answerTo(s, act, subject)
    return answer.ok ? null : answer.why
  })
  return why === null ? loud : { disabled: true, title: why }
}

/** Why who sits at the desk may not do something; null: he may. For keys and commands, which have no button. */
export function mayNot<A extends Act>(act: A, subject?: SubjectOf<A>): Failure | null {
  const answer = answerTo(newsroomNow(), act, subject)
  return answer.ok ? null : answer.failure
}
