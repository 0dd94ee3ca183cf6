import { joined, latin, startsWith, viewOf } from './bytes'
import { mostSegmentBytes, type JpegSegment } from './jpeg-segments'

/** One of Photoshop's image resources, as they stand in APP13. */
export interface ImageResource {
  /** 8BIM; MeSa, AgHg and others exist. */
  readonly signature: string
  readonly id: number
  /** A Pascal string with its length, padded to an even number of bytes. */
  readonly name: Uint8Array
  readonly data: Uint8Array
}

export interface ReadResources {
  readonly resources: readonly ImageResource[]
  /** Something after the last of them could not be read. */
  readonly broken: boolean
}

const app13 = 0xed
const identifier = latin('Photoshop 3.0\0')
const noName = Uint8Array.of(0, 0)

export const isResourceSegment = (segment: JpegSegment) =>
  segment.marker === app13 && startsWith(segment.data, identifier)

/** The resources of a file's APP13 segments; a resource may run on from one segment into the next. */
export function readResources(segments: readonly JpegSegment[]): ReadResources {
  const bytes = joined(
    segments.filter(isResourceSegment).map(segment => segment.data.subarray(identifier.length)),
  )
  const view = viewOf(bytes)
  const resources: ImageResource[] = []
  let at = 0
  while (at + 12 <= bytes.length) {
    const signature = String.fromCharCode(...bytes.subarray(at, at + 4))
    if (!/^[0-9A-Za-z]{4}$/.test(signature)) return { resources, broken: true }
    const nameAt = at + 6
    const nameBytes = evened((bytes[nameAt] ?? 0) + 1)
    const sizeAt = nameAt + nameBytes
    if (sizeAt + 4 > bytes.length) return { resources, broken: true }
    const size = view.getUint32(sizeAt)
    const dataAt = sizeAt + 4
    if (dataAt + size > bytes.length) return { resources, broken: true }
    resources.push({
      signature,
      id: view.getUint16(at + 4),
      name: bytes.subarray(nameAt, sizeAt),
      data: bytes.subarray(dataAt, dataAt + size),
    })
    at = dataAt + evened(size)
  }
  // Some writers fill the segment up with zeros.
  return { resources, broken: bytes.subarray(at).some(byte => byte !== 0) }
}

/** One of our own. */
export const resource = (id: number, data: Uint8Array): ImageResource => ({
  signature: '8BIM',
  id,
  name: noName,
  data,
})

/** Resources as APP13 segments. */
export function resourceSegments(resources: readonly ImageResource[]): JpegSegment[] {
  const bytes = joined(
    resources.flatMap(({ signature, id, name, data }) => {
      const head = new Uint8Array(10 + name.length)
      head.set(latin(signature))
      viewOf(head).setUint16(4, id)
      head.set(name, 6)
      viewOf(head).setUint32(6 + name.length, data.length)
      return data.length % 2 === 0 ? [head, data] : [head, data, Uint8Array.of(0)]
    }),
  )
  const room = mostSegmentBytes - identifier.length
  const segments: JpegSegment[] = []
  for (let at = 0; at < bytes.length; at += room) {
    segments.push({ marker: app13, data: joined([identifier, bytes.subarray(at, at + room)]), at: null })
  }
  return segments
}

const evened = (count: number) => count + (count % 2)
