import { DOMParser } from '@xmldom/xmldom'
import exifr from 'exifr'
import sharp from 'sharp'
import { joined, latin, viewOf } from './bytes'
import { readResources, resource, resourceSegments } from './image-resources'
import { joinJpeg, splitJpeg, type JpegSegment } from './jpeg-segments'
import type { PhotoFacts } from './photo-facts'

export const now = new Date('2025-06-12T13:30:05Z')

export const facts: PhotoFacts = {
  storyNumber: '1042',
  headline: '冬灌开闸',
  caption: '6月11日，河川县总干渠闸门打开 & <放水>。',
  photographers: ['史婉', '董自军'],
  credit: '史婉 董自军 摄',
  city: '河川县',
  date: '2025-06-11',
}

export const noFacts: PhotoFacts = {
  storyNumber: '',
  headline: '',
  caption: '',
  photographers: [],
  credit: '',
  city: '',
  date: null,
}

/** A small picture with a gradient, so that pixels tell when they move. */
export function picture(width = 37, height = 23) {
  const pixels = Buffer.from(
    Array.from({ length: width * height * 3 }, (_, at) => (at * 7 + Math.floor(at / width)) % 256),
  )
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

export const pixelsOf = async (bytes: Uint8Array) => (await sharp(bytes).raw().toBuffer()).toString('hex')

export interface Read {
  readonly iptc?: Record<string, unknown>
  readonly dc?: Record<string, unknown>
  readonly photoshop?: Record<string, unknown>
  readonly ps?: Record<string, unknown>
  readonly xmp?: Record<string, unknown>
  readonly ifd0?: Record<string, unknown>
  readonly icc?: Record<string, unknown>
}

/** exifr reads IPTC byte by byte, whatever the block says of its encoding. */
export const asUtf8 = (value: unknown): unknown =>
  typeof value === 'string' ? Buffer.from(value, 'latin1').toString('utf8') : value

export async function readBack(bytes: Uint8Array): Promise<Read> {
  const read = ((await exifr.parse(Buffer.from(bytes), {
    mergeOutput: false,
    iptc: true,
    xmp: true,
    icc: true,
    tiff: true,
    ifd0: {},
    translateValues: false,
  })) ?? {}) as Read
  const iptc = Object.entries(read.iptc ?? {}).map(([field, value]) => [
    field,
    Array.isArray(value) ? value.map(asUtf8) : asUtf8(value),
  ])
  return { ...read, iptc: Object.fromEntries(iptc) as Record<string, unknown> }
}

export const iimBlock = (bytes: Uint8Array) =>
  readResources(splitJpeg(bytes)?.segments ?? []).resources.find(({ id }) => id === 0x0404)?.data ??
  new Uint8Array()

/** What IPTC holds, by a reader of our own for what exifr does not show: record:number → texts. */
export function iimOf(bytes: Uint8Array): Record<string, string[]> {
  const block = iimBlock(bytes)
  const found: Record<string, string[]> = {}
  for (let at = 0; at < block.length;) {
    const length = viewOf(block).getUint16(at + 3)
    const key = `${block[at + 1]}:${block[at + 2]}`
    ;(found[key] ??= []).push(Buffer.from(block.subarray(at + 5, at + 5 + length)).toString('utf8'))
    at += 5 + length
  }
  return found
}

/** dc:description, read as XML with all its rules. */
export function descriptionOf(bytes: Uint8Array): string {
  const packet = Buffer.from(bytes).toString('utf8')
  const xml = packet.slice(packet.indexOf('<x:xmpmeta'), packet.indexOf('<?xpacket end'))
  const parser = new DOMParser({
    onError: (_, message) => {
      throw new Error(message)
    },
  })
  const document = parser.parseFromString(xml, 'text/xml')
  const property = document.getElementsByTagNameNS('http://purl.org/dc/elements/1.1/', 'description').item(0)
  return property?.textContent ?? ''
}

export const dataset = (number: number, data: Uint8Array, record = 2) =>
  joined([Uint8Array.of(0x1c, record, number, data.length >> 8, data.length & 0xff), data])

/** A JPEG with these segments right after SOI. */
export async function withSegments(...segments: Omit<JpegSegment, 'at'>[]): Promise<Uint8Array> {
  const parts = splitJpeg(await picture().jpeg().toBuffer())
  if (!parts) throw new Error('sharp made no JPEG')
  return joinJpeg([...segments.map(segment => ({ ...segment, at: null })), ...parts.segments], parts.rest)
}

export const withIim = (...datasets: Uint8Array[]) =>
  withSegments(...resourceSegments([resource(0x0404, joined(datasets))]))

export const xmpSegment = (packet: string) => ({
  marker: 0xe1,
  data: joined([latin('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(packet)]),
})
