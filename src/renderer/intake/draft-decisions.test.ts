import { expect, test } from 'vitest'
import { decide, noDecisions, type Decision, type Decisions } from './draft-decisions'

const after = (...decisions: Decision[]): Decisions => decisions.reduce(decide, noDecisions)
const told = ({ reverted, answers }: Decisions) => [[...reverted], answers]

const revert = (...keys: string[]): Decision => ({ kind: 'revert', keys })
const make = (...keys: string[]): Decision => ({ kind: 'make', keys })
const answer = (key: string, given: string | null): Decision => ({ kind: 'answer', key, answer: given })
const undo: Decision = { kind: 'undo' }

test.each<[string, Decision[], unknown]>([
  ['one is taken back', [revert('a')], [['a'], {}]],
  ['a kind is taken back, one of it made again', [revert('a', 'b', 'c'), make('b')], [['a', 'c'], {}]],
  ['a question is answered, and again', [answer('q', '1'), answer('q', '2')], [[], { q: '2' }]],
  ['an answer is taken back', [answer('q', '1'), answer('r', '1'), answer('q', null)], [[], { r: '1' }]],
  ['each step is undone', [revert('a'), answer('q', '1'), undo], [['a'], {}]],
  ['a whole kind is undone at once', [revert('a'), revert('b', 'c'), undo], [['a'], {}]],
  ['nothing is undone when nothing was done', [undo], [[], {}]],
])('%s', (_, decisions, expected) => expect(told(after(...decisions))).toEqual(expected))
