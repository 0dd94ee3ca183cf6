import sharp, { type Metadata } from 'sharp'
import type { Crop } from '../../shared/page/layout'
import { isFlat } from '../photo-files/flat-picture'
import { readJpeg } from './page-pdf-jpeg'

/** What becomes of photos' colours: as they came, all for four inks, or all on the black plate. */
export type PhotoColour = 'asIs' | 'cmyk' | 'grey'

/** A picture in the form in which a PDF holds it. */
export interface PdfPicture {
  /** Pixels as they are stored. */
  readonly width: number
  readonly height: number
  /** How EXIF would have them turned: 1 upright … 8. */
  readonly orientation: number
  readonly space: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK'
  /** The profile that its red, green and blue are meant by; null where the file names none. */
  readonly profile: Uint8Array | null
  /** Samples stand the other way round: 0 is full ink. */
  readonly isInverted: boolean
  /** The file says nothing of it, but its three components are no YCbCr. */
  readonly isBareRgb: boolean
  readonly filter: 'DCTDecode' | 'PngDecode'
  readonly data: readonly Uint8Array[]
  /** The part of the upright original that these pixels are, in shares of its width and height. */
  readonly part: Crop
}

/** What is wanted of a photo. */
export interface PhotoWish {
  readonly colour: PhotoColour
  /** Path of an ICC profile of the press; null for a general one. */
  readonly inkProfile: string | null
  /** The part of the upright picture that must be there at least; null for all of it. */
  readonly part: Crop | null
}

export const wholePicture: Crop = { x: 0, y: 0, width: 1, height: 1 }

/** Kinds of file that are opened at all. */
const kinds = new Set(['jpeg', 'png', 'tiff', 'webp'])

/** Decoders that meet a damaged file stop, instead of filling what is missing with grey. */
const whole = { failOn: 'error', limitInputPixels: 200_000_000 } as const

/**
 * A photo made ready for a PDF. JPEG goes in as it came, without being unpacked, as long as nothing of it must
 * change; other kinds stay lossless where that is not much larger (screens, logos, placed advertisements).
 * Null where the bytes are no picture, or are cut short.
 */
export async function openPhoto(bytes: Uint8Array, wish: PhotoWish): Promise<PdfPicture | null> {
  try {
    const metadata = await sharp(bytes, whole).metadata()
    if (!kinds.has(metadata.format)) return null
    if (metadata.format !== 'jpeg') return await converted(bytes, metadata, wish)
    const jpeg = readJpeg(bytes)
    if (!jpeg) return null
    const { width, height, components, isAdobe, isBareRgb } = jpeg
    const space = spaces[components]
    const isWanted = space && jpeg.isPlain && jpeg.precision === 8 && fits(space, wish.colour)
    if (!isWanted || wish.part) return await converted(bytes, metadata, wish)
    return {
      width,
      height,
      orientation: metadata.orientation ?? 1,
      space,
      profile: space === 'DeviceRGB' ? profileOf(metadata) : null,
      isInverted: space === 'DeviceCMYK' && isAdobe,
      isBareRgb,
      filter: 'DCTDecode',
      data: jpeg.picture,
      part: wholePicture,
    }
  } catch {
    // sharp throws plain errors, and only for what it was given.
    return null
  }
}

const spaces: Readonly<Record<number, PdfPicture['space']>> = {
  1: 'DeviceGray',
  3: 'DeviceRGB',
  4: 'DeviceCMYK',
}

/** Grey prints on the black plate already, and four inks are what was asked for. */
const fits = (space: PdfPicture['space'], colour: PhotoColour) =>
  colour === 'asIs' || space === 'DeviceGray' || (colour === 'cmyk' && space === 'DeviceCMYK')

/** The profile of an RGB picture, when it is one. Grey and ink go to the plates by their numbers. */
function profileOf({ icc, channels, hasAlpha }: Metadata): Uint8Array | null {
  if (!icc || icc.length < 128 || channels - (hasAlpha ? 1 : 0) !== 3) return null
  const isProfile = icc.readUInt32BE(0) === icc.length && icc.toString('latin1', 36, 40) === 'acsp'
  return isProfile && icc.toString('latin1', 16, 20) === 'RGB ' ? icc : null
}

