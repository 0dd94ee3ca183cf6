import sharp from 'sharp'
import { done, failed, type Result } from '../../shared/contract/failure'
import type { PhotoFacts } from '../../shared/contract'
import { mostPhotoBytes, photoTooLarge } from '../../shared/contract/photos'
import { photoWords } from '../../shared/style/forms/photo-words'
import { isHeic, keptForm, keptTypes } from '../photo-files/kept-form'
import type { Actor } from '../../shared/review/actor'
import { readPhotoFacts } from '../photo-files/read-photo'
import { isPdf, readPlacedPdf } from '../intake/placed-pdf'
import { hashOfBytes } from '../store/hash'
import { addPhoto, addPlacedPdf, findPhoto, readPhoto } from '../store/photos'
import type { Store } from '../store/store'
import { transact, type Tables } from '../store/transact'
import type { World } from './world'

/** Pixels of the largest original that is kept. */
const mostPixels = 100_000_000

/** Pixels of the longer side of what is made for screens: a thumbnail, and a photo on a page. */
const sides = { thumbnail: 640, screen: 2400 } as const

/** A photo's facts as the story's document holds them; width and height are those of the upright picture. */
export interface KeptPhoto {
  readonly image: string
  readonly width: number
  readonly height: number
}

/** Photo facts read from bytes that nobody has checked yet. */
export interface ReadPhoto extends KeptPhoto {
  readonly type: string
}

/**
 * Reads what kind of picture bytes are, within bounds and without unpacking them. Fails with photo.empty,
 * photo.too-large, photo.unknown-kind or photo.too-many-pixels.
 */
export async function inspectPhoto(bytes: Uint8Array): Promise<Result<ReadPhoto>> {
  if (bytes.length === 0) return failed('photo.empty', '这个图片文件是空的。', '请换一张图片。')
  if (bytes.length > mostPhotoBytes) return { ok: false, failure: photoTooLarge(bytes.length) }
  const metadata = await sharp(bytes, { limitInputPixels: false, failOn: 'none' })
    .metadata()
    .catch(() => null)
  const type = metadata ? keptTypes[metadata.format] : undefined
  if (!metadata?.width || !metadata.height) return unknownKind(bytes)
  if (metadata.width * metadata.height > mostPixels) {
    const millions = Math.round((metadata.width * metadata.height) / 1_000_000)
    return failed(
      'photo.too-many-pixels',
      `这张图片有 ${millions} 兆像素，最大只收 100 兆。`,
      '请缩小后再加。',
    )
  }
  if (!type) return unknownKind(bytes)
  // Cameras turn a picture by a mark (EXIF 5–8 lie on their side); the newsroom counts it as it is seen.
  const isTurned = (metadata.orientation ?? 1) > 4
  return done({
    image: hashOfBytes(bytes),
    type,
    width: isTurned ? metadata.height : metadata.width,
    height: isTurned ? metadata.width : metadata.height,
  })
}

const unknownKind = (bytes: Uint8Array): Result<never> =>
  isHeic(bytes)
    ? failed(
        'photo.unknown-kind',
        '这张是 HEIC，苹果手机的格式，大样读不了。',
        '请在手机上另存为 JPEG（设置、相机、格式，选“兼容性最佳”），或用看图软件转成 JPEG 再加。',
      )
    : failed(
        'photo.unknown-kind',
        '认不出这张图片，只收 JPEG、PNG、TIFF、WebP 和 GIF。',
        '请用看图软件另存为 JPEG 再加。',
      )

/** The picture as it is kept; null where it is broken. What is no picture, or too large, `inspectPhoto` says. */
async function keptBytes(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (bytes.length === 0 || bytes.length > mostPhotoBytes) return bytes
  const metadata = await sharp(bytes, { limitInputPixels: false, failOn: 'none' })
    .metadata()
    .catch(() => null)
  if (!metadata || metadata.width * metadata.height > mostPixels) return bytes
  const form = await keptForm(bytes, metadata, mostPixels)
  if (form === 'broken') return null
  return form === 'unknown' ? bytes : form
}

/** The photo store: originals untouched under their hash, thumbnails made when first asked for. */
export class Photos {
  constructor(
    private readonly store: Store,
    private readonly world: World,
  ) {}

  /** Keeps an original. Fails as `inspectPhoto` does, or with photo.broken. */
  async add(actor: Actor, file: Uint8Array): Promise<Result<KeptPhoto>> {
    return this.#keep(actor, file)
  }

