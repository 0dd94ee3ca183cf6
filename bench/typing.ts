/// <reference lib="dom" />
/**
 * A key in the story sheet, with the galley and the page beside it, against the same key in a bare ProseMirror view
 * with the same text in the same browser: from the press until the frame that shows the character is handed on.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { enter, startNewsroom } from '../e2e/newsroom'
import { headDefaults, storyFrameDefaults } from '../src/shared/page/frame-defaults'
import { median, ms, quantile, table } from './measured'
import { newsText } from './text'
import { marksOf, spanOf, type Mark, type Span } from './thread-clock'

const characters = 10_000
const headline = '冬灌开闸浇透越冬水'
const paragraphs = newsText(characters, 3)
/** The bar that this bench holds the sheet to. */
const allowed = 1.25
/** A task that keeps the window from answering, in milliseconds. */
const longTask = 50

/** The look of the sheet, so that both lay out the same lines. */
const css = `
  body { margin: 0; background: #ece9e3 }
  .sheet { width: 550px; margin: 0 auto; padding: 26px 44px 40vh 66px; background: #fffefb;
    font: 17px/1.85 "Noto Serif SC", "Noto Serif CJK SC", serif }
  .ProseMirror { outline: none; white-space: pre-wrap; overflow-wrap: anywhere }
  .headline { font-weight: 700; font-size: 27px; line-height: 1.35 }
  p { text-indent: 2em; margin: 0 0 4px }
`

/** A key until it was painted, and the longest task of the main thread that it made. */
interface Stroke extends Span {
  readonly longest: number
}

/** Marks each press of a key, the end of the frame after it, and the beginnings and ends of frames between. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.addEventListener(
      'keydown',
      () => {
        performance.mark('key')
        requestAnimationFrame(() => {
          performance.mark('frame')
          const { port1, port2 } = new MessageChannel()
          // A message posted in a frame's callbacks is delivered once that frame has been laid out and painted.
          port1.addEventListener('message', () => {
            performance.mark('painted')
            port1.close()
          })
          port1.start()
          port2.postMessage(null)
        })
      },
      true,
    )
  })
}

/** Types letters where the caret stands, one after the other, at a quick hand's pace. */
async function typeKeys(browser: Browser, page: Page, count: number): Promise<Stroke[]> {
  await page.bringToFront()
  const marks = await marksOf(browser, page, async () => {
    for (let at = 0; at < count; at++) {
      await page.keyboard.press('abcdefghij'[at % 10]!)
      await page.waitForTimeout(70)
    }
    await page.waitForTimeout(200)
  })
  const strokes: Stroke[] = []
  let pressed: Mark | null = null
  let longest = 0
  for (const mark of marks) {
    if (mark.name === 'key') pressed ??= mark
    longest = Math.max(longest, mark.task.thread)
    if (mark.name !== 'painted' || !pressed) continue
    strokes.push({ ...spanOf(pressed, mark), longest })
    pressed = null
    longest = 0
  }
  if (strokes.length < count * 0.6) throw new Error(`Only ${strokes.length} of ${count} keys were painted`)
  return strokes
}

/** Puts the caret into the middle of the story's text. */
async function caretInMiddle(page: Page): Promise<void> {
  const middle = page.locator('.sheet .ProseMirror p').nth(Math.floor(paragraphs.length / 2))
  await middle.scrollIntoViewIfNeeded()
  await middle.click()
  await page.waitForTimeout(300)
}

