import { expect, it } from 'vitest'
import { playwrightSpent, vitestSpent, whereTimeWent } from './spent.mjs'

const file = (name, startTime, endTime) => ({ name, startTime, endTime })
const spec = (...durations) => ({ tests: [{ results: durations.map(duration => ({ duration })) }] })

it.each([
  ['no report', vitestSpent(null, '/dayang/'), []],
  [
    'vitest’s files, named from the project’s folder',
    vitestSpent({ testResults: [file('/dayang/src/a.test.ts', 1000, 3500)] }, '/dayang/'),
    [{ file: 'src/a.test.ts', seconds: 2.5 }],
  ],
  [
    'the same on Windows',
    vitestSpent({ testResults: [file('C:/dayang/src/a.test.ts', 0, 500)] }, 'C:\\dayang\\'),
    [{ file: 'src/a.test.ts', seconds: 0.5 }],
  ],
  [
    'a file that did not load',
    vitestSpent({ testResults: [file('/dayang/src/a.test.ts', 1000, 0)] }, '/dayang/'),
    [{ file: 'src/a.test.ts', seconds: 0 }],
  ],
  ['no report of Playwright', playwrightSpent(null), []],
  [
    'Playwright’s cases, however deep, and each time that one was run',
    playwrightSpent({
      suites: [{ file: 'a.spec.ts', specs: [spec(1000)], suites: [{ specs: [spec(500, 500)] }] }],
    }),
    [{ file: 'e2e/a.spec.ts', seconds: 2 }],
  ],
])('%s', (_, spent, expected) => expect(spent).toEqual(expected))

it('says where the time went, the slowest file first', () => {
  const files = [
    { file: 'fast', seconds: 0.2 },
    { file: 'slow', seconds: 12 },
    { file: 'middling', seconds: 3 },
  ]
  const said = whereTimeWent([{ name: 'unit tests', seconds: 15.25 }], files, 2)
  expect(said.split('\n')).toEqual([
    'Where the time went, in seconds:',
    '    15.3  unit tests',
    'The slowest of 3 files, in seconds of one worker:',
    '    12.0  slow',
    '     3.0  middling',
  ])
})
