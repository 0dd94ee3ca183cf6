/// <reference lib="dom" />
/**
 * The page desk in the browser door: what a frame of the screen costs while a hand drags, and how long an
 * edition takes to stand there. All numbers of one run, in Chromium, over a newsroom of its own.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { startNewsroom } from '../e2e/newsroom'
import { median, ms, quantile, table } from './measured'
import { charactersOnPage, enter, fullEdition, manyFrames } from './page-desk-newsroom'

/** Milliseconds of a 60 Hz frame. */
const frame = 1000 / 60

/** One frame of the screen in which the page was painted. */
interface Sample {
  /** Since the frame before it. */
  readonly interval: number
  /** The main thread's work, from the frame's start until everything is handed to the compositor. */
  readonly work: number
}

/** Starts collecting frames in which the page's canvas was painted; `stopFrames` answers them. */
async function collectFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const canvas = document.querySelector('.page-scroll canvas')!
    const samples: { interval: number; work: number }[] = []
    const state = { running: true, painted: false, samples }
    new MutationObserver(() => (state.painted = true)).observe(canvas, { attributes: true })
    let last = performance.now()
    const tick = () => {
      const start = performance.now()
      const interval = start - last
      last = start
      const { port1, port2 } = new MessageChannel()
      // A message posted in a frame's callbacks is delivered once that frame has been laid out and painted.
      port1.addEventListener('message', () => {
        if (state.painted) samples.push({ interval, work: performance.now() - start })
        state.painted = false
        port1.close()
      })
      port1.start()
      port2.postMessage(null)
      if (state.running) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { benchFrames: state })
  })
}

const stopFrames = (page: Page): Promise<Sample[]> =>
  page.evaluate(() => {
    const { benchFrames } = globalThis as unknown as {
      benchFrames: { running: boolean; samples: Sample[] }
    }
    benchFrames.running = false
    return benchFrames.samples
  })

/** The newsroom's address, and what lets a browser in: the token in the address is good for one. */
interface Entered {
  readonly origin: string
  readonly cookie: string
}

async function openDesk(browser: Browser, at: Entered, density = 1, pages = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    deviceScaleFactor: density,
    locale: 'zh-CN',
  })
  const [name = '', value = ''] = at.cookie.split('=')
  await context.addCookies([{ name, value, url: at.origin }])
  const page = await context.newPage()
  await page.goto(at.origin)
  const button = page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '版面' })
  await button.waitFor()
  if (pages) await button.click()
  return page
}

const ready = async (page: Page) => {
  await page.locator('.page-scroll canvas[data-painted]').waitFor()
  // Texts, faces and photos have come when nothing has been painted for a while.
  await page.waitForTimeout(1500)
}

/** Drags an edge of a frame to and fro, a line at a time: every step sets the text anew. `way`: up or down first. */
async function dragEdge(
  page: Page,
  frameAt: number,
  handle: string,
  steps: number,
  way: 1 | -1 = -1,
): Promise<Sample[]> {
  const target = page.locator('[data-frame]').nth(frameAt)
  await target.scrollIntoViewIfNeeded()
  await target.click({ position: { x: 12, y: 6 } })
  const knob = page.locator(`.handle.${handle}[data-rectangle="0"]`)
  await knob.scrollIntoViewIfNeeded()
  await page.waitForTimeout(400)
  const grip = await knob.boundingBox()
  if (!grip) throw new Error('The chosen frame has no handles')
  const x = grip.x + grip.width / 2
  const y = grip.y + grip.height / 2
  const line = await page.evaluate(() => {
    const sheet = document.querySelector<HTMLElement>('.page-sheet[style*="--scale"]')!
    return Number(sheet.style.getPropertyValue('--scale')) * 10
  })
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + way * 8)
  await collectFrames(page)
  for (let at = 0; at < steps; at++) {
    const turn = Math.abs(12 - (at % 24))
    await page.mouse.move(x, y + way * (8 + turn * line))
  }
  const samples = await stopFrames(page)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  if (samples.length < steps / 2) throw new Error(`Only ${samples.length} of ${steps} steps were painted`)
  return samples
}

