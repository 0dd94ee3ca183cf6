import { expect, it } from 'vitest'
import { add, check, none, playwrightTally, tallyLine, vitestTally } from './tally.mjs'

const vitest = (passed, failed, skipped, ...files) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: 0,
  testResults: files,
})
const unloaded = { status: 'failed', assertionResults: [] }
const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] }
const playwright = (expected, unexpected, flaky, skipped, ...errors) => ({
  stats: { expected, unexpected, flaky, skipped },
  errors,
})

it.each([
  ['all passed', vitestTally, vitest(5, 0, 0), 0, '5 passed, 0 failed'],
  ['some skipped', vitestTally, vitest(5, 0, 2), 0, '5 passed, 0 failed, 2 skipped'],
  ['one failed', vitestTally, vitest(4, 1, 0, failing), 1, '4 passed, 1 failed'],
  ['a file that does not load', vitestTally, vitest(4, 0, 0, unloaded), 1, '4 passed, 1 failed'],
  ['an error outside a test', vitestTally, vitest(4, 0, 0), 1, '4 passed, 1 failed'],
  ['no test ran', vitestTally, vitest(0, 0, 0), 0, '0 passed, 1 failed'],
  ['only skipped tests', vitestTally, vitest(0, 0, 3), 0, '0 passed, 1 failed, 3 skipped'],
  ['no report', vitestTally, null, 0, '0 passed, 1 failed'],
  ['e2e passed', playwrightTally, playwright(3, 0, 0, 3), 0, '3 passed, 0 failed, 3 skipped'],
  ['e2e failed', playwrightTally, playwright(2, 1, 0, 0), 1, '2 passed, 1 failed'],
  ['a flaky test is a failed one', playwrightTally, playwright(2, 0, 1, 0), 0, '2 passed, 1 failed'],
  ['e2e does not load', playwrightTally, playwright(0, 0, 0, 0, {}), 1, '0 passed, 1 failed'],
  ['e2e found nothing', playwrightTally, playwright(0, 0, 0, 0), 0, '0 passed, 1 failed'],
  ['e2e left no report', playwrightTally, null, 1, '0 passed, 1 failed'],
])('%s', (_, count, report, code, line) => {
  expect(tallyLine(count(report, code))).toBe(line)
})

it('sums', () => {
  expect(add(add(none, check(true)), check(false))).toEqual({ passed: 1, failed: 1, skipped: 0 })
})
