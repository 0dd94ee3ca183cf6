import { existsSync, readFileSync, rmSync } from 'node:fs'
import { electronRuntime } from './door/electron.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { ensureChromium } from './setup/chromium.mjs'
import { runTool } from './setup/child.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { ending, inRoot, say } from './setup/root.mjs'
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

/** Runs a test runner that writes a JSON report, and counts what the report says. */
async function reported(script, args, report, count, env = {}) {
  const file = inRoot(report)
  rmSync(file, { force: true })
  const { code } = await runTool(script, args, { stdout: true, env: { ...env, DAYANG_REPORT: file } })
  return count(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, code)
}

const unit = () =>
  reported(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', '--outputFile.json=.cache/vitest.json', ...rest],
    '.cache/vitest.json',
    vitestTally,
  )

async function e2e() {
  const chromium = await ensureChromium()
  await ensureBuilt()
  if (!electronRuntime()) console.log('Electron’s runtime is not here: the project “electron” is skipped.')
  return reported('@playwright/test/cli.js', ['test', ...rest], '.cache/playwright.json', playwrightTally, {
    DAYANG_CHROMIUM: chromium,
  })
}

await ending(async () => {
  const steps = { unit: [unit], e2e: [e2e], undefined: [lintAndTypes, unit, e2e] }[String(part)]
  if (!steps) {
    say('用法：npm test，或 npm run test:unit、npm run test:e2e。')
    process.exitCode = 2
    return
  }
  await ensureInstalled()
  // Before anything that takes minutes: the unit tests read PDFs with the tools that this may install.
  if (part === undefined) await ensureChromium()
  let sum = none
  for (const step of steps) sum = add(sum, await step())
  console.log(tallyLine(sum))
  if (sum.failed > 0) process.exitCode = 1
})
