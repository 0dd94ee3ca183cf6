import { latin, startsWith, viewOf } from './bytes'
import type { JpegSegment } from './jpeg-segments'

/**
 * Phones append a second picture (depth, HDR gain map) behind the first and say in an APP2 segment where it stands
 * (CIPA DC-007 Multi-Picture Format). The place is counted from that segment, the first picture's size from the
 * file's start: both change when the head grows.
 */
const identifier = latin('MPF\0')
const app2 = 0xe2
const entriesTag = 0xb002
const entryBytes = 16

/**
 * Segments with the places of appended pictures set right for the new head.
 * @param restAt where the first scan stood before
 */
export function withPicturesMoved(segments: readonly JpegSegment[], restAt: number): JpegSegment[] {
  let newAt = 2
  const places = segments.map(segment => {
    const place = newAt
    newAt += segment.data.length + 4
    return place
  })
  const restMoved = newAt - restAt
  return segments.map((segment, index) => {
    if (segment.marker !== app2 || segment.at === null || !startsWith(segment.data, identifier))
      return segment
    const segmentMoved = (places[index] ?? 0) - segment.at
    return { ...segment, data: movedEntries(segment.data, restMoved, restMoved - segmentMoved) }
  })
}

/** The segment's data with the first picture `grown` bytes larger and the others `further` bytes away. */
function movedEntries(data: Uint8Array, grown: number, further: number): Uint8Array {
  const moved = data.slice()
  const body = moved.subarray(identifier.length)
  const view = viewOf(body)
  try {
    const little = view.getUint16(0) === 0x4949
    const ifd = view.getUint32(4, little)
    const count = view.getUint16(ifd, little)
    for (let index = 0; index < count; index++) {
      const field = ifd + 2 + index * 12
      if (view.getUint16(field, little) !== entriesTag) continue
      const entries = view.getUint32(field + 4, little) / entryBytes
      const first = view.getUint32(field + 8, little)
      for (let picture = 0; picture < entries; picture++) {
        const at = first + picture * entryBytes
        const size = view.getUint32(at + 4, little)
        const place = view.getUint32(at + 8, little)
        if (picture === 0) view.setUint32(at + 4, size + grown, little)
        // Place 0 is the first picture itself.
        else if (place !== 0) view.setUint32(at + 8, place + further, little)
      }
    }
    return moved
  } catch (error) {
    // An index that leads out of its own bytes points nowhere, before as after.
    if (error instanceof RangeError) return data
    throw error
  }
}
