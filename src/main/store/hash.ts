import { createHash } from 'node:crypto'

/** What a hash can be over. */
export type HashedField = string | number | null

/**
 * SHA-256 over fields, each with its length before it, so that no two lists of fields read alike. Guards what
 * SQLite does not: it notices few flipped bits by itself (reliability.md).
 */
export function hashOf(...fields: readonly HashedField[]): Uint8Array {
  const hash = createHash('sha256')
  for (const field of fields) {
    const text = field === null ? '' : String(field)
    hash.update(`${field === null ? 'n' : Buffer.byteLength(text)}:`)
    hash.update(text)
  }
  return hash.digest()
}

/** SHA-256 of a file's bytes in hex. */
export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Whether two digests are the same bytes. */
export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
