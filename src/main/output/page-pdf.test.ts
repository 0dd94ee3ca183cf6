import { ptRect } from '../../shared/page/paper'
import { mm, pt } from '../../shared/page/sizes'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { isDigit, linesOf, type Painting, type PaintItem, type TextRun } from '../../shared/page/painting'
import { pagePdf, pagesPdf, type PagePdfOptions } from './page-pdf'
import { hasPoppler, imagesOf, poppler, withoutPoppler, wordsOf } from './read-pdf-back.testing'
import { place, row, samplePage, smallPage, verticalLine } from './sample-paintings.testing'

const options = { title: '云岭报 1版', created: new Date(0) }
const plain = (text: string) => text.replace(/\s/g, '')

let photo: Uint8Array
let page: Painting
beforeAll(async () => {
  photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#8a9' } })
    .jpeg()
    .toBuffer()
  page = samplePage()
})

async function written(painting: Painting, change: Partial<PagePdfOptions> = {}): Promise<Uint8Array> {
  return (await pagePdf(painting, { ...options, photo: async () => photo, ...change })).bytes
}

/** Ascents of the faces' files in ems: a reader's boxes begin so far above the baseline. */
const ascents = { serif: 1.151, sans: 1.16 }
const topOf = ({ face, size, y }: TextRun) => y - ascents[face.startsWith('sans') ? 'sans' : 'serif'] * size

/** Printed lines as runs. */
function printedLines(items: readonly PaintItem[]): TextRun[][] {
  const lines: TextRun[][] = []
  for (const item of items) {
    if (item.kind !== 'text') continue
    const last = lines.at(-1)?.[0]
    if (last?.frameId === item.frameId && last.line === item.line) lines.at(-1)!.push(item)
    else lines.push([item])
  }
  return lines
}