/** Unpacks a photo, brings it into its colours and packs it again, upright. */
async function converted(bytes: Uint8Array, metadata: Metadata, wish: PhotoWish): Promise<PdfPicture | null> {
  const { width, height } = metadata.autoOrient
  const box = wish.part ? pixelsOf(wish.part, width, height) : null
  const isInk = metadata.space === 'cmyk'
  const isGrey = metadata.channels - (metadata.hasAlpha ? 1 : 0) === 1 && !metadata.isPalette
  const toGrey = wish.colour === 'grey' || isGrey
  const keepsInk = isInk && wish.colour !== 'grey'
  // Read by its numbers where the numbers are to stay, by its profile where they are not.
  const profile = wish.colour === 'asIs' && !toGrey ? profileOf(metadata) : null
  let picture = sharp(bytes, { ...whole, ignoreIcc: keepsInk || profile !== null || isGrey })
  if (keepsInk) picture = picture.pipelineColourspace('cmyk')
  picture = picture.autoOrient()
  if (box) picture = picture.extract(box)
  if (metadata.hasAlpha) picture = keepsInk ? picture.removeAlpha() : picture.flatten({ background: 'white' })
  if (toGrey) picture = picture.greyscale().toColourspace('b-w')
  else if (keepsInk) picture = picture.toColourspace('cmyk')
  else if (wish.colour === 'cmyk') picture = picture.withIccProfile(wish.inkProfile ?? 'cmyk')
  else picture = picture.toColourspace('srgb')
  const toInk = keepsInk || (wish.colour === 'cmyk' && !toGrey)

  const shown = box ?? { left: 0, top: 0, width, height }
  const part = {
    x: shown.left / width,
    y: shown.top / height,
    width: shown.width / width,
    height: shown.height / height,
  }
  const common = { ...shown, orientation: 1, profile, isBareRgb: false, part }
  const space = toGrey ? 'DeviceGray' : toInk ? 'DeviceCMYK' : 'DeviceRGB'
  if (metadata.format !== 'jpeg' && !toInk) {
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
    picture = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    if (toGrey) picture = picture.toColourspace('b-w')
    if (await isFlat(picture, shown.width, shown.height)) {
      const png = await picture.png({ compressionLevel: 6, adaptiveFiltering: true }).toBuffer()
      return { ...common, space, isInverted: false, filter: 'PngDecode', data: pngData(png) }
    }
  }
  // Four inks are stored at full width each: at 93 they weigh three times what came.
  const quality = toInk && metadata.format === 'jpeg' ? 88 : 93
  const isFine = metadata.format !== 'jpeg' || metadata.chromaSubsampling?.startsWith('4:4:4')
  const jpeg = readJpeg(
    await picture.jpeg({ quality, chromaSubsampling: isFine ? '4:4:4' : '4:2:0' }).toBuffer(),
  )
  if (!jpeg) return null
  return { ...common, space, isInverted: toInk && jpeg.isAdobe, filter: 'DCTDecode', data: jpeg.picture }
}

/** Whole pixels that hold a part of a picture. */
function pixelsOf(part: Crop, width: number, height: number) {
  const left = Math.min(width - 1, Math.max(0, Math.floor(part.x * width)))
  const top = Math.min(height - 1, Math.max(0, Math.floor(part.y * height)))
  const right = Math.min(width, Math.max(left + 1, Math.ceil((part.x + part.width) * width)))
  const bottom = Math.min(height, Math.max(top + 1, Math.ceil((part.y + part.height) * height)))
  return { left, top, width: right - left, height: bottom - top }
}

/** The packed rows of a PNG: what its data chunks hold, one after the other. */
function pngData(png: Buffer): Uint8Array[] {
  const data: Uint8Array[] = []
  for (let at = 8; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return data
}
