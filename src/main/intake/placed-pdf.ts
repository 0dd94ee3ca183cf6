import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { done, failed, type Result } from '../../shared/contract/failure'
import { ptToMm, type Pt } from '../../shared/page/sizes'
import { isFlat } from '../photo-files/flat-picture'
import { paintFirstPage, type PaintedPage, type PlacedPdfLimits } from './placed-pdf-worker'

/** The first page of a placed PDF as a picture for the photo store. */
export interface PlacedPdf {
  /** PNG where the page is set text and even colours, else JPEG; grey where the page has no colour. */
  readonly raster: Uint8Array
  readonly type: 'image/png' | 'image/jpeg'
  /** Pixels, and how many of them an inch: 300, or fewer on a very large page. */
  readonly width: number
  readonly height: number
  readonly ppi: number
  /** The page's own size, cut to its TrimBox where it names one. */
  readonly points: { readonly width: Pt; readonly height: Pt }
  /** Pages of the file; only the first is taken. */
  readonly pages: number
  /** Fonts that the file names but does not hold: their text must be looked at before it is printed. */
  readonly absentFonts: readonly string[]
}

/** Bounds of a file, of its page, and of the time that painting it may take. */
export interface PlacedPdfBounds extends PlacedPdfLimits {
  readonly mostBytes: number
  /** Milliseconds. */
  readonly mostTime: number
}

const pointsPerMetre = 72 / 0.0254

const bounds: PlacedPdfBounds = {
  mostBytes: 100_000_000,
  mostTime: 60_000,
  leastSide: 8,
  mostSide: 2 * pointsPerMetre,
  ppi: 300,
  // 对开 at 300 pixels an inch has 30 million.
  mostPixels: 40_000_000,
}

/** The fourteen fonts that every PDF reader brings along (ISO 32000-1, 9.6.2.2) need not be in the file. */
const everywhere = /^(Helvetica|Times|Courier|Symbol|ZapfDingbats)(-|$)/

const modules = createRequire(import.meta.url)

/**
 * Rasters the first page of a PDF that a client sent. The file is opened in a worker of its own, which ends with
 * it: one that is made to hang or to fill the memory takes nothing else along. Fails with placed-pdf.empty,
 * .too-large, .not-pdf, .encrypted, .broken, .no-page, .page-too-large, .page-too-small or .too-heavy.
 */
export async function readPlacedPdf(
  bytes: Uint8Array,
  change: Partial<PlacedPdfBounds> = {},
): Promise<Result<PlacedPdf>> {
  const limits = { ...bounds, ...change }
  if (bytes.length === 0) return failed('placed-pdf.empty', '这个 PDF 文件是空的。', '请让客户重新发一份。')
  if (bytes.length > limits.mostBytes) {
    const [size, most] = [bytes.length, limits.mostBytes].map(count => Math.ceil(count / 1_000_000))
    return failed(
      'placed-pdf.too-large',
      `这个 PDF 有 ${size} MB，最大只收 ${most} MB。`,
      '请另存为小一些的 PDF 再放。',
    )
  }
  if (!isPdf(bytes)) {
    return failed('placed-pdf.not-pdf', '这个文件不是 PDF。', '请换 PDF，或者按图片加。')
  }
  const page = await paintInWorker(bytes, limits)
  switch (page.kind) {
    case 'painted':
      return done(await rasterOf(page))
    case 'encrypted':
      return failed(
        'placed-pdf.encrypted',
        '这个 PDF 加了密码，打不开。',
        '请让客户去掉密码再发，或者另存为不加密的 PDF。',
      )
    case 'broken':
      return failed('placed-pdf.broken', '这个 PDF 损坏了，打不开。', '请让客户重新导出一份。')
    case 'no-page':
      return failed('placed-pdf.no-page', '这个 PDF 里没有页面。', '请让客户重新导出一份。')
    case 'memory':
    case 'time':
      return failed(
        'placed-pdf.too-heavy',
        '这个 PDF 太复杂，没能画出来。',
        '请让客户导出为图片，或者另存为简单一些的 PDF。',
      )
    case 'too-large':
    case 'too-small': {
      const [width, height] = [page.points.width, page.points.height].map(inMillimetres)
      const is = page.kind === 'too-large' ? '太大' : '太小'
      return failed(
        `placed-pdf.page-${page.kind}`,
        `这个 PDF 的页面是 ${width}×${height} 毫米，${is}，不像一块广告。`,
        '请让客户按版面上的尺寸重新导出。',
      )
    }
  }
}

const inMillimetres = (points: Pt) => Math.round(ptToMm(points))

/** Whether bytes are a PDF's: readers look for its mark among the first 1024. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024))
  return head.includes('%PDF-')
}

/**
 * What the worker runs. Neither it nor the library is a file that the worker would have to find: that would have
 * to work beside the source, in the bundle and in an installed app's archive alike.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads')
const loaded = { exports: {} }
const load = new Function('module', 'exports', 'require', '__filename', workerData.library)
load(loaded, loaded.exports, require, '/pdfium.cjs')
const { init } = loaded.exports
init({ wasmBinary: workerData.binary }).then(pdfium => {
  const page = (${paintFirstPage.toString()})(pdfium, workerData.bytes, workerData.limits)
  parentPort.postMessage(page, page.pixels ? [page.pixels.buffer] : [])
})
`

/** Paints in a worker; what goes wrong in there is the file's fault, for the worker is given nothing else. */
async function paintInWorker(
  bytes: Uint8Array,
  { leastSide, mostSide, ppi, mostPixels, mostTime }: PlacedPdfBounds,
): Promise<PaintedPage | { readonly kind: 'time' }> {
  const [library, binary] = await Promise.all([
    readFile(modules.resolve('@embedpdf/pdfium'), 'utf8'),
    readFile(modules.resolve('@embedpdf/pdfium/pdfium.wasm')),
  ])
  const copy = new Uint8Array(bytes)
  const worker = new Worker(program, {
    eval: true,
    // Its complaints about broken files are no news to anybody.
    stdout: true,
    stderr: true,
    workerData: { library, binary, bytes: copy, limits: { leastSide, mostSide, ppi, mostPixels } },
    transferList: [copy.buffer],
  })
  const { promise, resolve } = Promise.withResolvers<PaintedPage | { readonly kind: 'time' }>()
  const clock = setTimeout(() => resolve({ kind: 'time' }), mostTime)
  worker.on('message', resolve)
  worker.on('error', error => resolve({ kind: error instanceof RangeError ? 'memory' : 'broken' }))
  worker.on('exit', () => resolve({ kind: 'memory' }))
  try {
    return await promise
  } finally {
    clearTimeout(clock)
    await worker.terminate()
  }
}

async function rasterOf(page: PaintedPage & { kind: 'painted' }): Promise<PlacedPdf> {
  const { pixels, width, height, ppi, points, pages, isGrey } = page
  let picture = sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha()
  if (isGrey) picture = picture.toColourspace('b-w')
  const flat = await isFlat(picture, width, height)
  picture = picture.withDensity(ppi)
  const raster = flat
    ? await picture.png({ compressionLevel: 6, adaptiveFiltering: true }).toBuffer()
    : await picture.jpeg({ quality: 93, chromaSubsampling: '4:4:4' }).toBuffer()
  const absentFonts = page.absentFonts.filter(name => name !== '' && !everywhere.test(name))
  return { raster, type: flat ? 'image/png' : 'image/jpeg', width, height, ppi, points, pages, absentFonts }
}
