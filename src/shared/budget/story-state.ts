import { z } from 'zod'

/** Where the story's text stands. Reviews that leave proof set these later; today the desk does. */
export const storyStateSchema = z.enum([
  'received',
  'editing',
  'first',
  'second',
  'final',
  'signed',
  'returned',
  'held',
])
export type StoryState = z.infer<typeof storyStateSchema>

/** What the house calls each state: the one place where they are named. */
export const storyStateNames: Readonly<Record<StoryState, string>> = {
  received: '来稿',
  editing: '编辑中',
  first: '初审',
  second: '复审',
  final: '终审',
  signed: '已签发',
  returned: '退改',
  held: '待用',
}

/** The way a story goes through the house; the order of states in lists. */
export const storyStateOrder: readonly StoryState[] = [
  'received',
  'editing',
  'returned',
  'held',
  'first',
  'second',
  'final',
  'signed',
]

/** States in which a story waits for somebody's word, in the order in which it passes them. */
export const waitingStates: readonly StoryState[] = ['first', 'second', 'final', 'returned']
