import { ptRect, type Rect } from '../../shared/page/paper'
import type { BoxItem, ImageItem, Painting, RuleItem, TextRun } from '../../shared/page/painting'
import { mm, type Mm } from '../../shared/page/sizes'
import { GlyphCase } from './glyphs'
import { FaceShelf } from './open-faces'
import { knockoutName, n, overprintName, PageOperators, registrationName } from './page-operators'
import { PdfDocument } from './page-pdf-document'
import { paintStoryNumbers, type StoryNumber } from './page-pdf-numbers'
import type { PhotoColour } from './page-pdf-photos'
import { PictureCase, placePicture, rectangle, type PictureTrouble } from './page-pdf-pictures'
import { bled, cropMarks, markWidth, sheetOf, type Sheet } from './page-pdf-sheet'
import { paintLine } from './text-operators'

export type { StoryNumber } from './page-pdf-numbers'

/** What the file says about itself, where its photos come from, and how it is printed. */
export interface PagePdfOptions {
  /** Document title: 云岭报 2026年11月24日 1版 要闻. */
  readonly title: string
  /** Put into the document's dates; the same pages, options and time give the same bytes. */
  readonly created: Date
  /** The original bytes of a photo by its hash; null where the store does not have it. */
  readonly photo?: (hash: string) => Promise<Uint8Array | null>
  /** 图片颜色: as they came (the default), all for four inks, or all on the black plate. */
  readonly colour?: PhotoColour
  /** Path of the press's ICC profile, for photos that are turned into four inks; else a general one is taken. */
  readonly inkProfile?: string
  /** Keeps only the pixels that show, where a crop throws more than a fifth of a photo away. */
  readonly trimPhotos?: boolean
  /** 出血 around the page; none as a default. */
  readonly bleed?: Mm
  /** 裁切线 outside the bleed; none as a default. */
  readonly cropMarks?: boolean
}

/** A page of the file. */
export interface PdfPage {
  readonly painting: Painting
  /** Its name among the file's bookmarks: 1版 要闻. */
  readonly name?: string
  /** 稿号, drawn over the page for a 版样. */
  readonly storyNumbers?: readonly StoryNumber[]
}

/** A photo that stands as an empty frame. */
export interface MissingPhoto {
  readonly hash: string
  /** Index of the page, and the frame on it. */
  readonly page: number
  readonly frameId: string
  /** The store does not have it, or its bytes cannot be read. */
  readonly reason: PictureTrouble
}

export interface PagePdf {
  readonly bytes: Uint8Array
  /** 缺字: characters that no face has; they stand as 〓 on the page and as themselves in its text. */
  readonly missingGlyphs: string[]
  /** In the order of their places; photos that are only announced (no hash yet) are not among them. */
  readonly missingPhotos: MissingPhoto[]
}

/** The faces of this process, kept open from one document to the next. */
const shelf = new FaceShelf()

/** One painting as PDF; see `pagesPdf`. */
export function pagePdf(
  painting: Painting,
  options: PagePdfOptions & { readonly storyNumbers?: readonly StoryNumber[] },
  faces?: FaceShelf,
): Promise<PagePdf> {
  const { storyNumbers = [], ...rest } = options
  return pagesPdf([{ painting, storyNumbers }], rest, faces)
}

/**
 * Paintings as one PDF at true size: text as text in reading order and on the black plate only, each face one
 * subset for all pages, nothing re-set. Photos go in as they came or in the colours asked for; one that cannot
 * be read leaves its frame empty and is named. Faces are opened on `faces` and stay open there.
 */
