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

/** The way a story goes through the house; the order of states in lists. */
export const stateOrder: readonly StoryState[] = [
  'received',
  'editing',
  'returned',
  'held',
  'first',
  'second',
  'final',
  'signed',
]
