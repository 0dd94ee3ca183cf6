import Pdf from 'pdfkit'
import sharp from 'sharp'
import type { BoxItem, ImageItem, Ink, Painting, RuleItem, TextRun } from '../../shared/page/painting'
import { GlyphCase } from './glyphs'
import { paintLine } from './text-operators'

/** What a page's PDF says about itself, and where its photos come from. */
export interface PagePdfOptions {
  /** Document title: 云岭报 2026年11月24日 1版 要闻. */
  readonly title: string
  /** Put into the document's dates; the same painting and time give the same bytes. */
  readonly created: Date
  /** The original bytes of a photo by its hash; null where the store does not have it. */
  readonly photo?: (hash: string) => Promise<Uint8Array | null>
}

export interface PagePdf {
  readonly bytes: Uint8Array
  /** 缺字: characters that no face has; they stand as 〓 on the page and as themselves in its text. */
  readonly missingGlyphs: string[]
}

/** Shares of black. Text is black plate only, so that it prints sharp and without colour fringes. */
const black: Record<Ink, number> = { ink: 1, grey: 0.55, tint: 0.08, paper: 0 }

/** A painting as PDF at true size: text as text in reading order, photos as they came, nothing re-set. */
export async function pagePdf(painting: Painting, options: PagePdfOptions): Promise<PagePdf> {
  const photos = await openPhotos(painting, options.photo)
  const document = new Pdf({
    size: [painting.width, painting.height],
    margin: 0,
    font: '',
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: options.title, Creator: '大样', Producer: '大样', CreationDate: options.created },
  })
  const chunks: Uint8Array[] = []
  const done = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', resolve)
    document.on('error', reject)
  })
  const overprint = document.ref({ Type: 'ExtGState', OP: true, op: true, OPM: 1 })
  // The types ask for a chunk; a dictionary without a stream has none.
  const dictionary = overprint as unknown as { end(): void }
  dictionary.end()
  const page = document.page as unknown as { ext_gstates: Record<string, unknown> }
  page.ext_gstates['Overprint'] = overprint

  const glyphs = new GlyphCase(document)
  const operators: string[] = []
  const flush = () => {
    if (operators.length === 0) return
    // pdfkit's page counts y downwards; raw operators are written in PDF's own coordinates.
    document.addContent(`q 1 0 0 -1 0 ${n(painting.height)} cm`)
    document.addContent(operators.join('\n'))
    document.addContent('Q')
    operators.length = 0
  }
  const { items } = painting
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!
    switch (item.kind) {
      case 'text': {
        const line: TextRun[] = [item]
        for (
          let next = items[at + 1];
          next?.kind === 'text' && isSameLine(next, item);
          next = items[at + 1]
        ) {
          line.push(next)
          at++
        }
        operators.push(paintLine(line, painting.height, glyphs, ink => fillInk(ink)))
        break
      }
      case 'rule':
        operators.push(rule(item, painting.height))
        break
      case 'box':
        operators.push(box(item, painting.height))
        break
      case 'image': {
        const photo = item.image === null ? undefined : photos.get(item.image)
        if (photo) {
          flush()
          drawPhoto(document, item, photo)
        } else {
          operators.push(emptyFrame(item, painting.height))
        }
        break
      }
    }
  }
  flush()
  document.end()
  await done
  return { bytes: Buffer.concat(chunks), missingGlyphs: glyphs.missing }
}

const isSameLine = (a: TextRun, b: TextRun) => a.line === b.line && a.frameId === b.frameId

const n = (value: number) => String(Math.round(value * 1000) / 1000)

/** Black overprints what lies under it; lighter inks knock out as usual. */
function fillInk(ink: Ink): string {
  return `${ink === 'ink' ? '/Overprint gs ' : ''}0 0 0 ${black[ink]} k`
}

function rule(item: RuleItem, height: number): string {
  const ends = `${n(item.x1)} ${n(height - item.y1)} m ${n(item.x2)} ${n(height - item.y2)} l`
  return `q 0 0 0 ${black[item.ink]} K ${n(item.width)} w ${ends} S Q`
}

function box({ rect, stroke, fill }: BoxItem, height: number): string {
  const path = `${n(rect.x)} ${n(height - rect.y - rect.height)} ${n(rect.width)} ${n(rect.height)} re`
  const paint = fill === null ? 'S' : stroke > 0 ? 'B' : 'f'
  return `q 0 0 0 ${fill === null ? 0 : black[fill]} k 0 0 0 1 K ${n(stroke)} w ${path} ${paint} Q`
}

/** A photo that has not come: a light ground with its diagonals, as layout sheets have always drawn it. */
function emptyFrame({ rect }: ImageItem, height: number): string {
  const [left, right] = [n(rect.x), n(rect.x + rect.width)]
  const [top, bottom] = [n(height - rect.y), n(height - rect.y - rect.height)]
  const ground = `0 0 0 ${black.tint} k ${left} ${bottom} ${n(rect.width)} ${n(rect.height)} re f`
  const cross = `${left} ${top} m ${right} ${bottom} l ${left} ${bottom} m ${right} ${top} l S`
  return `q ${ground} 0 0 0 0.3 K 0.5 w ${cross} Q`
}

interface OpenPhoto {
  readonly bytes: Buffer
  /** Pixels as the picture stands upright. */
  readonly width: number
  readonly height: number
}

/** Reads every photo of a painting once. JPEG goes into the PDF as it came; other formats become JPEG. */
async function openPhotos(
  painting: Painting,
  read: PagePdfOptions['photo'],
): Promise<Map<string, OpenPhoto>> {
  const photos = new Map<string, OpenPhoto>()
  for (const item of painting.items) {
    if (item.kind !== 'image' || item.image === null || photos.has(item.image) || !read) continue
    const original = await read(item.image)
    if (!original) continue
    const isJpeg = original[0] === 0xff && original[1] === 0xd8
    const bytes = isJpeg
      ? Buffer.from(original)
      : await sharp(original).rotate().flatten({ background: 'white' }).jpeg({ quality: 93 }).toBuffer()
    const { width, height, orientation = 1 } = await sharp(bytes).metadata()
    const lies = orientation > 4
    photos.set(item.image, { bytes, width: lies ? height : width, height: lies ? width : height })
  }
  return photos
}

function drawPhoto(document: typeof Pdf.prototype, item: ImageItem, photo: OpenPhoto): void {
  const { rect, crop } = item
  const width = rect.width / crop.width
  const height = rect.height / crop.height
  document.save()
  document.rect(rect.x, rect.y, rect.width, rect.height).clip()
  document.image(photo.bytes, rect.x - crop.x * width, rect.y - crop.y * height, { width, height })
  document.restore()
}