export async function pagesPdf(
  pages: readonly PdfPage[],
  options: PagePdfOptions,
  faces: FaceShelf = shelf,
): Promise<PagePdf> {
  const document = new PdfDocument(options)
  const glyphs = new GlyphCase(document, faces)
  const pictures = new PictureCase(document, options)
  const states = {
    [overprintName]: document.object({ Type: 'ExtGState', OP: true, op: true, OPM: 1 }),
    [knockoutName]: document.object({ Type: 'ExtGState', OP: false, op: false, OPM: 0 }),
  }
  const missingPhotos: MissingPhoto[] = []
  for (const [index, { painting, name, storyNumbers = [] }] of pages.entries()) {
    const sheet = sheetOf(painting.width, painting.height, options.bleed ?? mm(0), options.cropMarks ?? false)
    const images = painting.items.filter(item => item.kind === 'image')
    await pictures.take(images, sheet)
    document.addPage(sheet, name)
    for (const [state, object] of Object.entries(states)) document.use('ExtGState', state, object)
    if (sheet.hasMarks) document.use('ColorSpace', registrationName, registrationColour)
    const out = new PageOperators()
    if (sheet.hasMarks) out.add(`q ${rectangle(bled(wholePage(painting), sheet), painting.height)} W n`)
    paintItems(painting, { document, sheet, glyphs, pictures, out })
    for (const item of images) {
      const reason = pictures.of(item, sheet)
      if (item.image === null || typeof reason !== 'string') continue
      missingPhotos.push({ hash: item.image, page: index, frameId: item.frameId, reason })
    }
    paintStoryNumbers(storyNumbers, painting.height, glyphs, out)
    if (sheet.hasMarks) out.add('Q')
    document.write(out.toString())
    if (sheet.hasMarks) document.write(marksOf(sheet))
  }
  glyphs.finish()
  return { bytes: await document.end(), missingGlyphs: glyphs.missing, missingPhotos }
}

const wholePage = ({ width, height }: Painting): Rect => ptRect(0, 0, width, height)

/** 套版色 as a PDF names it: all plates; on screens, black. */
const registrationColour = [
  'Separation',
  'All',
  'DeviceCMYK',
  { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 },
]

function marksOf(sheet: Sheet): string {
  const out = new PageOperators()
  out.add('/Artifact BMC')
  out.stroke('registration', markWidth)
  for (const [x1, y1, x2, y2] of cropMarks(sheet)) out.add(`${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S`)
  out.add('EMC')
  return out.toString()
}

interface PageInProgress {
  readonly document: PdfDocument
  readonly sheet: Sheet
  readonly glyphs: GlyphCase
  readonly pictures: PictureCase
  readonly out: PageOperators
}

function paintItems({ items }: Painting, page: PageInProgress): void {
  const { sheet, out } = page
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
        paintLine(line, sheet.height, page.glyphs, out)
        break
      }
      case 'rule':
        paintRule(item, sheet.height, out)
        break
      case 'box':
        paintBox(item, sheet, out)
        break
      case 'image':
        paintPhoto(item, page)
        break
    }
  }
}

const isSameLine = (a: TextRun, b: TextRun) => a.line === b.line && a.frameId === b.frameId

function paintRule(item: RuleItem, height: number, out: PageOperators): void {
  out.stroke(item.ink, item.width)
  out.add(`${n(item.x1)} ${n(height - item.y1)} m ${n(item.x2)} ${n(height - item.y2)} l S`)
}

function paintBox({ rect, stroke, fill }: BoxItem, sheet: Sheet, out: PageOperators): void {
  if (fill !== null) {
    out.fill(fill)
    out.add(`${rectangle(bled(rect, sheet), sheet.height)} f`)
  }
  if (stroke > 0) {
    out.stroke('ink', stroke)
    out.add(`${rectangle(rect, sheet.height)} S`)
  }
}

/** A photo; where none has come, a light ground with its diagonals, as layout sheets have always drawn it. */
function paintPhoto(item: ImageItem, { document, sheet, pictures, out }: PageInProgress): void {
  const picture = pictures.of(item, sheet)
  if (picture !== null && typeof picture !== 'string') {
    document.use('XObject', picture.name, picture.object)
    out.add(placePicture(picture, item, sheet))
    return
  }
  const { height } = sheet
  const ground = bled(item.rect, sheet)
  const [left, right] = [n(ground.x), n(ground.x + ground.width)]
  const [top, bottom] = [n(height - ground.y), n(height - ground.y - ground.height)]
  out.fill('tint')
  out.add(`${rectangle(ground, height)} f`)
  out.stroke('grey', 0.5)
  out.add(`${left} ${top} m ${right} ${bottom} l ${left} ${bottom} m ${right} ${top} l S`)
}
