import { expect, test } from 'vitest'
import { storyStateNames, storyStateOrder, storyStateSchema, waitingStates } from './story-state'

test('every state stands once in the order of lists, and has a name of its own', () => {
  expect([...storyStateOrder].sort()).toEqual([...storyStateSchema.options].sort())
  const names = storyStateSchema.options.map(state => storyStateNames[state])
  expect(new Set(names).size).toBe(names.length)
})

test('what waits is told in the order of the three reviews, what was sent back last', () => {
  expect(waitingStates.map(state => storyStateNames[state])).toEqual(['初审', '复审', '终审', '退改'])
})
