import { expect, test } from 'vitest'
import { isLate } from './deadline'
import type { StoryState } from './story-state'

const now = new Date('2026-11-24T10:00:00.000Z')

test.each<[string | null, StoryState, boolean]>([
  ['2026-11-24T09:59:59.999Z', 'editing', true],
  ['2026-11-24T10:00:00.000Z', 'editing', false],
  ['2026-11-24T10:00:00.001Z', 'editing', false],
  ['2026-11-24T09:00:00.000Z', 'returned', true],
  ['2026-11-24T09:00:00.000Z', 'final', true],
  ['2026-11-24T09:00:00.000Z', 'signed', false],
  [null, 'editing', false],
])('a deadline of %s, %s: late %s', (deadline, state, late) => {
  expect(isLate({ deadline, state }, now)).toBe(late)
})
