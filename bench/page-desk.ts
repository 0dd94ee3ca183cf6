/// <reference lib="dom" />
/**
 * The page desk in the browser door: what a frame of the screen costs while a hand drags, and how long an
 * edition takes to stand there. All numbers of one run, in Chromium, over a newsroom of its own.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { enter, startNewsroom } from '../e2e/newsroom'
import { median, ms, quantile, table } from './measured'
import { charactersOnPage, fullEdition, manyFrames } from './page-desk-newsroom'
import { marksOf, spanOf, workOf, type Mark, type Span } from './thread-clock'

/** Milliseconds of a 60 Hz frame. */
const frame = 1000 / 60

/** What somebody did and the page showed: the work of the event and of the frame that shows it. */
interface Sample extends Span {
  /** Frames that began in between: 1 where the page shows it in the very next one. */
  readonly frames: number
}

/** Marks events, the start of every frame, and where in it a canvas is painted. */
async function markFrames(page: Page, event: string, selector: string): Promise<void> {
  await page.evaluate(
    ({ event, selector }) => {
      const canvas = document.querySelector(selector)!
      const state = { running: true }
      window.addEventListener(event, () => state.running && performance.mark('event'), true)
      new MutationObserver(() => performance.mark('painted')).observe(canvas, { attributes: true })
      const tick = () => {
        performance.mark('frame')
        if (state.running) requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
      Object.assign(globalThis, { benchFrames: state })
    },
    { event, selector },
  )
}

const stopFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { benchFrames } = globalThis as unknown as { benchFrames: { running: boolean } }
    benchFrames.running = false
  })

/** From each event that the page has not shown yet to the frame that shows it. */
function samplesOf(marks: readonly Mark[]): Sample[] {
  const samples: Sample[] = []
  let event: Mark | null = null
  let frames = 0
  for (const mark of marks) {
    if (mark.name === 'event' && !event) [event, frames] = [mark, 0]
    if (mark.name === 'frame') frames++
    if (mark.name !== 'painted' || !event) continue
    samples.push({ ...workOf(event, mark), frames })
    event = null
  }
  return samples
}

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
  browser: Browser,
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
  const marks = await marksOf(browser, page, async () => {
    await markFrames(page, 'pointermove', '.page-scroll canvas')
    for (let at = 0; at < steps; at++) {
      const turn = Math.abs(12 - (at % 24))
      await page.mouse.move(x, y + way * (8 + turn * line))
    }
    await stopFrames(page)
  })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  const samples = samplesOf(marks)
  if (samples.length < steps / 2) throw new Error(`Only ${samples.length} of ${steps} steps were painted`)
  return samples
}

const share = (samples: readonly number[]) =>
  `${((samples.filter(one => one < frame).length / samples.length) * 100).toFixed(1)}%`

/** Share of what the very next frame shows. */
const shownAtOnce = (samples: readonly Sample[]) =>
  `${Math.round((samples.filter(one => one.frames <= 1).length / samples.length) * 100)}%`

const describeFrames = (name: string, samples: readonly Sample[]): (string | number)[] => {
  const thread = samples.map(sample => sample.thread)
  const wall = samples.map(sample => sample.wall)
  const p95 = quantile(thread, 0.95)
  return [
    name,
    samples.length,
    ms(median(thread)),
    ms(p95),
    `${Math.round((p95 / frame) * 100)}%`,
    ms(quantile(thread, 0.99)),
    share(thread),
    shownAtOnce(samples),
    ms(median(wall)),
    ms(quantile(wall, 0.95)),
  ]
}

/** The same measure of a fixed loop and nothing else: how far the two clocks part on this machine at this hour. */
async function fixedLoop(browser: Browser, page: Page, rounds: number, steps: number): Promise<Sample[]> {
  const marks = await marksOf(browser, page, () =>
    page.evaluate(
      async ({ rounds, steps }) => {
        for (let step = 0; step < steps; step++) {
          await new Promise<void>(resolve => {
            requestAnimationFrame(() => {
              performance.mark('event')
              let sum = 0
              for (let at = 0; at < rounds; at++) sum += Math.sqrt(at)
              performance.mark('painted', { detail: sum })
              resolve()
            })
          })
        }
      },
      { rounds, steps },
    ),
  )
  return samplesOf(marks)
}

/** Types into the story open beside the page, and measures from the key to the frame that shows it. */
async function typeBeside(browser: Browser, page: Page, strokes: number): Promise<Sample[]> {
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
  const marks = await marksOf(browser, page, async () => {
    await markFrames(page, 'beforeinput', '.page-preview canvas')
    for (let at = 0; at < strokes; at++) {
      await page.keyboard.insertText('一二三四五六七八九十'[at % 10]!)
      // As fast as the screen shows frames; nobody types faster.
      await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
    }
    await stopFrames(page)
  })
  const found = samplesOf(marks)
  if (found.length < strokes / 2) throw new Error(`Only ${found.length} of ${strokes} keys were painted`)
  return found
}

