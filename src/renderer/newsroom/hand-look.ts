import type { Hand } from '../../shared/story/trail/trail'
import { saidTime } from '../ui/said-time'
import { newsroomNow } from './newsroom'

/** A hand in its person's own colour, with name and time: 周岚 今天 18:42. */
export function handLook(hand: Hand): { readonly colour: string; readonly title: string } {
  const { people, paper } = newsroomNow()
  const person = people.find(one => one.id === hand.by)
  const time = hand.at === '' ? '' : saidTime(hand.at, new Date(), paper.timeZone)
  return { colour: person?.colour ?? 'var(--ink-2)', title: `${person?.name ?? '不知是谁'} ${time}`.trim() }
}
