import { existsSync, readFileSync, rmSync } from 'node:fs'
import { electronRuntime } from './door/electron.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { ensureChromium } from './setup/chromium.mjs'
import { runTool } from './setup/child.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { ending, inRoot, root, say } from './setup/root.mjs'
import { playwrightSpent, vitestSpent, whereTimeWent } from './setup/spent.mjs'
import { add, check, none, playwrightTally, tallyLine, vitestTally } from './setup/tally.mjs'

const [part, ...rest] = process.argv.slice(2)

/** Each is one check in the sum. */
const checks = [
  ['oxlint', 'oxlint/bin/oxlint', ['--deny-warnings']],
  ['prettier', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['types of shared', 'typescript/bin/tsc', ['-p', 'src/shared']],
  ['types of main', 'typescript/bin/tsc', ['-p', 'src/main']],
  ['types of renderer', 'typescript/bin/tsc', ['-p', 'src/renderer']],
]

async function lintAndTypes() {
  let sum = none
  for (const [name, script, args] of checks) {
    const { code } = await runTool(script, args, { stdout: true })
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
    sum = add(sum, check(code === 0))
  }
  return sum
}

/** Runs a test runner that writes a JSON report, counts what the report says, and notes what each file took. */
async function reported(script, args, report, { tally, spent }, env = {}) {
  const file = inRoot(report)
  rmSync(file, { force: true })
  const { code } = await runTool(script, args, { stdout: true, env: { ...env, DAYANG_REPORT: file } })
  const read = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  files.push(...spent(read, root))
  return tally(read, code)
}

/** What every file of tests took, of whichever step. */
const files = []

const vitest = (report, args, env) =>
  reported(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    report,
    { tally: vitestTally, spent: vitestSpent },
    env,
  )

const unit = () => vitest('.cache/vitest.json', rest)

/** The tests at random (`*.random.test.ts`), with all their cases; see src/shared/random.testing.ts. */
const long = () => vitest('.cache/vitest-long.json', rest, { DAYANG_LONG: process.env.DAYANG_LONG ?? '1' })

async function e2e() {
  const chromium = await ensureChromium()
  await ensureBuilt()
  if (!electronRuntime()) console.log('Electron’s runtime is not here: the project “electron” is skipped.')
  return reported(
    '@playwright/test/cli.js',
    ['test', ...rest],
    '.cache/playwright.json',
    { tally: playwrightTally, spent: playwrightSpent },
    { DAYANG_CHROMIUM: chromium },
  )
}

const names = new Map([
  [lintAndTypes, 'lint and types'],
  [unit, 'unit tests'],
  [e2e, 'end-to-end tests'],
  [long, 'tests at random, all their cases'],
])

/** What each way of calling this runs. */
const parts = {
  unit: [unit],
  e2e: [e2e],
  long: [long],
  all: [lintAndTypes, unit, e2e, long],
  undefined: [lintAndTypes, unit, e2e],
}

await ending(async () => {
  const steps = parts[String(part)]
  if (!steps) {
    say('用法：npm test，或 npm run test:unit、test:e2e、test:long、test:all。')
    process.exitCode = 2
    return
  }
  await ensureInstalled()
  // Before anything that takes minutes: the unit tests read PDFs with the tools that this may install.
  if (steps.length > 1) await ensureChromium()
  let sum = none
  const times = []
  for (const step of steps) {
    const started = performance.now()
    sum = add(sum, await step())
    times.push({ name: names.get(step), seconds: (performance.now() - started) / 1000 })
  }
  console.log(`\n${whereTimeWent(times, files)}\n`)
  console.log(tallyLine(sum))
  if (sum.failed > 0) process.exitCode = 1
})
