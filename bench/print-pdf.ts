import { ems, pt } from '../src/shared/page/sizes'
/// <reference lib="dom" />
/** The print PDF of a full page, against Chromium printing the same text, fonts and photos on the same sheet. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { fontPath } from '../src/main/output/fonts'
import { FaceShelf } from '../src/main/output/open-faces'
import { pagePdf, type PagePdfOptions } from '../src/main/output/page-pdf'
import { composePage } from '../src/shared/page/compose/compose'
import {
  emptyLayout,
  headDefaults,
  insetPhotoDefaults,
  storyFrameDefaults,
} from '../src/shared/page/frame-defaults'
import type { PageLayout, StoryFrame } from '../src/shared/page/layout'
import type { Painting } from '../src/shared/page/painting'
import { geometryOf, paperOf, type Paper } from '../src/shared/page/paper'
import type { StoryParts } from '../src/shared/story/parts'
import { median, ms, table } from './measured'

const characters = 12_000
const storyCount = 12
const photoCount = 8
const [photoWidth, photoHeight] = [3000, 2000]
const rounds = 15

/** A 对开 page set closely: its sheet is the trade's, its type small enough for twelve thousand characters. */
const paper: Paper = {
  ...paperOf('broadsheet-8x13'),
  columns: 9,
  measure: ems(14),
  bodySize: pt(7.5),
  pitch: pt(9.3),
  lines: 148,
  captionSize: '小六',
}

/** The sample newsroom's own words, dealt out to twelve stories of like length; the first eight have a photo. */
function sampleStories(): { id: string; parts: StoryParts }[] {
  const folder = 'resources/sample/stories'
  const samples = readdirSync(folder)
    .toSorted()
    .map(file => (JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { parts: StoryParts }).parts)
  const paragraphs = samples.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : [])),
  )
  const share = characters / storyCount
  let next = 0
  return samples.slice(0, storyCount).map((sample, at) => {
    const blocks: StoryParts['blocks'][number][] = []
    for (let length = 0; length < share; next++) {
      const text = paragraphs[next % paragraphs.length]!
      const room = Math.ceil(share - length)
      blocks.push({ kind: 'paragraph', text: text.length > room ? `${text.slice(0, room - 1)}。` : text })
      length += text.length
    }
    if (at < photoCount) {
      blocks.push({
        kind: 'photo',
        image: String(at),
        width: photoWidth,
        height: photoHeight,
        caption: '记者在现场拍下的一个瞬间。',
        credit: '江南 摄',
      })
    }
    return { id: String(at), parts: { ...sample, blocks } }
  })
}

/** Three frames across and four down, of three columns each. */
function layoutOf(stories: readonly { id: string }[]): PageLayout {
  const rowSpan = paper.lines / 4
  const frames = stories.map(({ id }, at): StoryFrame => {
    const photo = {
      ...insetPhotoDefaults,
      source: { kind: 'story' as const, storyId: id, photo: 0 },
      column: 2,
      columnSpan: 1,
      row: 0,
      // Every other one is cut to a high shape.
      rowSpan: at % 2 === 0 ? 9 : 12,
    }
    return {
      ...storyFrameDefaults,
      id: `frame-${id}`,
      storyId: id,
      column: (at % 3) * 3,
      row: Math.floor(at / 3) * rowSpan,
      columnSpan: 3,
      rowSpan: rowSpan - 1,
      columns: 3,
      head: { ...headDefaults, size: '三号', kickerSize: '小四', deckSize: '小四', lines: 1 },
      photos: at < photoCount ? [photo] : [],
    }
  })
  return { ...emptyLayout(paper), frames }
}

/** A press photo's size and grain: soft shapes of light with noise, as JPEG; the same on every machine. */
async function photoOf(seed: number): Promise<Buffer> {
  const pixels = Buffer.alloc(photoWidth * photoHeight * 3)
  let state = seed + 1
  let at = 0
  for (let y = 0; y < photoHeight; y++) {
    for (let x = 0; x < photoWidth; x++) {
      state = (Math.imul(state, 1664525) + 1013904223) | 0
      const grain = (state >>> 26) - 32
      const light = 120 + 70 * Math.sin(x / (240 + seed * 20)) * Math.cos(y / (190 + seed * 10))
      pixels[at++] = clamped(light + grain + seed * 4)
      pixels[at++] = clamped(light * 0.9 + grain + 14)
      pixels[at++] = clamped(220 - light + grain)
    }
  }
  const raw = { width: photoWidth, height: photoHeight, channels: 3 as const }
  return sharp(pixels, { raw }).blur(0.7).jpeg({ quality: 88 }).toBuffer()
}

