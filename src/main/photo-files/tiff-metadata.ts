import { joined, viewOf } from './bytes'
import { mergedIim } from './iim'
import type { MadeMetadata, PhotoFacts } from './photo-facts'
import { mergedXmp } from './xmp'

const tags = { xmp: 700, iptc: 33723 } as const
const types = { byte: 1, undefined: 7 } as const

/** Bytes of a value by its type (TIFF 6.0, section 2). */
const typeBytes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
}

const entryBytes = 12

/**
 * A TIFF with these facts as XMP and IPTC; null where it is no TIFF that we can read (BigTIFF is not). The new
 * directory is appended: of the bytes that were there only the four that say where it stands change.
 */
export function tiffWithFacts(bytes: Uint8Array, facts: PhotoFacts, now: Date): MadeMetadata | null {
  try {
    return appended(bytes, facts, now)
  } catch (error) {
    // A directory that leads out of the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

function appended(bytes: Uint8Array, facts: PhotoFacts, now: Date): MadeMetadata | null {
  const view = viewOf(bytes)
  const order = view.getUint16(0)
  const little = order === 0x4949
  if ((!little && order !== 0x4d4d) || view.getUint16(2, little) !== 42) return null
  const directory = view.getUint32(4, little)
  const count = view.getUint16(directory, little)
  const entriesAt = directory + 2
  if (count === 0 || entriesAt + count * entryBytes + 4 > bytes.length) return null
  const entries = Array.from({ length: count }, (_, index) => {
    const at = entriesAt + index * entryBytes
    return { tag: view.getUint16(at, little), whole: bytes.slice(at, at + entryBytes) }
  })
  const valueOf = (tag: number): Uint8Array | null => {
    const entry = entries.find(each => each.tag === tag)
    if (!entry) return null
    const field = viewOf(entry.whole)
    const length = (typeBytes[field.getUint16(2, little)] ?? 0) * field.getUint32(4, little)
    const at = field.getUint32(8, little)
    if (length <= 4) return entry.whole.subarray(8, 8 + length)
    if (at + length > bytes.length) return null
    const value = bytes.slice(at, at + length)
    // Old programs declare the block as longs; it is bytes all the same, with up to three zeros behind.
    return value
  }
  const xmp = mergedXmp(valueOf(tags.xmp), facts, now)
  const iim = mergedIim(valueOf(tags.iptc), facts)

  const start = bytes.length + (bytes.length % 2)
  const iimAt = start + xmp.bytes.length + (xmp.bytes.length % 2)
  const directoryAt = iimAt + iim.bytes.length + (iim.bytes.length % 2)
  const entryOf = (tag: number, type: number, length: number, at: number) => {
    const whole = new Uint8Array(entryBytes)
    const field = viewOf(whole)
    field.setUint16(0, tag, little)
    field.setUint16(2, type, little)
    field.setUint32(4, length, little)
    field.setUint32(8, at, little)
    return { tag, whole }
  }
  const all = [
    ...entries.filter(({ tag }) => tag !== tags.xmp && tag !== tags.iptc),
    entryOf(tags.xmp, types.byte, xmp.bytes.length, start),
    entryOf(tags.iptc, types.undefined, iim.bytes.length, iimAt),
  ].sort((a, b) => a.tag - b.tag)
  const head = new Uint8Array(2)
  viewOf(head).setUint16(0, all.length, little)
  const next = bytes.slice(entriesAt + count * entryBytes, entriesAt + count * entryBytes + 4)
  const even = (piece: Uint8Array) => (piece.length % 2 === 0 ? [piece] : [piece, Uint8Array.of(0)])
  const whole = joined([
    ...even(bytes),
    ...even(xmp.bytes),
    ...even(iim.bytes),
    head,
    ...all.map(entry => entry.whole),
    next,
  ])
  // Offsets have 32 bits.
  if (whole.length > 0xffffffff) return null
  viewOf(whole).setUint32(4, directoryAt, little)
  return { bytes: whole, warnings: [...iim.warnings, ...xmp.warnings] }
}
