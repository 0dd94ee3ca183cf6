/// <reference lib="dom" />
/**
 * From the start of the browser until the desk can be used (a story stands in the sheet and takes keys), against
 * an empty page in the same browser from the same kind of door. Cold: a browser profile that is new. Warm: the
 * profile of a browser that has shown the same page twice before, as a desk has that opens every day.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { startNewsroom } from '../e2e/newsroom'
import { median, ms, table } from './measured'

const bars = { cold: 2.5, warm: 1.3 } as const
/** Milliseconds from the second `npm start` until the desk can be used. */
const startBar = 2000

const emptyPage = '<!doctype html><html lang="zh-CN"><title>空</title><p contenteditable="true">空</p></html>'

/** What is looked for: something that takes keys. */
const usable = { empty: 'p[contenteditable]', desk: '.sheet .ProseMirror[contenteditable="true"] p' } as const

interface Target {
  readonly url: string
  readonly selector: string
  readonly cookie: string | null
}

/** Milliseconds from the start of a browser on a profile until a target's page can be used. */
async function timeOf(executablePath: string, profile: string, target: Target): Promise<number> {
  const begun = Date.now()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox'],
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
  })
  try {
    if (target.cookie !== null) {
      const [name, value] = target.cookie.split('=') as [string, string]
      await context.addCookies([{ name, value, url: target.url }])
    }
    const page = context.pages()[0] ?? (await context.newPage())
    await page.addInitScript(selector => {
      const look = () => {
        if (document.querySelector(selector)) performance.mark('usable')
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }, target.selector)
    await page.goto(target.url, { waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
    const at = await page.evaluate(
      () => performance.timeOrigin + performance.getEntriesByName('usable')[0]!.startTime,
    )
    return at - begun
  } finally {
    await context.close()
  }
}

const newProfile = () => mkdtempSync(join(tmpdir(), 'dayang-profile-'))

async function coldAndWarm(
  executablePath: string,
  targets: Record<'empty' | 'desk', Target>,
  rounds: number,
) {
  const times = { cold: { empty: [], desk: [] }, warm: { empty: [], desk: [] } } as Record<
    'cold' | 'warm',
    Record<'empty' | 'desk', number[]>
  >
  const names = ['empty', 'desk'] as const
  const used = { empty: newProfile(), desk: newProfile() }
  try {
    for (let round = 0; round < rounds; round++) {
      for (const name of names) {
        const profile = newProfile()
        times.cold[name].push(await timeOf(executablePath, profile, targets[name]))
        rmSync(profile, { recursive: true, force: true })
      }
    }
    // A script's compiled code is kept once it has been run from the cache.
    for (let before = 0; before < 3; before++)
      for (const name of names) await timeOf(executablePath, used[name], targets[name])
    for (let round = 0; round < rounds; round++)
      for (const name of names) times.warm[name].push(await timeOf(executablePath, used[name], targets[name]))
  } finally {
    for (const profile of Object.values(used)) rmSync(profile, { recursive: true, force: true })
  }
  return times
}

/** Milliseconds from `npm start` on a folder that was open before until the desk can be used in the browser. */
async function startAgain(executablePath: string, folder: string, profile: string): Promise<number> {
  const begun = Date.now()
  const child = spawn(process.execPath, ['scripts/start.mjs', '--no-open', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  try {
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', line => {
        const found = /http:\S+/.exec(line)
        if (found) resolve(found[0])
      })
      child.once('exit', () => reject(new Error('npm start ended')))
    })
    const opened = Date.now() - begun
    return opened + (await timeOf(executablePath, profile, { url, selector: usable.desk, cookie: null }))
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** Measures the start; a Markdown report. Needs the built application (out/). */
export async function startupBench(rounds = 7): Promise<string> {
  const executablePath = process.env['DAYANG_CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) return 'Chromium is not on this machine (DAYANG_CHROMIUM names it).'
  if (!existsSync('out/main/serve.js')) throw new Error('Build first: npm run build')
  const folder = mkdtempSync(join(tmpdir(), 'dayang-bench-'))
  const profile = newProfile()
  const newsroom = await startNewsroom(folder)
  const bare = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(emptyPage)
  }).listen(0, '127.0.0.1')
  try {
    const answer = await fetch(newsroom.url, { redirect: 'manual' })
    const times = await coldAndWarm(
      executablePath,
      {
        empty: {
          url: `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`,
          selector: usable.empty,
          cookie: null,
        },
        desk: {
          url: new URL('/', newsroom.url).href,
          selector: usable.desk,
          cookie: answer.headers.get('set-cookie')!.split(';')[0]!,
        },
      },
      rounds,
    )
    await newsroom.close()
    const again: number[] = []
    for (let round = 0; round < rounds + 2; round++) {
      const time = await startAgain(executablePath, folder, profile)
      // The first fills the caches.
      if (round > 1) again.push(time)
    }
    const row = (name: 'cold' | 'warm') => {
      const [empty, desk] = [median(times[name].empty), median(times[name].desk)]
      return [name, ms(empty), ms(desk), `${(desk / empty).toFixed(2)}×`, `${bars[name]}×`]
    }
    return [
      '### Start',
      `Medians of ${rounds} starts of the browser, by turns.`,
      table(['profile', 'an empty page (ms)', 'the desk (ms)', 'ratio', 'bar'], [row('cold'), row('warm')]),
      `A second \`npm start\`, until the desk can be used: ${ms(median(again))} ms (bar ${startBar}).`,
    ].join('\n\n')
  } finally {
    bare.close()
    await newsroom.close()
    for (const path of [folder, profile]) rmSync(path, { recursive: true, force: true })
  }
}
