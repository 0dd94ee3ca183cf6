import { joined, viewOf } from './bytes'

/** A marker segment of a JPEG file's head. */
export interface JpegSegment {
  /** The second byte of its marker: 0xe1 is APP1. */
  readonly marker: number
  /** What it holds, without marker and length; at most `mostSegmentBytes`. */
  readonly data: Uint8Array
  /** Where its marker stood in the file; null for a new one. */
  readonly at: number | null
}

/** A JPEG file as its head and what must not be touched. */
export interface JpegParts {
  readonly segments: readonly JpegSegment[]
  /** From the first scan to the end of the file: the picture, and what phones append to it. */
  readonly rest: Uint8Array
  /** Where the first scan stood in the file. */
  readonly restAt: number
}

export const mostSegmentBytes = 0xffff - 2

const startOfScan = 0xda
const endOfImage = 0xd9

/** Takes a JPEG file apart; null where its head is not one or it has no picture or no end. */
export function splitJpeg(bytes: Uint8Array): JpegParts | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = viewOf(bytes)
  const segments: JpegSegment[] = []
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    // A marker may be filled up with any number of 0xff.
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === startOfScan) {
      const rest = bytes.subarray(at)
      return hasEnd(rest) ? { segments, rest, restAt: at } : null
    }
    // Markers without a segment do not stand in a head.
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= endOfImage)) return null
    const length = view.getUint16(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return null
    segments.push({ marker, data: bytes.subarray(at + 4, at + 2 + length), at })
    at += 2 + length
  }
  return null
}

/** A file that was cut off while it was copied has no end marker. Phones append to it: it is not always last. */
function hasEnd(rest: Uint8Array): boolean {
  for (let at = rest.length - 2; at >= 0; at--) {
    if (rest[at] === 0xff && rest[at + 1] === endOfImage) return true
  }
  return false
}

/** Puts a file together again; every byte of the picture is the one that it was. */
export function joinJpeg(segments: readonly JpegSegment[], rest: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [Uint8Array.of(0xff, 0xd8)]
  for (const { marker, data } of segments) {
    const length = data.length + 2
    pieces.push(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), data)
  }
  pieces.push(rest)
  return joined(pieces)
}