const describeFrames = (name: string, samples: readonly Sample[]): (string | number)[] => {
  const work = samples.map(sample => sample.work)
  const intervals = samples.map(sample => sample.interval)
  const within = work.filter(one => one < frame).length / work.length
  const p95 = quantile(work, 0.95)
  return [
    name,
    samples.length,
    ms(median(work)),
    ms(p95),
    `${Math.round((p95 / frame) * 100)}%`,
    ms(quantile(work, 0.99)),
    `${(within * 100).toFixed(1)}%`,
    ms(median(intervals)),
    ms(quantile(intervals, 0.95)),
  ]
}

/**
 * The same measure of nothing but a fixed loop that takes `work` milliseconds where nobody disturbs it: what it
 * shows beyond that is the machine's, not the page desk's.
 */
async function fixedLoop(page: Page, work: number, steps: number): Promise<Sample[]> {
  return page.evaluate(
    async ({ work, steps }) => {
      const spin = (rounds: number) => {
        let sum = 0
        for (let at = 0; at < rounds; at++) sum += Math.sqrt(at)
        return sum
      }
      const timed = (rounds: number) => {
        const start = performance.now()
        spin(rounds)
        return performance.now() - start
      }
      timed(1e6)
      const perRound = Math.min(...Array.from({ length: 15 }, () => timed(1e6))) / 1e6
      const samples: { interval: number; work: number }[] = []
      let last = performance.now()
      while (samples.length < steps) {
        await new Promise<void>(resolve => {
          requestAnimationFrame(() => {
            const start = performance.now()
            const interval = start - last
            last = start
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => {
              samples.push({ interval, work: performance.now() - start })
              port1.close()
              resolve()
            })
            port1.start()
            spin(work / perRound)
            port2.postMessage(null)
          })
        })
      }
      return samples
    },
    { work, steps },
  )
}

/** Types into the story open beside the page, and measures from the key to the frame that shows it. */
async function typeBeside(page: Page, strokes: number): Promise<number[]> {
  await page.locator('.page-scroll').waitFor()
  await page
    .locator('[data-frame]')
    .nth(1)
    .click({ position: { x: 12, y: 6 } })
  await page.keyboard.press('Enter')
  await page.locator('.sheet .ProseMirror p').first().click()
  await page.locator('.galley').getByText('本版').click()
  await page.locator('.page-preview canvas[data-painted]').waitFor()
  await page.waitForTimeout(800)
  await page.locator('.sheet .ProseMirror p').first().click()
  await page.evaluate(() => {
    const canvas = document.querySelector('.page-preview canvas')!
    const samples: number[] = []
    let pressed: number | null = null
    window.addEventListener('beforeinput', () => (pressed = performance.now()), true)
    new MutationObserver(() => {
      if (pressed === null) return
      samples.push(performance.now() - pressed)
      pressed = null
    }).observe(canvas, { attributes: true })
    Object.assign(globalThis, { benchStrokes: samples })
  })
  for (let at = 0; at < strokes; at++) {
    await page.keyboard.insertText('一二三四五六七八九十'[at % 10]!)
    // As fast as the screen shows frames; nobody types faster.
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
  }
  const found = await page.evaluate(() => (globalThis as unknown as { benchStrokes: number[] }).benchStrokes)
  if (found.length < strokes / 2) throw new Error(`Only ${found.length} of ${strokes} keys were painted`)
  return found
}