async function openBare(browser: Browser, script: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${css}</style><body></body>`,
  )
  await page.addScriptTag({ content: script })
  await page.evaluate(
    ({ headline, paragraphs }) => {
      const { bareEditor } = globalThis as unknown as {
        bareEditor: { openBareEditor(headline: string, paragraphs: readonly string[]): void }
      }
      bareEditor.openBareEditor(headline, paragraphs)
    },
    { headline, paragraphs },
  )
  await caretInMiddle(page)
  await watchKeys(page)
  return page
}

/** The story in the sheet; `tab` is what stands beside it. */
async function openSheet(browser: Browser, origin: string, cookie: string, tab: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: origin }])
  const page = await context.newPage()
  await page.goto(origin)
  await page.getByRole('option', { name: new RegExp(headline) }).click()
  await page.locator('.galley').getByText(tab, { exact: true }).click()
  await page.locator(tab === '小样' ? '.galley-paper canvas' : '.page-preview canvas[data-painted]').waitFor()
  await page.waitForTimeout(1500)
  await caretInMiddle(page)
  await watchKeys(page)
  return page
}

/** A newsroom with the story, placed on a page of its own edition. */
async function found(url: string): Promise<string> {
  const { client, cookie } = await enter(url)
  const papers = await client.pages.papers()
  const edition = await client.editions.create({
    date: '2026-11-24',
    number: 1,
    pages: [{ name: '要闻', paperId: papers[0]!.id, templateId: null }],
  })
  const rows = await client.intake.acceptPage({
    imported: {
      strap: null,
      stories: [
        {
          kicker: null,
          headline,
          deck: null,
          dateline: '',
          paragraphs,
          crossheads: [],
          byline: null,
          credits: [],
          photos: [],
        },
      ],
      photos: [],
      leftover: [],
      changes: [],
    },
    editionId: edition.id,
    page: 1,
  })
  const pageId = edition.pages[0]!.id
  const paper = papers[0]!
  const top = paper.mastheadLines
  const frame = {
    ...storyFrameDefaults,
    head: { ...headDefaults, size: '小二' as const },
    id: 'bench-story',
    storyId: rows[0]!.id,
    column: 0,
    row: top,
    columnSpan: paper.columns,
    rowSpan: paper.lines - top,
    columns: paper.columns,
  }
  await client.pages.submit({
    pageId,
    changes: [
      {
        id: 'bench-typing',
        ops: [{ op: 'add', before: null, frame }],
        undo: [],
        label: '排版',
        kind: 'do',
        of: null,
      },
    ],
  })
  return cookie
}

function row(name: string, ours: readonly Stroke[], bare: readonly Stroke[]): (string | number)[] {
  const at = (strokes: readonly Stroke[], share: number, clock: 'wall' | 'thread') =>
    quantile(
      strokes.map(stroke => stroke[clock]),
      share,
    )
  const ratio = (clock: 'wall' | 'thread') => (at(ours, 0.95, clock) / at(bare, 0.95, clock)).toFixed(2)
  return [
    name,
    ours.length,
    ms(at(ours, 0.5, 'wall')),
    ms(at(ours, 0.95, 'wall')),
    ratio('wall'),
    ms(median(ours.map(stroke => stroke.thread))),
    ms(at(ours, 0.95, 'thread')),
    ratio('thread'),
    ms(Math.max(0, ...ours.map(stroke => stroke.longest))),
  ]
}

/** Measures typing; a Markdown report. Needs the built application (out/), and `bareEditor` as a script. */
export async function typingBench(script: string, rounds = 6, keys = 60): Promise<string> {
  const executablePath = process.env['DAYANG_CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) return 'Chromium is not on this machine (DAYANG_CHROMIUM names it).'
  if (!existsSync('out/main/serve.js')) throw new Error('Build first: npm run build')
  const folder = mkdtempSync(join(tmpdir(), 'dayang-bench-'))
  const newsroom = await startNewsroom(folder, '--empty')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const cookie = await found(newsroom.url)
    const origin = new URL('/', newsroom.url).href
    const desks = { bare: await openBare(browser, script) } as Record<'bare' | 'galley' | 'page', Page>
    desks.galley = await openSheet(browser, origin, cookie, '小样')
    const strokes: Record<keyof typeof desks, Stroke[]> = { bare: [], galley: [], page: [] }
    const takeTurns = async (names: readonly (keyof typeof desks)[]) => {
      for (const name of names) await typeKeys(browser, desks[name], keys)
      for (let round = 0; round < rounds; round++) {
        for (const name of names) strokes[name].push(...(await typeKeys(browser, desks[name], keys)))
      }
    }
    await takeTurns(['bare', 'galley'])
    // One window on the story at a time: another would be told of every key as well.
    await desks.galley.context().close()
    desks.page = await openSheet(browser, origin, cookie, '本版')
    await takeTurns(['bare', 'page'])
    return [
      '### Typing',
      `Letters typed into the middle of a story of ${characters.toLocaleString('en')} characters in ${paragraphs.length} paragraphs (window 1366 × 768). The sheet may take ${allowed} times the bare view; no task of the thread may last ${longTask} ms.`,
      table(
        [
          'a key until it is painted (ms)',
          'keys',
          'median',
          '95th',
          'ratio of 95th',
          'thread’s time, median',
          '95th',
          'ratio of 95th',
          'longest task',
        ],
        [
          row('a bare ProseMirror view', strokes.bare, strokes.bare),
          row('the sheet, with the galley', strokes.galley, strokes.bare),
          row('the sheet, with its page', strokes.page, strokes.bare),
        ],
      ),
    ].join('\n\n')
  } finally {
    await browser.close()
    await newsroom.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
