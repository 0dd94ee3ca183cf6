import type { StoryState } from '../../shared/contract'

/** The class of a tag: blue is under somebody's pen, green is signed, amber asks, red stops; none is plain. */
export type Tone = '' | 'blue' | 'green' | 'amber' | 'red'

export const stateTones: Readonly<Record<StoryState, Tone>> = {
  received: '',
  editing: '',
  first: 'blue',
  second: 'blue',
  final: 'blue',
  signed: 'green',
  returned: 'amber',
  held: '',
}