/** From the press on 版面 to the frame in which the page and the thumbnails of all its pages are painted. */
async function openEdition(
  page: Page,
  pages: number,
): Promise<{ first: number; all: number; longest: number }> {
  await page.evaluate(() => {
    const tasks: number[] = []
    new PerformanceObserver(list => tasks.push(...list.getEntries().map(one => one.duration))).observe({
      entryTypes: ['longtask'],
    })
    Object.assign(globalThis, { benchTasks: tasks, benchFirst: 0, benchAll: 0 })
  })
  return page.evaluate(async count => {
    const button = [...document.querySelectorAll<HTMLElement>('nav[aria-label="视图"] button')].find(
      one => one.textContent === '版面',
    )!
    const start = performance.now()
    const { benchTasks } = globalThis as unknown as { benchTasks: number[] }
    let first = 0
    let all = 0
    let painted = 0
    // A page is painted again when its stories' texts come: what counts is the last time.
    new MutationObserver(changes => {
      for (const { target } of changes) {
        if (!(target instanceof HTMLCanvasElement) || !target.dataset['painted']) continue
        const now = performance.now() - start
        if (target.closest('.thumbnails')) {
          all = now
          painted++
        } else {
          first = now
        }
      }
    }).observe(document.querySelector('#root')!, {
      attributes: true,
      attributeFilter: ['data-painted'],
      subtree: true,
    })
    button.click()
    while (performance.now() - start < Math.max(2000, all + 1000)) {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    const thumbnails = document.querySelectorAll('.thumbnails canvas[data-painted]').length
    if (thumbnails !== count) throw new Error(`${thumbnails} thumbnails of ${count} pages`)
    if (painted < count) throw new Error('The thumbnails were painted before they were looked at')
    return { first, all, longest: Math.max(0, ...benchTasks) }
  }, pages)
}

/** Measures the page desk; a Markdown report. Needs the built application (out/). */
export async function pageDeskBench(steps = 480): Promise<string> {
  const executablePath = process.env['DAYANG_CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) return 'Chromium is not on this machine (DAYANG_CHROMIUM names it).'
  if (!existsSync('out/main/serve.js')) throw new Error('Build first: npm run build')
  const folder = mkdtempSync(join(tmpdir(), 'dayang-bench-'))
  const newsroom = await startNewsroom(folder, '--empty')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const { client, cookie } = await enter(newsroom.url)
    const at = { origin: new URL('/', newsroom.url).href, cookie }
    const rows: (string | number)[][] = []
    const small = await fullEdition(client, 2, 1)
    await manyFrames(client, small.pageIds[1]!, 200)
    const page = await openDesk(browser, at)
    await ready(page)
    const drag = async (name: string, frameAt: number, handle: string) =>
      rows.push(describeFrames(name, await dragEdge(page, frameAt, handle, steps)))
    await drag('fit to the window, lower edge', 1, 's')
    await drag('fit to the window, lower right corner', 1, 'se')
    await page.getByRole('button', { name: '原大' }).click()
    await page.waitForTimeout(600)
    await drag('true size, lower edge', 1, 's')
    await page.getByRole('button', { name: '适合窗口' }).click()
    const usual = Number(rows[0]![2])
    const loop = await fixedLoop(page, usual, steps)
    rows.push(describeFrames(`a fixed loop of ${ms(usual)} ms in its place`, loop))
    const strokes = await typeBeside(page, 200)
    await page.close()

    const dense = await openDesk(browser, at, 2)
    await ready(dense)
    rows.push(describeFrames('two device pixels to one, lower edge', await dragEdge(dense, 1, 's', steps)))
    await dense.locator('.thumbnails nav > button').nth(1).click()
    await ready(dense)
    rows.push(
      describeFrames(
        'a page with 200 frames more, lower edge of one',
        await dragEdge(dense, 195, 's', steps, 1),
      ),
    )
    await dense.close()

    await fullEdition(client, 16, 2)
    const opening = await openDesk(browser, at, 1, false)
    await opening.waitForTimeout(3000)
    const opened = await openEdition(opening, 16)
    return [
      '### The page desk',
      `A page of 12 stories, ${charactersOnPage.toLocaleString('en')} characters and 8 photos in the window (1366 × 768), an edge of a frame dragged a line at a time.`,
      table(
        [
          'frames of the screen (ms)',
          'painted',
          'work, median',
          'p95',
          'p95 of 16.7',
          'p99',
          'under 16.7',
          'interval, median',
          'p95',
        ],
        rows,
      ),
      table(
        ['in the window (ms)', 'median', 'p95'],
        [
          [
            'from a key in the editor to its character on the page beside it',
            ms(median(strokes)),
            ms(quantile(strokes, 0.95)),
          ],
        ],
      ),
      table(
        ['an edition of 16 such pages, from the press on 版面 (ms)', ''],
        [
          ['the page stands with text and photos', ms(opened.first)],
          ['all thumbnails stand', ms(opened.all)],
          ['longest time without an answer', ms(opened.longest)],
        ],
      ),
    ].join('\n\n')
  } finally {
    await browser.close()
    await newsroom.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
