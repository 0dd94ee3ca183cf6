import { expect, it } from 'vitest'
import { joined } from './bytes'
import { facts } from './photos.testing'
import { boundedUtf8, mergedIim } from './iim'

it.each([
  ['水水', 6, '水水'],
  ['水水', 5, '水'],
  ['水水', 2, ''],
  ['a𠮷', 4, 'a'],
  ['a𠮷', 5, 'a𠮷'],
])('%s in %i bytes is %j', (text, bytes, bounded) => {
  expect(Buffer.from(boundedUtf8(text, bytes)).toString('utf8')).toBe(bounded)
})

it('stand beside a field of more than 32767 bytes', () => {
  const preview = new Uint8Array(40_000).fill(7)
  const long = joined([Uint8Array.of(0x1c, 2, 202, 0x80, 4, 0, 0, 0x9c, 0x40), preview])
  const { bytes, warnings } = mergedIim(long, facts)
  expect(warnings).toEqual([])
  expect(Buffer.from(bytes).includes(Buffer.from(long))).toBe(true)
})
