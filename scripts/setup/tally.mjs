/**
 * What a run of checks came to.
 * @typedef {{passed: number, failed: number, skipped: number}} Tally
 */

/** @type {Tally} */
export const none = { passed: 0, failed: 0, skipped: 0 }

/** @param {Tally} a @param {Tally} b @returns {Tally} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** One check that either holds or does not. @returns {Tally} */
export const check = holds =>
  holds ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }

/**
 * A runner that ended badly without a failed test, or that ran nothing at all, is a failure of its own: a file that
 * could not be loaded, an error outside a test, a report that was never written.
 */
function honest(tally, code) {
  const silent = tally.failed === 0 && (code !== 0 || tally.passed === 0)
  return silent ? { ...tally, failed: 1 } : tally
}

/** Counts vitest's JSON report (null where there is none). @returns {Tally} */
export function vitestTally(report, code) {
  if (report === null) return honest(none, code)
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  return honest(tally, code)
}

/** Counts Playwright's JSON report (null where there is none). @returns {Tally} */
export function playwrightTally(report, code) {
  if (report === null) return honest(none, code)
  const { expected, unexpected, flaky, skipped } = report.stats
  return honest({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped }, code)
}

/** The last line of a test run. */
export const tallyLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
