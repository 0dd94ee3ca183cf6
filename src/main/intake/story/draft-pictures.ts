import sharp, { type Metadata } from 'sharp'
import { done, type Result } from '../../../shared/contract/failure'
import { draftPicture, type DraftPicture } from '../../../shared/cleaning/draft'
import { photoWords, type PhotoWords } from '../../../shared/style/forms/photo-words'
import { isHeic, keptForm } from '../../photo-files/kept-form'
import { readPhotoFacts } from '../../photo-files/read-photo'
import type { StoryFileSettings } from './story-file'
import { stopped } from './word-document'

/** A picture of a draft with its bytes; null where it did not come along. */
export interface TakenPicture {
  readonly picture: DraftPicture
  readonly bytes: Uint8Array | null
}

/** Bounds of the photo store; what is beyond them would only be refused later. */
const mostBytes = 100_000_000
const mostPixels = 100_000_000
/** Pixels of the shorter side below which a picture is a rule, a dot or an icon. */
const leastSide = 48

/** Pixels of the longer side of what is shown before a draft is accepted. */
const smallSide = 320

const lost = (why: string): TakenPicture => ({
  picture: draftPicture({ lost: why }),
  bytes: null,
})

/** Looks at a picture's bytes without unpacking them; what cannot be kept says why, in a short clause. */
export async function takePicture(found: Uint8Array | string): Promise<TakenPicture> {
  if (typeof found === 'string') return lost(found)
  if (found.length > mostBytes) return lost('超过 100 MB')
  const metadata = await sharp(found, { limitInputPixels: false, failOn: 'none' })
    .metadata()
    .catch(() => null)
  if (!metadata?.width || !metadata.height) return lost(`${nameOf(found)}读不出`)
  if (metadata.width * metadata.height > mostPixels) return lost('超过 1 亿像素')
  if (Math.min(metadata.width, metadata.height) < leastSide) return lost('太小，像是装饰')
  const turned = (metadata.orientation ?? 1) > 4
  const [width, height] = turned ? [metadata.height, metadata.width] : [metadata.width, metadata.height]
  const picture = draftPicture({ width, height, ...(await wordsOf(found, metadata)) })
  const bytes = await keptForm(found, metadata, mostPixels)
  if (bytes === 'unknown') return lost(`${formatName(found, metadata)} 格式不收`)
  return bytes === 'broken' ? lost('图片损坏') : { picture, bytes }
}

const formatName = (bytes: Uint8Array, { format }: Metadata) =>
  isHeic(bytes) ? 'HEIC' : format.toUpperCase()

/** What the file itself says of the picture, in the house's forms. */
const wordsOf = async (bytes: Uint8Array, metadata: Metadata): Promise<PhotoWords> =>
  photoWords(await readPhotoFacts(bytes, metadata))

/** All pictures of a draft, one after the other. Fails with intake.stopped. */
export async function takePictures(
  found: readonly (Uint8Array | string)[],
  { signal, onStep }: Pick<StoryFileSettings, 'signal' | 'onStep'>,
): Promise<Result<TakenPicture[]>> {
  const taken: TakenPicture[] = []
  for (const [index, picture] of found.entries()) {
    if (signal?.aborted) return stopped()
    onStep?.({ step: 'pictures', done: index, total: found.length })
    taken.push(await takePicture(picture))
  }
  return done(taken)
}

/** A small upright JPEG to look at; null when the bytes cannot be unpacked. */
export async function smallPicture(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: smallSide, height: smallSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .jpeg({ quality: 75 })
      .toBuffer()
  } catch {
    return null
  }
}

/** What a picture is that sharp does not read: Word holds drawings as WMF and EMF. */
function nameOf(bytes: Uint8Array): string {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (starts(0xd7, 0xcd, 0xc6, 0x9a)) return 'WMF 图'
  if (starts(1, 0, 0, 0) && bytes[40] === 0x20 && bytes[41] === 0x45) return 'EMF 图'
  if (starts(0x42, 0x4d)) return 'BMP 图'
  if (isHeic(bytes)) return 'HEIC 图'
  return '图片'
}
