import { crc32, inflateSync } from 'node:zlib'
import { joined, latin, startsWith, viewOf } from './bytes'
import type { MadeMetadata, PhotoFacts } from './photo-facts'
import { mergedXmp } from './xmp'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const xmpKeyword = latin('XML:com.adobe.xmp\0')

/** Most bytes of a packed XMP chunk once unpacked. */
const mostUnpacked = 10_000_000

interface Chunk {
  readonly type: string
  /** With length, type and check sum. */
  readonly whole: Uint8Array
  readonly data: Uint8Array
}

/**
 * A PNG with these facts as XMP, which is all that PNG has; null where it is no whole PNG. Every other chunk stays
 * byte by byte as it was.
 */
export function pngWithFacts(bytes: Uint8Array, facts: PhotoFacts, now: Date): MadeMetadata | null {
  const chunks = chunksOf(bytes)
  const isXmp = ({ type, data }: Chunk) => type === 'iTXt' && startsWith(data, xmpKeyword)
  const image = chunks?.findIndex(({ type }) => type === 'IDAT') ?? -1
  if (!chunks || image < 0) return null
  const old = chunks.find(isXmp)
  const { unpadded, warnings } = mergedXmp(old ? packetOf(old.data) : null, facts, now)
  // After the keyword: not packed, no method, no language, no translated keyword.
  const own = chunkOf('iTXt', joined([xmpKeyword, Uint8Array.of(0, 0, 0, 0), unpadded]))
  const whole = (some: readonly Chunk[]) => some.filter(chunk => !isXmp(chunk)).map(chunk => chunk.whole)
  return {
    bytes: joined([signature, ...whole(chunks.slice(0, image)), own, ...whole(chunks.slice(image))]),
    warnings,
  }
}

/** Null where the chunks do not lead from the signature to IEND. */
function chunksOf(bytes: Uint8Array): Chunk[] | null {
  if (!startsWith(bytes, signature)) return null
  const view = viewOf(bytes)
  const chunks: Chunk[] = []
  let at = signature.length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.push({ type, whole: bytes.subarray(at, end), data: bytes.subarray(at + 8, end - 4) })
    if (type === 'IEND') return chunks
    at = end
  }
  return null
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12)
  viewOf(chunk).setUint32(0, data.length)
  chunk.set(latin(type), 4)
  chunk.set(data, 8)
  viewOf(chunk).setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)))
  return chunk
}

/** The packet in an iTXt chunk; what cannot be read comes out as no XML. */
function packetOf(data: Uint8Array): Uint8Array {
  const isPacked = data[xmpKeyword.length] === 1
  const languageEnd = data.indexOf(0, xmpKeyword.length + 2)
  const keywordEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1)
  if (keywordEnd < 0) return new Uint8Array()
  const text = data.subarray(keywordEnd + 1)
  if (!isPacked) return text
  try {
    return inflateSync(text, { maxOutputLength: mostUnpacked })
  } catch {
    // Broken or too large: zlib throws for both.
    return new Uint8Array()
  }
}
