import type { Crop } from '../../shared/page/layout'
import { ptRect, type Rect } from '../../shared/page/paper'
import type { ImageItem } from '../../shared/page/painting'
import { n } from './page-operators'
import type { PdfDocument, PdfObject } from './page-pdf-document'
import { openPhoto, type PdfPicture, type PhotoColour } from './page-pdf-photos'
import { bled, type Sheet } from './page-pdf-sheet'

/** Where photos come from, and what becomes of them. */
export interface PictureOrder {
  readonly photo?: ((hash: string) => Promise<Uint8Array | null>) | undefined
  readonly colour?: PhotoColour | undefined
  readonly inkProfile?: string | undefined
  readonly trimPhotos?: boolean | undefined
}

/** Why a photo is not in the file. */
export type PictureTrouble = 'missing' | 'broken'

/** A picture that is in the file: its name among resources, and what its place is worked out from. */
export interface EmbeddedPicture {
  readonly name: string
  readonly object: PdfObject
  readonly orientation: number
  readonly part: Crop
}

/** A crop that shows less than this share of a photo may have the rest taken away. */
const trimmedShare = 0.8

/** The pictures of one document: each is embedded once, however often and on however many pages it stands. */
export class PictureCase {
  readonly #document: PdfDocument
  readonly #order: PictureOrder
  readonly #pictures = new Map<string, EmbeddedPicture | PictureTrouble>()
  readonly #profiles: { readonly bytes: Uint8Array; readonly object: PdfObject }[] = []

  constructor(document: PdfDocument, order: PictureOrder) {
    this.#document = document
    this.#order = order
  }

  /** Reads and embeds the pictures of a page that are not in the file yet. */
  async take(items: readonly ImageItem[], sheet: Sheet): Promise<void> {
    const wanted = new Map<string, { readonly hash: string; readonly part: Crop | null }>()
    for (const item of items) {
      if (item.image === null) continue
      const part = this.#trimmedPart(item, sheet)
      const key = keyOf(item.image, part)
      if (!this.#pictures.has(key)) wanted.set(key, { hash: item.image, part })
    }
    const { photo, colour = 'asIs', inkProfile = null } = this.#order
    const opened = await Promise.all(
      [...wanted].map(async ([key, { hash, part }]) => {
        const bytes = photo ? await photo(hash) : null
        const picture = bytes ? await openPhoto(bytes, { colour, inkProfile, part }) : null
        return { key, picture, trouble: bytes ? 'broken' : 'missing' } as const
      }),
    )
    // In the order of their places, whichever was read first: the same pages give the same file.
    for (const { key, picture, trouble } of opened) {
      if (!picture) {
        this.#pictures.set(key, trouble)
        continue
      }
      const { orientation, part } = picture
      const name = `P${this.#pictures.size + 1}`
      this.#pictures.set(key, { name, object: this.#embed(picture), orientation, part })
    }
  }

  /** The picture of an item that was taken before, or why there is none; null for one that is only announced. */
  of(item: ImageItem, sheet: Sheet): EmbeddedPicture | PictureTrouble | null {
    if (item.image === null) return null
    return this.#pictures.get(keyOf(item.image, this.#trimmedPart(item, sheet))) ?? null
  }

  /** The part of the upright original that an item shows, when the rest is to be taken away; else null. */
  #trimmedPart(item: ImageItem, sheet: Sheet): Crop | null {
    if (!this.#order.trimPhotos) return null
    const whole = wholeOf(item)
    const clip = bled(item.rect, sheet)
    const left = Math.max(0, (clip.x - whole.x) / whole.width)
    const top = Math.max(0, (clip.y - whole.y) / whole.height)
    const right = Math.min(1, (clip.x + clip.width - whole.x) / whole.width)
    const bottom = Math.min(1, (clip.y + clip.height - whole.y) / whole.height)
    const part = { x: left, y: top, width: right - left, height: bottom - top }
    return part.width * part.height < trimmedShare ? part : null
  }

  #embed(picture: PdfPicture): PdfObject {
    const { width, height, space, profile, isInverted, isBareRgb, filter, data } = picture
    const colors = space === 'DeviceGray' ? 1 : space === 'DeviceRGB' ? 3 : 4
    const dictionary: Record<string, unknown> = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      BitsPerComponent: 8,
      ColorSpace: profile ? ['ICCBased', this.#profile(profile)] : space,
      Filter: filter === 'DCTDecode' ? 'DCTDecode' : 'FlateDecode',
    }
    if (isInverted) dictionary['Decode'] = Array.from({ length: colors }, () => [1, 0]).flat()
    if (isBareRgb) dictionary['DecodeParms'] = { ColorTransform: 0 }
    if (filter === 'PngDecode') {
      dictionary['DecodeParms'] = { Predictor: 15, Colors: colors, BitsPerComponent: 8, Columns: width }
    }
    return this.#document.object(dictionary, data)
  }

  #profile(bytes: Uint8Array): PdfObject {
    let known = this.#profiles.find(profile => Buffer.compare(profile.bytes, bytes) === 0)
    if (!known) {
      const object = this.#document.object({ N: 3, Alternate: 'DeviceRGB' }, [bytes])
      known = { bytes, object }
      this.#profiles.push(known)
    }
    return known.object
  }
}

/** A stored picture's point, counted rightwards and downwards, on the picture as EXIF has it stand upright. */
const upright: readonly ((x: number, y: number) => readonly [number, number])[] = [
  (x, y) => [x, y],
  (x, y) => [1 - x, y],
  (x, y) => [1 - x, 1 - y],
  (x, y) => [x, 1 - y],
  (x, y) => [y, x],
  (x, y) => [1 - y, x],
  (x, y) => [1 - y, 1 - x],
  (x, y) => [y, 1 - x],
]

const keyOf = (hash: string, part: Crop | null) =>
  part ? [hash, part.x, part.y, part.width, part.height].join(' ') : hash

/** Where the whole upright original would stand, were nothing cropped; y downwards. */
function wholeOf({ rect, crop }: ImageItem): Rect {
  const width = rect.width / crop.width
  const height = rect.height / crop.height
  return ptRect(rect.x - crop.x * width, rect.y - crop.y * height, width, height)
}

/** Operators that paint a picture of the page's resources in an item's place. */
export function placePicture(picture: EmbeddedPicture, item: ImageItem, sheet: Sheet): string {
  const { height } = sheet
  const whole = wholeOf(item)
  const { part } = picture
  const left = whole.x + part.x * whole.width
  const top = whole.y + part.y * whole.height
  const turn = upright[picture.orientation - 1] ?? upright[0]!
  const place = (x: number, y: number): readonly [number, number] => {
    const [across, down] = turn(x, y)
    return [left + across * part.width * whole.width, height - top - down * part.height * whole.height]
  }
  // A PDF's image stands on the unit square, its first row at the top.
  const [x0, y0] = place(0, 1)
  const [x1, y1] = place(1, 1)
  const [x2, y2] = place(0, 0)
  const matrix = [x1 - x0, y1 - y0, x2 - x0, y2 - y0, x0, y0].map(n).join(' ')
  return `q ${rectangle(bled(item.rect, sheet), height)} W n ${matrix} cm /${picture.name} Do Q`
}

/** The path of a rectangle that is given y downwards. */
export const rectangle = (rect: Rect, height: number): string =>
  `${n(rect.x)} ${n(height - rect.y - rect.height)} ${n(rect.width)} ${n(rect.height)} re`