/** What stands how long after the press on 版面. */
interface Opening {
  readonly first: Span
  readonly all: Span
  /** The longest time without an answer. */
  readonly longest: number
}

/** From the press on 版面 to the frame in which the page and the thumbnails of all its pages are painted. */
async function openEdition(browser: Browser, page: Page, pages: number): Promise<Opening> {
  let longest = 0
  const marks = await marksOf(browser, page, async () => {
    longest = await page.evaluate(async count => {
      const tasks: number[] = []
      new PerformanceObserver(list => tasks.push(...list.getEntries().map(one => one.duration))).observe({
        entryTypes: ['longtask'],
      })
      const button = [...document.querySelectorAll<HTMLElement>('nav[aria-label="视图"] button')].find(
        one => one.textContent === '版面',
      )!
      let last = performance.now()
      let painted = 0
      // A page is painted again when its stories' texts come: what counts is the last time.
      new MutationObserver(changes => {
        for (const { target } of changes) {
          if (!(target instanceof HTMLCanvasElement) || !target.dataset['painted']) continue
          last = performance.now()
          const isThumbnail = target.closest('.thumbnails') !== null
          performance.mark(isThumbnail ? 'thumbnail' : 'sheet')
          if (isThumbnail) painted++
        }
      }).observe(document.querySelector('#root')!, {
        attributes: true,
        attributeFilter: ['data-painted'],
        subtree: true,
      })
      performance.mark('press')
      button.click()
      while (performance.now() - last < 2500) await new Promise(resolve => setTimeout(resolve, 50))
      const thumbnails = document.querySelectorAll('.thumbnails canvas[data-painted]').length
      if (thumbnails !== count) throw new Error(`${thumbnails} thumbnails of ${count} pages`)
      if (painted < count) throw new Error('The thumbnails were painted before they were looked at')
      return Math.max(0, ...tasks)
    }, pages)
  })
  const press = marks.find(mark => mark.name === 'press')!
  const last = (name: string) =>
    spanOf(
      press,
      marks.findLast(mark => mark.name === name)!,
    )
  return { first: last('sheet'), all: last('thumbnail'), longest }
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
      rows.push(describeFrames(name, await dragEdge(browser, page, frameAt, handle, steps)))
    await drag('fit to the window, lower edge', 1, 's')
    await drag('fit to the window, lower right corner', 1, 'se')
    await page.getByRole('button', { name: '原大' }).click()
    await page.waitForTimeout(600)
    await drag('true size, lower edge', 1, 's')
    await page.getByRole('button', { name: '适合窗口' }).click()
    rows.push(describeFrames('a fixed loop in its place', await fixedLoop(browser, page, 2e6, steps)))
    rows.push(describeFrames('a key in the editor, the page beside it', await typeBeside(browser, page, 200)))
    await page.close()

    const dense = await openDesk(browser, at, 2)
    await ready(dense)
    rows.push(
      describeFrames('two device pixels to one, lower edge', await dragEdge(browser, dense, 1, 's', steps)),
    )
    await dense.locator('.thumbnails nav > button').nth(1).click()
    await ready(dense)
    rows.push(
      describeFrames(
        'a page with 200 frames more, lower edge of one',
        await dragEdge(browser, dense, 195, 's', steps, 1),
      ),
    )
    await dense.close()

    await fullEdition(client, 16, 2)
    const opening = await openDesk(browser, at, 1, false)
    await opening.waitForTimeout(3000)
    const opened = await openEdition(browser, opening, 16)
    return [
      '### The page desk',
      `A page of 12 stories, ${charactersOnPage.toLocaleString('en')} characters and 8 photos in the window (1366 × 768), an edge of a frame dragged a line at a time.`,
      table(
        [
          'from the hand to the page (ms)',
          'painted',
          'own work, median',
          'p95',
          'p95 of 16.7',
          'p99',
          'under 16.7',
          'in the next frame',
          'by the wall’s clock',
          'p95',
        ],
        rows,
      ),
      table(
        ['an edition of 16 such pages, from the press on 版面 (ms)', 'own work', 'by the wall’s clock'],
        [
          ['the page stands with text and photos', ms(opened.first.thread), ms(opened.first.wall)],
          ['all thumbnails stand', ms(opened.all.thread), ms(opened.all.wall)],
          ['longest time without an answer', '', ms(opened.longest)],
        ],
      ),
    ].join('\n\n')
  } finally {
    await browser.close()
    await newsroom.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
