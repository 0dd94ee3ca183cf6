import { jpegWithFacts } from './jpeg-metadata'
import type { MadeMetadata, PhotoFacts } from './photo-facts'
import { pngWithFacts } from './png-metadata'
import { tiffWithFacts } from './tiff-metadata'

/** A photo as it is handed over. */
export interface WrittenPhoto {
  readonly bytes: Uint8Array
  /** By what the bytes are, with its dot: .jpg .png .tif, or .bin for what nobody knows. */
  readonly extension: string
  /** How its facts were written; 未写入 for a file that is as it came. */
  readonly metadata: 'IPTC、XMP' | 'XMP' | '未写入'
  /** Parts of a sentence about this photo. */
  readonly warnings: readonly string[]
}

interface Kind {
  readonly extension: string
  readonly begins: RegExp
  readonly metadata: WrittenPhoto['metadata']
  readonly write: (bytes: Uint8Array, facts: PhotoFacts, now: Date) => MadeMetadata | null
}

/** The kinds that the photo store keeps, by their first four bytes in hex. */
const kinds: readonly Kind[] = [
  { extension: '.jpg', begins: /^ffd8ff/, metadata: 'IPTC、XMP', write: jpegWithFacts },
  { extension: '.png', begins: /^89504e47/, metadata: 'XMP', write: pngWithFacts },
  {
    extension: '.tif',
    begins: /^(4949(2a|2b)00|4d4d00(2a|2b))/,
    metadata: 'IPTC、XMP',
    write: tiffWithFacts,
  },
]

/**
 * Writes a photo's facts into its file without unpacking the picture: every picture byte stays as it came. A file
 * whose frame is broken is left as it came and says so.
 */
export function writePhoto(original: Uint8Array, facts: PhotoFacts, now: Date): WrittenPhoto {
  const first = Buffer.from(original.subarray(0, 4)).toString('hex')
  const kind = kinds.find(({ begins }) => begins.test(first))
  if (!kind) {
    return {
      bytes: original,
      extension: '.bin',
      metadata: '未写入',
      warnings: ['认不出是什么图片，原样交付，请换一份原件'],
    }
  }
  const made = kind.write(original, facts, now)
  if (!made) {
    return {
      bytes: original,
      extension: kind.extension,
      metadata: '未写入',
      warnings: ['文件读不通（损坏、不完整或格式少见），原样交付，请核对原件'],
    }
  }
  return { bytes: made.bytes, extension: kind.extension, metadata: kind.metadata, warnings: made.warnings }
}