describe.skipIf(!hasPoppler)(`the PDF of a page, read by poppler${withoutPoppler}`, () => {
  it('gives every printed line back whole, in reading order', async () => {
    const text = await poppler(await written(page), 'pdftotext', '-raw', '-enc', 'UTF-8')
    const read = text.split(/[\n\f]/).filter(line => line.trim() !== '')
    const printed = linesOf(page.items)
    expect(printed.length).toBeGreaterThan(100)
    // A reader may join two labels that stand on one height; the text in order is the same.
    expect(plain(read.join(''))).toBe(plain(printed.join('')))
    const whole = new Set(read.map(plain))
    const body = page.items.filter(item => item.kind === 'text' && item.source?.part === 'body')
    const bodyLines = linesOf(body).filter(line => plain(line).length > 6)
    expect(bodyLines.filter(line => !whole.has(plain(line)))).toEqual([])
    // No space is read into a line that has none.
    const spaced = bodyLines.filter(line => !/\s/.test(line) && !read.includes(line))
    expect(spaced).toEqual([])
  })

  it.each([
    ['as a proof', {}, 0],
    ['with bleed and crop marks', { bleed: mm(3), cropMarks: true }, (3.5 + 5 + 1) * (72 / 25.4)],
  ] as const)(
    'puts every line where the layout has it, within a tenth of a point, %s',
    async (_, change, margin) => {
      const [words] = await wordsOf(await written(page, change))
      const lines = printedLines(page.items)
      const astray = lines.filter(runs => {
        const run = runs.find(run => plain(run.clusters.join('')) !== '')!
        const at = run.clusters.findIndex(cluster => plain(cluster) !== '')
        return !words!.some(
          word =>
            word.text.startsWith(run.clusters[at]!) &&
            Math.abs(word.x - margin - run.xs[at]!) < 0.1 &&
            runs.some(one => Math.abs(word.y - margin - topOf(one)) < 0.1),
        )
      })
      expect(lines.length).toBeGreaterThan(100)
      expect(linesOf(astray.flat())).toEqual([])
      // Nor does a line end elsewhere: Han characters fill their em, half-width digits half of it.
      const ending = lines.flatMap(runs => {
        const { clusters, xs, size, stretch, halfDigits } = runs.at(-1)!
        const last = clusters.at(-1)!
        const ems = /\p{Script=Han}/u.test(last) ? 1 : halfDigits && isDigit(last) ? 0.5 : 0
        return ems > 0 ? [{ runs, last, right: xs.at(-1)! + ems * size * stretch }] : []
      })
      expect(ending.filter(({ last }) => isDigit(last)).length).toBeGreaterThan(0)
      expect(ending.length).toBeGreaterThan(60)
      const unended = ending.filter(
        ({ runs, last, right }) =>
          !words!.some(
            word =>
              word.text.endsWith(last) &&
              Math.abs(word.right - margin - right) < 0.1 &&
              runs.some(one => Math.abs(word.y - margin - topOf(one)) < 0.1),
          ),
      )
      expect(linesOf(unended.flatMap(({ runs }) => runs))).toEqual([])
      // And no word of the reader begins where no character was set.
      const runs = page.items.filter(item => item.kind === 'text')
      const homeless = words!.filter(
        word =>
          !runs.some(run =>
            run.xs.some(
              (x, at) => Math.abs(word.x - margin - x) < 0.1 && word.text.startsWith(run.clusters[at]!),
            ),
          ),
      )
      expect(homeless.length / words!.length).toBeLessThan(0.02)
    },
  )

  it('embeds one subset of each face for all pages, with its Unicode', async () => {
    const { bytes } = await pagesPdf([{ painting: page }, { painting: page }, { painting: page }], options)
    const fonts = (await poppler(bytes, 'pdffonts')).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(4)
    expect(new Set(fonts.map(font => font.split(/\s/)[0])).size).toBe(fonts.length)
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+Noto\S+ +CID TrueType +Identity-H +yes yes yes/)
    const one = await pagePdf(page, options)
    expect(bytes.length).toBeLessThan(one.bytes.length * 1.3)
  })

  it('is as large as its paper, titled, and in Chinese', async () => {
    const info = await poppler(await written(page), 'pdfinfo')
    const [width, height] = /Page size: +([\d.]+) x ([\d.]+) pts/.exec(info)!.slice(1).map(Number)
    expect(width! * (25.4 / 72)).toBeCloseTo(275, 1)
    expect(height! * (25.4 / 72)).toBeCloseTo(390, 1)
    expect(info).toContain('云岭报 1版')
    expect(Buffer.from(await written(page)).includes('/Lang (zh-CN)')).toBe(true)
  })

  it('says its title, language and times in XMP, whatever the title holds', async () => {
    const title = '<云岭报> & “1版”\u0000'
    const { bytes } = await pagePdf(smallPage(), { title, created: new Date('2026-11-24T10:00:00Z') })
    const meta = await poppler(bytes, 'pdfinfo', '-meta')
    expect(meta).toContain('<rdf:li xml:lang="x-default">&lt;云岭报&gt; &amp; “1版”</rdf:li>')
    expect(meta).toContain('<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>')
    expect(meta).toContain('<xmp:CreateDate>2026-11-24T10:00:00Z</xmp:CreateDate>')
  })

  it('holds the photo as it came', async () => {
    expect(await imagesOf(await written(page))).toMatchObject([
      { width: 90, height: 60, colour: 'rgb', packed: 'jpeg' },
    ])
  })

  it('holds pages in their order, and a photo that several of them show once', async () => {
    const pages = ['一', '二', '三'].map((text, at) => ({
      painting: smallPage(place(), row(text)),
      name: `${at + 1}版`,
    }))
    const { bytes } = await pagesPdf(pages, { ...options, photo: async () => photo })
    const text = await poppler(bytes, 'pdftotext', '-raw')
    expect(text.split('\f').map(plain)).toEqual(['一', '二', '三', ''])
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Subtype \/Image/g),
    ).toHaveLength(1)
    expect(await imagesOf(bytes)).toHaveLength(3)
  })

  it('reads vertical headlines line by line, with their marks on their side', async () => {
    const lines = ['“越冬水”来了', '提前——五天', '（本报ABC讯）']
    const runs = lines.flatMap((line, at) => verticalLine(line, 160 - at * 30, 5, 12, at))
    const bytes = await written(smallPage(...runs, row('正文在后', { line: 9, y: pt(95) })))
    const text = await poppler(bytes, 'pdftotext', '-raw')
    expect(text.split(/[\n\f]/).filter(Boolean)).toEqual([...lines, '正文在后'])
  })

  it.each(['serif', 'serif-bold', 'serif-black', 'sans', 'sans-bold'] as const)(
    'paints half-width digits as wide as they are set, and lets them be copied as digits: %s',
    async face => {
      const set = (line: number, ems: number, change: Partial<TextRun>) => {
        const xs = Array.from({ length: 10 }, (_, at) => pt(20 + at * ems * 10))
        return row('0123456789', { face, line, xs, y: pt(20 + line * 30), ...change })
      }
      const runs = [set(0, 0.505, { halfDigits: true }), set(1, 0.61, {})]
      const [words] = await wordsOf(await written(smallPage(...runs)))
      expect(words!.map(word => word.text)).toEqual(['0123456789', '0123456789'])
      const [half, own] = words!
      expect(half!.right).toBeCloseTo(runs[0]!.xs[9]! + 5, 2)
      // The face's own 9 is wider than half an em.
      expect(own!.right).toBeGreaterThan(runs[1]!.xs[9]! + 5.4)
    },
  )

  it('takes a space that the face lacks for a space', async () => {
    const { bytes, missingGlyphs } = await pagePdf(smallPage(row('第\u202f12\u2007条')), options)
    expect(missingGlyphs).toEqual([])
    expect(plain(await poppler(bytes, 'pdftotext', '-raw'))).toBe('第12条')
  })

  it('copies characters that share a glyph each as what it is', async () => {
    const bytes = await written(smallPage(row('⼀一⼀')))
    expect(plain(await poppler(bytes, 'pdftotext', '-raw'))).toBe('⼀一⼀')
  })
})

describe('the bytes of a PDF', () => {
  it('are the same for the same pages and time, whatever was written before', async () => {
    const order = {
      ...options,
      photo: async () => photo,
      bleed: mm(3),
      cropMarks: true,
      colour: 'cmyk',
    } as const
    const storyNumbers = [{ rect: ptRect(20, 20, 40, 40), label: '3' }]
    const pages = [{ painting: page, storyNumbers, name: '1版' }, { painting: smallPage(row('一⼀')) }]
    const first = await pagesPdf(pages, order)
    await pagePdf(smallPage(row('⼀一冬')), options)
    const second = await pagesPdf(pages, order)
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    expect(first.missingGlyphs).toEqual([])
  })

  it('name each character that no face has, once', async () => {
    const { missingGlyphs } = await pagePdf(smallPage(row('云𠮷𠮷'), row('\u{10fffd}', { line: 1 })), options)
    expect(missingGlyphs).toEqual(['𠮷', '\u{10fffd}'])
  })
})
