import exifr from 'exifr'
import type { Metadata } from 'sharp'
import type { PhotoFileFacts } from '../../shared/style/forms/photo-words'
import { exifTexts, type ExifText } from './exif-texts'
import { readIim } from './iim'
import { readResources } from './image-resources'
import { xmpReader, type XmpReader } from './read-xmp'
import { readableText } from './mistaken-text'

/** All that the desk wants to know of what a photo's file says. */
export interface ReadPhotoFacts extends PhotoFileFacts {
  /** '' where the file names none. */
  readonly city: string
  /** ISO date on which it was taken, by the photographer's clock; null where the file does not say. */
  readonly date: string | null
  /** Special instructions; '' where there are none. */
  readonly instructions: string
}

/** Where a fact stands in each of the three; XMP is asked first, then IPTC, then the camera. */
interface Place {
  readonly xmp: Readonly<Parameters<XmpReader>>
  readonly iim: number
  readonly exif: ExifText | 'DateTimeOriginal' | null
}
const places = {
  caption: { xmp: ['dc', 'description'], iim: 120, exif: 'ImageDescription' },
  photographers: { xmp: ['dc', 'creator'], iim: 80, exif: 'Artist' },
  credit: { xmp: ['photoshop', 'Credit'], iim: 110, exif: null },
  source: { xmp: ['photoshop', 'Source'], iim: 115, exif: null },
  city: { xmp: ['photoshop', 'City'], iim: 90, exif: null },
  date: { xmp: ['photoshop', 'DateCreated'], iim: 55, exif: 'DateTimeOriginal' },
  instructions: { xmp: ['photoshop', 'Instructions'], iim: 40, exif: null },
} as const satisfies Record<keyof ReadPhotoFacts, Place>

/** Longest text that is taken from a field, and most names. */
const mostCharacters = 2000
const mostNames = 12

/** Bytes of an IPTC block beyond which it is not read. */
const mostIimBytes = 2_000_000

/**
 * What a photo's file says of it: XMP before IPTC before EXIF (both UTF-8 or GBK), field by field. Never
 * throws: what cannot be read says nothing.
 * @param metadata the file's, as sharp reads it: it finds the blocks in JPEG, PNG and TIFF.
 */
export async function readPhotoFacts(
  bytes: Uint8Array,
  metadata: Pick<Metadata, 'xmp' | 'iptc' | 'exif'>,
): Promise<ReadPhotoFacts> {
  const xmp = metadata.xmp ? xmpReader(metadata.xmp) : null
  const iim = metadata.iptc ? iimTexts(metadata.iptc) : null
  // A TIFF is itself what the others hold as a block.
  const words = exifTexts(metadata.exif ?? bytes)
  const taken = await dateTaken(bytes)
  const textsOf = (field: keyof ReadPhotoFacts): string[] => {
    const { xmp: property, iim: number, exif }: Place = places[field]
    const all = [
      xmp?.(...property) ?? [],
      iim?.get(number) ?? [],
      exif === null || exif === 'DateTimeOriginal' ? [] : [cameraWords(words.get(exif))],
    ]
    for (const texts of all) {
      const kept = texts.map(text => readableText(text).slice(0, mostCharacters)).filter(text => text !== '')
      if (kept.length > 0) return kept
    }
    return []
  }
  const dates = [xmp?.(...places.date.xmp)[0], iim?.get(places.date.iim)?.[0], taken]
  return {
    // IPTC has one caption; some programs part a long one.
    caption: textsOf('caption').join(''),
    photographers: textsOf('photographers').slice(0, mostNames),
    credit: textsOf('credit')[0] ?? '',
    source: textsOf('source')[0] ?? '',
    city: textsOf('city')[0] ?? '',
    date: dates.map(dateOf).find(date => date !== null) ?? null,
    instructions: textsOf('instructions')[0] ?? '',
  }
}

const photoshop = Buffer.from('Photoshop 3.0\0', 'latin1')
const iptcResource = 0x0404

/** The block's texts. A JPEG has it among Photoshop's resources, a TIFF mostly bare. */
function iimTexts(block: Uint8Array): ReadonlyMap<number, readonly string[]> | null {
  if (block.length > mostIimBytes) return null
  if (block[0] === 0x1c) return readIim(block)
  const isWhole = Buffer.from(block.subarray(0, photoshop.length)).equals(photoshop)
  const data = isWhole ? block : Buffer.concat([photoshop, block])
  const { resources } = readResources([{ marker: 0xed, data, at: null }])
  const iim = resources.find(({ signature, id }) => signature === '8BIM' && id === iptcResource)
  return iim ? readIim(iim.data) : null
}

/** Many programs write question marks for what they cannot. */
const cameraWords = (text = ''): string => (/\ufffd|\?\?/u.test(text) ? '' : text)

/** When the camera says that it was taken: 2025:06:11 08:30:00. */
async function dateTaken(bytes: Uint8Array): Promise<string | undefined> {
  const options = {
    pick: ['DateTimeOriginal'],
    tiff: true,
    exif: true,
    iptc: false,
    xmp: false,
    reviveValues: false,
  }
  try {
    const read = ((await exifr.parse(bytes, options)) ?? {}) as Record<string, unknown>
    const text = read['DateTimeOriginal']
    return typeof text === 'string' ? text : undefined
  } catch {
    // It throws plain errors, and only for what it was given.
    return undefined
  }
}

/** 20250611, 2025-06-11T08:30:00+08:00, 2025:06:11 08:30:00 as an ISO date; null for what is no day. */
export function dateOf(text: string | undefined): string | null {
  const found = /^\s*(\d{4})[-:/.]?(\d{2})[-:/.]?(\d{2})(?!\d)/u.exec(text ?? '')
  if (!found) return null
  const date = `${found[1]}-${found[2]}-${found[3]}`
  const day = new Date(`${date}T00:00:00Z`)
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
  return isDay && Number(found[1]) > 1825 ? date : null
}
