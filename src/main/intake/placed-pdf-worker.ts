import type { Pt } from '../../shared/page/sizes'
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'

/** How large a page may be, and how finely it is painted. */
export interface PlacedPdfLimits {
  /** Points a side; a page beyond either bound is not painted. */
  readonly leastSide: number
  readonly mostSide: number
  /** Pixels an inch, unless the page would then have more than so many pixels. */
  readonly ppi: number
  readonly mostPixels: number
}

/** A painted page, or why there is none. */
export type PaintedPage =
  | {
      readonly kind: 'painted'
      /** Red, green, blue and one unused byte for each pixel, row by row. */
      readonly pixels: Uint8Array
      readonly width: number
      readonly height: number
      readonly ppi: number
      /** Size of the page as it is cut. */
      readonly points: { readonly width: Pt; readonly height: Pt }
      readonly pages: number
      /** Every pixel has equal red, green and blue. */
      readonly isGrey: boolean
      /** Fonts that the file names but does not hold: their characters may be missing or others. */
      readonly absentFonts: readonly string[]
    }
  | { readonly kind: 'encrypted' | 'broken' | 'no-page' | 'memory' }
  | { readonly kind: 'too-large' | 'too-small'; readonly points: { width: Pt; height: Pt } }

/**
 * Paints the first page of a PDF as it is cut (TrimBox, else CropBox). The function is sent to a worker as text:
 * it may use nothing but its arguments.
 */
export function paintFirstPage(
  pdfium: WrappedPdfiumModule,
  bytes: Uint8Array,
  limits: PlacedPdfLimits,
): PaintedPage {
  // The memory moves as it grows; it is asked for anew each time. The types expect emscripten's.
  const module = pdfium.pdfium as typeof pdfium.pdfium & { readonly HEAPU8: Uint8Array }
  const { malloc } = module.wasmExports
  pdfium.PDFiumExt_Init()
  const file = malloc(bytes.length)
  if (file === 0) return { kind: 'memory' }
  module.HEAPU8.set(bytes, file)
  const document = pdfium.FPDF_LoadMemDocument(file, bytes.length, '')
  if (document === 0) {
    // FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY
    const error = pdfium.FPDF_GetLastError()
    return { kind: error === 4 || error === 5 ? 'encrypted' : 'broken' }
  }
  const pages = pdfium.FPDF_GetPageCount(document)
  if (pages < 1) return { kind: 'no-page' }
  const page = pdfium.FPDF_LoadPage(document, 0)
  if (page === 0) return { kind: 'broken' }

  const four = malloc(16)
  const boxOf = (read: (page: number, l: number, b: number, r: number, t: number) => boolean) => {
    if (!read(page, four, four + 4, four + 8, four + 12)) return null
    const [left, bottom, right, top] = [0, 4, 8, 12].map(at => Number(module.getValue(four + at, 'float')))
    return { left: left!, bottom: bottom!, right: right!, top: top! }
  }
  // What is shown of the page, turned as it is read; the trimmed page within it.
  const shown = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) }
  const visible = boxOf(pdfium.FPDFPage_GetCropBox) ?? boxOf(pdfium.FPDFPage_GetMediaBox)
  const trim = boxOf(pdfium.FPDFPage_GetTrimBox)
  const rotation = pdfium.FPDFPage_GetRotation(page)
  const lies = rotation % 2 === 1
  let cut = { x: 0, y: 0, ...shown }
  const slack = 0.5
  if (
    trim &&
    visible &&
    Math.abs(visible.right - visible.left - (lies ? shown.height : shown.width)) < slack &&
    trim.left >= visible.left - slack &&
    trim.bottom >= visible.bottom - slack &&
    trim.right <= visible.right + slack &&
    trim.top <= visible.top + slack &&
    trim.right > trim.left &&
    trim.top > trim.bottom
  ) {
    const [left, right] = [trim.left - visible.left, visible.right - trim.right]
    const [top, bottom] = [visible.top - trim.top, trim.bottom - visible.bottom]
    // The page's edges in the order in which a turn clockwise brings them to the left and to the top.
    const edges = [left, bottom, right, top]
    const [width, height] = [trim.right - trim.left, trim.top - trim.bottom]
    cut = {
      x: edges[rotation % 4]!,
      y: [top, left, bottom, right][rotation % 4]!,
      width: lies ? height : width,
      height: lies ? width : height,
    }
  }
  const points = { width: cut.width as Pt, height: cut.height as Pt }
  const sides = [shown.width, shown.height, cut.width, cut.height]
  if (!sides.every(side => Number.isFinite(side) && side <= limits.mostSide))
    return { kind: 'too-large', points }
  if (sides.some(side => side < limits.leastSide)) return { kind: 'too-small', points }

  const inches = (cut.width / 72) * (cut.height / 72)
  const ppi = Math.min(limits.ppi, Math.floor(Math.sqrt(limits.mostPixels / inches)))
  const scale = ppi / 72
  const width = Math.max(1, Math.round(cut.width * scale))
  const height = Math.max(1, Math.round(cut.height * scale))
  const stride = width * 4
  const buffer = malloc(stride * height)
  // FPDFBitmap_BGRx
  const bitmap = buffer === 0 ? 0 : pdfium.FPDFBitmap_CreateEx(width, height, 3, buffer, stride)
  if (bitmap === 0) return { kind: 'memory' }
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
  const [left, top] = [Math.round(-cut.x * scale), Math.round(-cut.y * scale)]
  const [across, down] = [Math.round(shown.width * scale), Math.round(shown.height * scale)]
  // FPDF_ANNOT, FPDF_REVERSE_BYTE_ORDER and FPDF_PRINTING
  const flags = 0x01 | 0x10 | 0x800
  pdfium.FPDF_RenderPageBitmap(bitmap, page, left, top, across, down, 0, flags)
  const pixels = module.HEAPU8.slice(buffer, buffer + stride * height)

  let isGrey = true
  for (let at = 0; isGrey && at < pixels.length; at += 4) {
    isGrey = pixels[at] === pixels[at + 1] && pixels[at] === pixels[at + 2]
  }

  // Text objects name their fonts; forms hold objects of their own.
  const seen = new Set<number>()
  const absent = new Set<string>()
  let objectsLeft = 50_000
  const nameOf = (font: number): string => {
    const name = malloc(256)
    const length = pdfium.FPDFFont_GetBaseFontName(font, name, 256)
    return length > 0 && length <= 256 ? module.UTF8ToString(name) : ''
  }
  const look = (count: number, objectAt: (at: number) => number, depth: number): void => {
    for (let at = 0; at < count && objectsLeft > 0; at++, objectsLeft--) {
      const object = objectAt(at)
      const type = pdfium.FPDFPageObj_GetType(object)
      if (type === 5 && depth < 8) {
        look(pdfium.FPDFFormObj_CountObjects(object), n => pdfium.FPDFFormObj_GetObject(object, n), depth + 1)
      }
      if (type !== 1) continue
      const font = pdfium.FPDFTextObj_GetFont(object)
      if (font === 0 || seen.has(font)) continue
      seen.add(font)
      if (pdfium.FPDFFont_GetIsEmbedded(font) === 0) absent.add(nameOf(font))
    }
  }
  look(pdfium.FPDFPage_CountObjects(page), at => pdfium.FPDFPage_GetObject(page, at), 0)
  return { kind: 'painted', pixels, width, height, ppi, points, pages, isGrey, absentFonts: [...absent] }
}
