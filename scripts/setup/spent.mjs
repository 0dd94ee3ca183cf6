/**
 * What a file of tests took: the seconds that a worker spent in it.
 * @typedef {{file: string, seconds: number}} Spent
 */

/** Reads vitest's JSON report (null where there is none); `root` is cut off the names. @returns {Spent[]} */
export const vitestSpent = (report, root) =>
  (report?.testResults ?? []).map(({ name, startTime, endTime }) => ({
    file: name.replaceAll('\\', '/').replace(`${root.replaceAll('\\', '/').replace(/\/$/, '')}/`, ''),
    seconds: Math.max(0, endTime - startTime) / 1000,
  }))

/** Reads Playwright's JSON report (null where there is none). @returns {Spent[]} */
export const playwrightSpent = report =>
  (report?.suites ?? []).map(suite => ({ file: `e2e/${suite.file}`, seconds: inSuite(suite) / 1000 }))

const inSuite = ({ specs = [], suites = [] }) =>
  specs
    .flatMap(spec => spec.tests.flatMap(test => test.results))
    .reduce((sum, result) => sum + result.duration, 0) +
  suites.reduce((sum, suite) => sum + inSuite(suite), 0)

/**
 * Says where the time went: each step by the clock, and the slowest files.
 * @param {{name: string, seconds: number}[]} steps @param {Spent[]} files
 */
export function whereTimeWent(steps, files, most = 15) {
  const shown = seconds => seconds.toFixed(1).padStart(8)
  const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, most)
  return [
    'Where the time went, in seconds:',
    ...steps.map(({ name, seconds }) => `${shown(seconds)}  ${name}`),
    ...(slowest.length > 0 ? [`The slowest of ${files.length} files, in seconds of one worker:`] : []),
    ...slowest.map(({ file, seconds }) => `${shown(seconds)}  ${file}`),
  ].join('\n')
}