const clamped = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value)

const faces = ['serif', 'serif-bold', 'serif-black', 'sans', 'sans-bold'] as const

/** The same stories for a browser: a grid of articles of three columns on the same sheet. */
function htmlOf(stories: readonly { parts: StoryParts }[]): string {
  const { area, width, height, gutterWidth } = geometryOf(paper)
  const fonts = faces
    .map(face => `@font-face { font-family: "${face}"; src: url("/font/${face}") }`)
    .join('\n')
  const articles = stories.map(({ parts }, at) => {
    const text = parts.blocks.map(block => (block.kind === 'photo' ? '' : `<p>${block.text}</p>`)).join('')
    const photo =
      at < photoCount
        ? `<figure><img src="/photo/${at}"><figcaption>记者在现场拍下的一个瞬间。<b>江南 摄</b></figcaption></figure>`
        : ''
    const lead = text.replace('<p>', `<p><b>${parts.dateline}</b>　`)
    return `<article><h3>${parts.kicker}</h3><h2>${parts.headline}</h2><h4>${parts.deck}</h4>
      <div>${photo}${lead}<p>${parts.byline}</p></div></article>`
  })
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>版面</title><style>
    ${fonts}
    @page { size: ${width}pt ${height}pt; margin: 0 }
    body { margin: 0; font: ${paper.bodySize}pt/${paper.pitch}pt serif; font-family: "serif" }
    main { position: absolute; left: ${area.x}pt; top: ${area.y}pt; width: ${area.width}pt;
      height: ${area.height}pt; display: grid; grid-template: repeat(4, 1fr) / repeat(3, 1fr);
      column-gap: ${gutterWidth}pt; overflow: hidden }
    article { overflow: hidden }
    div { columns: 3; column-gap: ${gutterWidth}pt; text-align: justify; line-break: strict }
    p { margin: 0; text-indent: 2em }
    p b, figcaption b { font-family: "sans-bold"; font-weight: normal }
    figure { margin: 0 } img { width: 100%; display: block }
    figcaption { font: 6.5pt/${paper.pitch}pt "sans" }
    h2 { font: 16pt/19pt "serif-black"; margin: 0; text-align: center }
    h3, h4 { font: 12pt/14pt "serif-bold"; margin: 0; text-align: center }
  </style><main>${articles.join('')}</main>`
}

const html = { contentType: 'text/html' }

/** The page in the browser, its fonts and photos loaded. */
async function open(page: Page): Promise<void> {
  await page.goto('http://localhost/print')
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map(image => image.decode()))
  })
}

async function serve(page: Page, body: string, photos: readonly Buffer[]): Promise<void> {
  await page.route('**/*', route => {
    const [, kind, name = ''] = new URL(route.request().url()).pathname.split('/')
    if (kind === 'font') return route.fulfill({ path: fontPath(name as (typeof faces)[number]) })
    if (kind === 'photo') return route.fulfill({ body: photos[Number(name)]!, contentType: 'image/jpeg' })
    return route.fulfill({ ...html, body })
  })
}

const printed = (page: Page) => page.pdf({ preferCSSPageSize: true, printBackground: true })

async function timed<T>(work: () => Promise<T>): Promise<{ took: number; value: T }> {
  const start = performance.now()
  const value = await work()
  return { took: performance.now() - start, value }
}

const charactersOf = (painting: Painting) =>
  painting.items.reduce((sum, item) => sum + (item.kind === 'text' ? item.clusters.join('').length : 0), 0)

/** The tables of the print PDF: times and sizes, first calls and later ones. */
export async function printPdfBench(): Promise<string> {
  const stories = sampleStories()
  const layout = layoutOf(stories)
  const composed = composePage(layout, new Map(stories.map(({ id, parts }) => [id, parts])), {
    paperName: '云岭报',
    date: '2026-11-24',
    editionNumber: 1286,
    pageNumber: 1,
    pageCount: 4,
    pageName: '要闻',
    credits: [],
  })
  const { painting } = composed
  const over = [...composed.frames.values()].reduce((sum, { fit }) => sum + (fit?.overset.characters ?? 0), 0)
  const photos = await Promise.all(Array.from({ length: photoCount }, (_, at) => photoOf(at)))
  const photoBytes = photos.reduce((sum, photo) => sum + photo.length, 0)
  const options: PagePdfOptions = {
    title: '云岭报 2026年11月24日 1版 要闻',
    created: new Date(0),
    photo: async hash => photos[Number(hash)] ?? null,
  }

  const first = await timed(() => pagePdf(painting, options))
  const own: number[] = []
  const ownCold: number[] = []
  const theirs: number[] = []
  const theirsCold: number[] = []
  let chromiumPdf: Buffer | undefined
  let chromiumText = 0
  let chromiumFirst = NaN
  const launched = performance.now()
  const path = process.env.DAYANG_CHROMIUM ?? '/usr/bin/chromium'
  const browser = existsSync(path)
    ? await chromium.launch({ executablePath: path, args: ['--no-sandbox'] })
    : undefined
  try {
    const page = await browser?.newPage()
    if (page) {
      await serve(page, htmlOf(stories), photos)
      await open(page)
      chromiumPdf = await printed(page)
      chromiumFirst = performance.now() - launched
      chromiumText = await page.evaluate(() => document.body.innerText.replace(/\s/g, '').length)
    }
    // They take turns, so that both meet the machine in the same mood.
    for (let round = 0; round < rounds; round++) {
      if (page) theirs.push((await timed(() => printed(page))).took)
      own.push((await timed(() => pagePdf(painting, options))).took)
    }
    for (let round = 0; round < 5; round++) {
      const context = await browser?.newContext()
      const fresh = await context?.newPage()
      if (fresh) {
        await serve(fresh, htmlOf(stories), photos)
        const work = async () => {
          await open(fresh)
          await printed(fresh)
        }
        theirsCold.push((await timed(work)).took)
      }
      await context?.close()
      ownCold.push((await timed(() => pagePdf(painting, options, new FaceShelf()))).took)
    }
  } finally {
    await browser?.close()
  }

  const trimmed = await timed(() => pagePdf(painting, { ...options, trimPhotos: true }))
  const inks = await timed(() => pagePdf(painting, { ...options, colour: 'cmyk' }))
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2)
  const kilobytes = (bytes: number) => ((bytes - photoBytes) / 1e3).toFixed(0)
  const size = first.value.bytes.length
  const line = (what: string, a: number, b: number) => [what, ms(a), ms(b), `${(a / b).toFixed(1)}×`]
  const count = (value: number) => value.toLocaleString('en')
  const about = [
    `One page of ${storyCount} stories, ${count(charactersOf(painting))} characters (${count(over)} of them overset)`,
    `and ${photoCount} photos of ${photoWidth}×${photoHeight} pixels, ${megabytes(photoBytes)} MB;`,
    chromiumPdf ? `Chromium prints ${count(chromiumText)} characters.` : 'no Chromium on this machine.',
  ].join(' ')
  const parts = ['### Print PDF', about]
  if (chromiumPdf) {
    parts.push(
      table(
        ['print PDF of one page (ms)', 'Chromium', '大样', 'ratio'],
        [
          line('again, median', median(theirs), median(own)),
          line('fonts and page opened anew, median', median(theirsCold), median(ownCold)),
          line('the very first, from the browser’s start', chromiumFirst, first.took),
        ],
      ),
      table(
        ['size', 'Chromium', '大样', 'ratio'],
        [
          [
            'whole file, MB',
            megabytes(chromiumPdf.length),
            megabytes(size),
            (size / chromiumPdf.length).toFixed(3),
          ],
          [
            'all but the photos, kB',
            kilobytes(chromiumPdf.length),
            kilobytes(size),
            ((size - photoBytes) / (chromiumPdf.length - photoBytes)).toFixed(2),
          ],
        ],
      ),
    )
  } else {
    parts.push(`大样: ${ms(median(own))} ms again, ${ms(first.took)} ms at first, ${megabytes(size)} MB.`)
  }
  parts.push(
    table(
      ['other print PDFs of the page', 'ms', 'MB'],
      [
        ['only the pixels that crops show', ms(trimmed.took), megabytes(trimmed.value.bytes.length)],
        ['photos turned to four inks', ms(inks.took), megabytes(inks.value.bytes.length)],
      ],
    ),
  )
  return parts.join('\n\n')
}
