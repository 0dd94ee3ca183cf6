import { deflateSync } from 'node:zlib'
import Pdf from 'pdfkit'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fontPath } from '../output/fonts'
import { readPlacedPdf, type PlacedPdf } from './placed-pdf'

/** A PDF of these pages' dictionaries and contents, its objects written one by one. */
function pdfOf(pages: readonly { page: string; content: string | Buffer; stream?: string }[]): Buffer {
  const kids = pages.map((_, at) => `${3 + at * 2} 0 R`).join(' ')
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
  ]
  pages.forEach(({ page, content, stream = '' }, at) => {
    const data = Buffer.from(content)
    objects.push(
      `<< /Type /Page /Parent 2 0 R ${page} /Contents ${4 + at * 2} 0 R >>`,
      Buffer.concat([
        Buffer.from(`<< /Length ${data.length} ${stream} >>\nstream\n`),
        data,
        Buffer.from('\nendstream'),
      ]),
    )
  })
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]!.length
  const add = (chunk: Buffer) => {
    parts.push(chunk)
    length += chunk.length
  }
  objects.forEach((object, at) => {
    offsets.push(length)
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  })
  const start = length
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`))
  add(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** Red on the left half, blue on the right, of a page of this size. */
const halves = (width: number, height: number) =>
  `1 0 0 rg 0 0 ${width / 2} ${height} re f 0 0 1 rg ${width / 2} 0 ${width / 2} ${height} re f`

const plain = pdfOf([{ page: '/MediaBox [0 0 144 72]', content: halves(144, 72) }])

async function placed(bytes: Uint8Array): Promise<PlacedPdf> {
  const read = await readPlacedPdf(bytes)
  if (!read.ok) throw new Error(read.failure.code)
  return read.value
}

async function failureOf(...order: Parameters<typeof readPlacedPdf>) {
  const read = await readPlacedPdf(...order)
  return read.ok ? null : read.failure
}

/** The colour of a pixel, given in shares of width and height. */
async function colourAt({ raster }: PlacedPdf, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(raster).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
  return [...data.subarray(at, at + info.channels)]
}

/** A PDF by pdfkit, as a program of a client would write it. */
function written(options: PDFKit.PDFDocumentOptions, draw: (pdf: typeof Pdf.prototype) => void) {
  return new Promise<Buffer>(resolve => {
    const pdf = new Pdf({ size: [200, 100], margin: 0, ...options })
    const chunks: Buffer[] = []
    pdf.on('data', chunk => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    draw(pdf)
    pdf.end()
  })
}

const red = [255, 0, 0]
const blue = [0, 0, 255]
const white = [255, 255, 255]

describe('a placed PDF', () => {
  it('is painted at 300 pixels an inch of its own size', async () => {
    const page = await placed(plain)
    expect(page).toMatchObject({ type: 'image/png', width: 600, height: 300, ppi: 300, pages: 1 })
    expect(page.points).toEqual({ width: 144, height: 72 })
    expect(await sharp(page.raster).metadata()).toMatchObject({ width: 600, height: 300, density: 300 })
    expect(await colourAt(page, 0.25, 0.5)).toEqual(red)
    expect(await colourAt(page, 0.75, 0.5)).toEqual(blue)
  })

  it('gives its first page and says how many there are', async () => {
    const page = { page: '/MediaBox [0 0 72 72]', content: '' }
    const first = { page: '/MediaBox [0 0 144 72]', content: halves(144, 72) }
    expect(await placed(pdfOf([first, page, page]))).toMatchObject({ pages: 3, width: 600 })
  })

  it.each([
    [0, 0.25, 0.5, red],
    [0, 0.75, 0.5, blue],
    [90, 0.5, 0.25, red],
    [180, 0.75, 0.5, red],
    [270, 0.5, 0.75, red],
  ])('is cut to its TrimBox and turned by %i°: at %f, %f', async (turn, x, y, colour) => {
    // A black sheet, on which only the trimmed page is red and blue; its edges lie unevenly.
    const content = `0 g 0 0 300 200 re f 1 0 0 1 20 50 cm ${halves(144, 72)}`
    const page = `/MediaBox [0 0 300 200] /TrimBox [20 50 164 122] /Rotate ${turn}`
    const read = await placed(pdfOf([{ page, content }]))
    const lies = turn % 180 === 90
    expect(read.points).toEqual(lies ? { width: 72, height: 144 } : { width: 144, height: 72 })
    expect(await colourAt(read, x, y)).toEqual(colour)
    for (const [x, y] of [
      [0.01, 0.01],
      [0.99, 0.01],
      [0.01, 0.99],
      [0.99, 0.99],
    ] as const) {
      expect([red, blue]).toContainEqual(await colourAt(read, x, y))
    }
  })

  it('keeps to its whole page where the TrimBox is nonsense', async () => {
    const page = '/MediaBox [0 0 144 72] /TrimBox [-50 -50 9000 9000]'
    expect((await placed(pdfOf([{ page, content: '' }]))).points).toEqual({ width: 144, height: 72 })
  })

  it('stands on white where it paints nothing', async () => {
    const page = await placed(pdfOf([{ page: '/MediaBox [0 0 72 72]', content: '' }]))
    expect(await colourAt(page, 0.5, 0.5)).toEqual(white)
  })

  it('is grey where it has no colour, so that it prints on the black plate', async () => {
    const page = await placed(pdfOf([{ page: '/MediaBox [0 0 72 72]', content: '0.5 g 0 0 36 72 re f' }]))
    expect((await sharp(page.raster).metadata()).channels).toBe(1)
  })

  it('takes fewer pixels an inch when it is very large', async () => {
    const page = await placed(pdfOf([{ page: '/MediaBox [0 0 3000 3000]', content: halves(3000, 3000) }]))
    expect(page.ppi).toBe(151)
    expect(page.width * page.height).toBeLessThanOrEqual(40_000_000)
    expect(page.points).toEqual({ width: 3000, height: 3000 })
  })

  it('becomes JPEG where it is a photo', async () => {
    const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * at * 31) % 251))
    const photo = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
      .jpeg({ quality: 95 })
      .toBuffer()
    const file = await written({ size: [72, 72] }, pdf => pdf.image(photo, 0, 0, { width: 72, height: 72 }))
    expect(await placed(file)).toMatchObject({ type: 'image/jpeg', width: 300, height: 300 })
  })

  it('shows Chinese text of embedded fonts, and names fonts that are not in the file', async () => {
    const embedded = await written({ font: fontPath('sans-bold') }, pdf =>
      pdf.fontSize(60).text('广告', 0, 0),
    )
    const whole = await placed(embedded)
    expect(whole.absentFonts).toEqual([])
    const { data } = await sharp(whole.raster).raw().toBuffer({ resolveWithObject: true })
    expect(data.filter(value => value < 64).length / data.length).toBeGreaterThan(0.05)

    const font =
      '<< /Type /Font /Subtype /TrueType /BaseFont /SimHei /FirstChar 65 /LastChar 65 /Widths [500] >>'
    const page = `/MediaBox [0 0 72 72] /Resources << /Font << /F1 ${font} >> >>`
    const absent = await placed(pdfOf([{ page, content: 'BT /F1 12 Tf 10 10 Td (A) Tj ET' }]))
    expect(absent.absentFonts).toEqual(['SimHei'])
    const standard = await written({}, pdf => pdf.text('Helvetica', 0, 0))
    expect((await placed(standard)).absentFonts).toEqual([])
  })

  it('opens where only changing it is forbidden', async () => {
    const file = await written({ ownerPassword: 'secret', permissions: {} }, pdf =>
      pdf.rect(0, 0, 50, 50).fill(),
    )
    expect((await placed(file)).points).toEqual({ width: 200, height: 100 })
  })
})

describe('a file that cannot be placed', () => {
  const truncated = plain.subarray(0, 60)
  it.each<[string, string, Uint8Array | (() => Promise<Uint8Array>)]>([
    ['nothing at all', 'placed-pdf.empty', Buffer.alloc(0)],
    ['a picture', 'placed-pdf.not-pdf', Buffer.from('\xff\xd8\xff\xe0 JFIF', 'latin1')],
    ['a head and no body', 'placed-pdf.broken', Buffer.from('%PDF-1.7\n%%EOF')],
    ['one that is cut short', 'placed-pdf.broken', truncated],
    [
      'a head with noise',
      'placed-pdf.broken',
      Buffer.from(`%PDF-1.4\n${'\x01\x9f\xfe'.repeat(5000)}`, 'latin1'),
    ],
    ['no page', 'placed-pdf.no-page', pdfOf([])],
    [
      'a page of six metres',
      'placed-pdf.page-too-large',
      pdfOf([{ page: '/MediaBox [0 0 17000 100]', content: '' }]),
    ],
    [
      'a page of a hair',
      'placed-pdf.page-too-small',
      pdfOf([{ page: '/MediaBox [0 0 300 1]', content: '' }]),
    ],
    [
      'one with a password',
      'placed-pdf.encrypted',
      () => written({ userPassword: 'secret' }, pdf => pdf.text('x')),
    ],
  ])('%s: %s', async (_, code, file) => {
    const failure = await failureOf(typeof file === 'function' ? await file() : file)
    expect(failure?.code).toBe(code)
    expect(failure?.message).toMatch(/。$/)
    expect(failure?.remedy).toMatch(/^(请|先).*。$/)
  })

  it('larger than a file may be', async () => {
    const failure = await failureOf(plain, { mostBytes: 100 })
    expect(failure?.code).toBe('placed-pdf.too-large')
  })

  it('one whose content unpacks to very much more than it is: it is given up, and the next opens', async () => {
    // 400 KB that unpack to 400 MB of rectangles.
    const row = `${'0 0 9 9 re f\n'.repeat(1000)}`
    const content = deflateSync(Buffer.from(row.repeat(30_000)), { level: 9 })
    const bomb = pdfOf([{ page: '/MediaBox [0 0 144 72]', content, stream: '/Filter /FlateDecode' }])
    expect(bomb.length).toBeLessThan(2_000_000)
    const failure = await failureOf(bomb, { mostTime: 1500 })
    expect(failure?.code).toBe('placed-pdf.too-heavy')
    expect(await placed(plain)).toMatchObject({ width: 600 })
  })
})
