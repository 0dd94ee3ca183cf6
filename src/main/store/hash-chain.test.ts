import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstBroken, linkHash, type ChainEntry } from './hash-chain'

type Fields = ChainEntry['fields']

/** A chain over these fields, its first entry after `before`. */
function chainOf(all: readonly Fields[], before: Uint8Array | null = null): ChainEntry[] {
  let last = before
  return all.map(fields => {
    const hash = linkHash(last, fields)
    last = hash
    return { fields, hash }
  })
}

const five = chainOf(['上版', '移动文框', '改标题', '签大样', '付印'].map((what, at) => [at + 1, what, null]))
const other = linkHash(null, ['x'])

describe('a chain', () => {
  it('holds from its start and from any entry whose hash before is known', () => {
    expect(firstBroken(null, five)).toBeNull()
    for (const at of [1, 2, 3, 4]) expect(firstBroken(five[at - 1]!.hash, five.slice(at))).toBeNull()
    expect(firstBroken(null, [])).toBeNull()
  })

  it.each<[string, number, readonly ChainEntry[]]>([
    ['reads otherwise', 2, five.with(2, { ...five[2]!, fields: [3, '改题', null] })],
    ['has another hash', 2, five.with(2, { ...five[2]!, hash: other })],
    ['was dropped', 2, five.toSpliced(2, 1)],
    ['was put in', 2, five.toSpliced(2, 0, { fields: [9, '', null], hash: linkHash(null, [9, '', null]) })],
    [
      'was hashed again after it was changed',
      3,
      five.with(2, chainOf([[3, '改题', null]], five[1]!.hash)[0]!),
    ],
    ['stands in another place', 1, [five[0]!, five[2]!, five[1]!, five[3]!, five[4]!]],
    ['opens it no longer', 0, five.slice(1)],
  ])('names the first entry that does not follow, where one %s', (_, at, entries) => {
    expect(firstBroken(null, entries)).toBe(at)
  })

  it('tells of any one change, at it or right after it', () => {
    const fields = fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), {
      minLength: 2,
      maxLength: 3,
    })
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 8 }), fc.nat(), fields, (all, which, put) => {
        const at = which % all.length
        const changed = chainOf(all).with(at, { fields: put, hash: chainOf(all)[at]!.hash })
        const isSame = JSON.stringify(put.map(String)) === JSON.stringify(all[at]!.map(String))
        fc.pre(!isSame)
        expect(firstBroken(null, changed)).toBe(at)
      }),
    )
  })

  it('is what the first page logs were hashed with', () => {
    const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
    const first = linkHash(null, ['p1', 1, 'change-1', 'p', '2026-11-24T10:00:00.000Z', '{}'])
    expect(hex(first)).toBe('e44c7e081530133868aab2a622d67e9e504788c1c2da08cd2af72b87bb6f1ede')
    expect(hex(linkHash(first, ['p1', 2, 'change-2', null, '2026-11-24T10:00:01.000Z', '{}']))).toBe(
      'cd07437c0dff5e07ed785db89bc0cb7e3e25ac56077130e16481a3c458843b35',
    )
  })
})