  /**
   * Keeps what an advertisement came as: a picture as `add` does, of a PDF the picture of its first page, and
   * the PDF itself beside it. Fails as `add` does, or as `readPlacedPdf` does.
   */
  async addPlaced(actor: Actor, file: Uint8Array): Promise<Result<KeptPhoto & { pages: number }>> {
    if (!isPdf(file)) {
      const kept = await this.#keep(actor, file)
      return kept.ok ? done({ ...kept.value, pages: 1 }) : kept
    }
    const read = await readPlacedPdf(file)
    if (!read.ok) return read
    const { raster, pages } = read.value
    const kept = await this.#keep(actor, raster, (tables, image, at) =>
      addPlacedPdf(tables, {
        hash: hashOfBytes(file),
        original: file,
        image,
        pages,
        bytes: file.length,
        added_at: at,
        added_by: actor.id,
      }),
    )
    return kept.ok ? done({ ...kept.value, pages }) : kept
  }

  async #keep(
    actor: Actor,
    came: Uint8Array,
    beside?: (tables: Tables, image: string, at: string) => Promise<void>,
  ): Promise<Result<KeptPhoto>> {
    const file = await keptBytes(came)
    if (!file) return broken()
    const read = await inspectPhoto(file)
    if (!read.ok) return read
    const { image, type, width, height } = read.value
    // A picture that cannot be unpacked is refused now, not on press day.
    const small = await forScreen(file, 'thumbnail')
    if (!small) return broken()
    const kept = await transact(this.store.tables, async (tables): Promise<Result<KeptPhoto>> => {
      const at = this.world.now().toISOString()
      await addPhoto(tables, {
        hash: image,
        original: file,
        width,
        height,
        type,
        bytes: file.length,
        added_at: at,
        added_by: actor.id,
      })
      await beside?.(tables, image, at)
      return done({ image, width, height })
    })
    if (kept.ok) this.store.thumbnails.keep(image, small)
    return kept
  }

  /** What a photo's file says of it, in the house's forms. Fails with photo.unknown or photo.damaged. */
  async facts(hash: string): Promise<Result<PhotoFacts>> {
    const kept = this.store.photoFacts.read(hash)
    if (kept && (await findPhoto(this.store.tables, hash))) return done(kept)
    const photo = await this.#original(hash)
    if (!photo.ok) return photo
    const { original } = photo.value
    const metadata = await sharp(original, { limitInputPixels: false, failOn: 'none' })
      .metadata()
      .catch(() => ({}))
    const read = await readPhotoFacts(original, metadata)
    const { city, date, instructions } = read
    const facts = { ...photoWords(read), city, date, instructions }
    this.store.photoFacts.keep(hash, facts)
    return done(facts)
  }

  /**
   * The original, or an upright sRGB JPEG of at most 640 (thumbnail) or 2400 (screen) pixels a side. Fails with
   * photo.unknown, .damaged, .broken.
   */
  async read(
    hash: string,
    size: 'original' | keyof typeof sides,
  ): Promise<Result<{ type: string; bytes: Uint8Array }>> {
    if (size === 'thumbnail') {
      const kept = this.store.thumbnails.read(hash)
      if (kept && (await findPhoto(this.store.tables, hash))) return done({ type: 'image/jpeg', bytes: kept })
    }
    const photo = await this.#original(hash)
    if (!photo.ok) return photo
    const { type, original } = photo.value
    if (size === 'original') return done({ type, bytes: original })
    const bytes = await forScreen(original, size)
    if (!bytes) return broken()
    if (size === 'thumbnail') this.store.thumbnails.keep(hash, bytes)
    return done({ type: 'image/jpeg', bytes })
  }

  async #original(hash: string): Promise<Result<{ type: string; original: Uint8Array }>> {
    const photo = await readPhoto(this.store.tables, hash)
    if (photo === null) return failed('photo.unknown', '没有找到这张图片。', '请重新加这张图片。')
    if (photo === 'damaged') {
      return failed('photo.damaged', '这张图片的原件与校验值不符，已先搁置。', '请重新加这张图片。')
    }
    return done(photo)
  }
}

const broken = () => failed('photo.broken', '这张图片损坏了，打不开。', '请找一份完好的原件再加。')

/** An upright sRGB JPEG; null when the bytes cannot be unpacked. */
async function forScreen(original: Uint8Array, size: keyof typeof sides): Promise<Uint8Array | null> {
  try {
    return await sharp(original, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: sides[size], height: sides[size], fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .jpeg({ quality: 80 })
      .toBuffer()
  } catch {
    // sharp throws plain errors, and only for what it was given.
    return null
  }
}
