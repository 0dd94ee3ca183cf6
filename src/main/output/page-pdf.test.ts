import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrangePage } from '../../shared/page/arrange/arrange'
import { composePage } from '../../shared/page/compose/compose'
import type { PageFacts } from '../../shared/page/layout'
import { linesOf, type Painting, type TextRun } from '../../shared/page/painting'
import { paperOf } from '../../shared/page/paper'
import type { StoryParts } from '../../shared/story/parts'
import { pagePdf } from './page-pdf'

const run = promisify(execFile)
const hasPoppler = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
)
/** Poppler's tools read the PDF as any other reader would; without them there is nothing to compare with. */
const missing = hasPoppler ? '' : ' (skipped: poppler-utils is not installed)'

const words =
  '“水到地头，人在渠头。”东川镇管水员扛着铁锹，每隔2小时沿渠走一趟，支渠有4.6公里——往年要三个人轮流看护……今年冬灌比去年提前5天，预计12月10日前后结束；全县36座泵站已全部开机，占98%。'
const hash = 'a'.repeat(64)
const story = (headline: string, paragraphs: number, photo: boolean): StoryParts => ({
  kicker: '提前五天 满负荷运行',
  headline,
  deck: '',
  dateline: '本报讯',
  blocks: [
    ...Array.from({ length: paragraphs }, (_, at) => ({
      kind: 'paragraph' as const,
      text: words.slice(at * 7),
    })),
    ...(photo
      ? [
          {
            kind: 'photo' as const,
            image: hash,
            width: 90,
            height: 60,
            caption: '斗渠水位。',
            credit: '江南 摄',
          },
        ]
      : []),
  ],
  byline: '（沈一禾）',
})
const facts: PageFacts = {
  paperName: '云岭报',
  date: '2026-11-24',
  editionNumber: 1286,
  pageNumber: 1,
  pageCount: 4,
  pageName: '要闻',
  credits: [{ role: '责编', name: '周岚' }],
}

function samplePage(): Painting {
  const stories = [
    { id: '1', parts: story('冬灌开闸 麦田喝上“越冬水”', 8, true) },
    { id: '2', parts: story('城区供热管网完成试运行', 3, false) },
    { id: '3', parts: story('六百公里农村路有了“路医生”', 5, false) },
  ]
  const { layout } = arrangePage({ paper: paperOf('tabloid-6x11'), furniture: 'masthead', stories })
  return composePage(layout, new Map(stories.map(({ id, parts }) => [id, parts])), facts).painting
}

const options = { title: '云岭报 1版', created: new Date(0) }
const plain = (text: string) => text.replace(/\s/g, '')

let folder = ''
let photo: Uint8Array
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-pdf-'))
  photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#8a9' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => rm(folder, { recursive: true }))

async function written(painting: Painting): Promise<string> {
  const { bytes } = await pagePdf(painting, { ...options, photo: async () => photo })
  const file = join(folder, 'page.pdf')
  await writeFile(file, bytes)
  return file
}

describe.skipIf(!hasPoppler)(`the PDF of a page, read by poppler${missing}`, () => {
  it('gives every printed line back whole, in reading order', async () => {
    const painting = samplePage()
    const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', await written(painting), '-'])
    const read = stdout.split(/[\n\f]/).filter(line => line.trim() !== '')
    const printed = linesOf(painting.items)
    expect(printed.length).toBeGreaterThan(100)
    // A reader may join two labels that stand on one height; the text in order is the same.
    expect(plain(read.join(''))).toBe(plain(printed.join('')))
    const whole = new Set(read.map(plain))
    const body = painting.items.filter(item => item.kind === 'text' && item.source?.part === 'body')
    const bodyLines = linesOf(body).filter(line => plain(line).length > 6)
    expect(bodyLines.filter(line => !whole.has(plain(line)))).toEqual([])
    // No space is read into a line that has none.
    const spaced = bodyLines.filter(line => !/\s/.test(line) && !read.includes(line))
    expect(spaced).toEqual([])
  })

  it('embeds subsets of its fonts with their Unicode', async () => {
    const { stdout } = await run('pdffonts', [await written(samplePage())])
    const fonts = stdout.trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(4)
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+Noto\S+ +CID TrueType +Identity-H +yes yes yes/)
  })

  it('is as large as its paper, titled, and in Chinese', async () => {
    const { stdout } = await run('pdfinfo', [await written(samplePage())])
    const [width, height] = /Page size: +([\d.]+) x ([\d.]+) pts/.exec(stdout)!.slice(1).map(Number)
    expect(width! * (25.4 / 72)).toBeCloseTo(275, 1)
    expect(height! * (25.4 / 72)).toBeCloseTo(390, 1)
    expect(stdout).toContain('云岭报 1版')
  })

  it('holds the photo as it came', async () => {
    const { stdout } = await run('pdfimages', ['-list', await written(samplePage())])
    expect(stdout).toMatch(/ image +90 +60 +rgb .*jpeg/)
  })
})

describe('the bytes of a PDF', () => {
  const text = (clusters: string[]): TextRun => ({
    kind: 'text',
    frameId: 'a',
    face: 'serif',
    size: 10,
    stretch: 1,
    clusters,
    xs: clusters.map((_, at) => 20 + at * 10),
    y: 40,
    ink: 'ink',
    line: 0,
    source: null,
  })
  const page = (...items: Painting['items'][number][]): Painting => ({ width: 200, height: 100, items })

  it('are the same for the same page and time', async () => {
    const painting = page(text(['云', '岭', '报']))
    const first = await pagePdf(painting, options)
    const second = await pagePdf(painting, options)
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    expect(first.missingGlyphs).toEqual([])
  })

  it('name each character that no face has, once', async () => {
    const { missingGlyphs } = await pagePdf(page(text(['云', '𠮷', '𠮷']), text(['\u{10fffd}'])), options)
    expect(missingGlyphs).toEqual(['𠮷', '\u{10fffd}'])
  })

  it('paint the frame of a photo that the store does not have', async () => {
    const rect = { x: 10, y: 10, width: 60, height: 40 }
    const crop = { x: 0, y: 0, width: 1, height: 1 }
    const item = { kind: 'image', frameId: 'a', image: hash, rect, crop } as const
    const { bytes } = await pagePdf(page(item), { ...options, photo: async () => null })
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from(bytes).includes('/Subtype /Image')).toBe(false)
  })
})
