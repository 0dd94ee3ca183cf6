import { hashOf, sameHash, type HashedField } from './hash'

/**
 * A chain: every entry's hash is over its own fields and the hash of the entry before, so that none can be
 * changed, dropped, put in or moved without those after it telling. Who has noted the last hash can tell of the whole.
 */

/** An entry as it was stored. */
export interface ChainEntry {
  /** Always as many, in one order. */
  readonly fields: readonly HashedField[]
  readonly hash: Uint8Array
}

/** The hash of an entry that follows the one whose hash is `before`; null for the first of a chain. */
export const linkHash = (before: Uint8Array | null, fields: readonly HashedField[]): Uint8Array =>
  hashOf(before && Buffer.from(before).toString('hex'), ...fields)

/**
 * The index of the first of these entries, oldest first, whose hash is not what it and the one before it make; null
 * where all agree. `before` is the hash of the entry before them, null where they begin the chain.
 */
export function firstBroken(before: Uint8Array | null, entries: Iterable<ChainEntry>): number | null {
  let last = before
  let at = 0
  for (const { fields, hash } of entries) {
    if (!sameHash(linkHash(last, fields), hash)) return at
    last = hash
    at++
  }
  return null
}
