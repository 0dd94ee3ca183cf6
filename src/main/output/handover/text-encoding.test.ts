import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TextEncodingName } from './handover'
import { encodeText } from './text-encoding'

const cases: [text: string, encoding: TextEncodingName, read: string, beyondGbk: string[]][] = [
  ['冬灌开闸，“一”——二…', 'gbk', '冬灌开闸，“一”——二…', []],
  ['abc 123\r\n', 'gbk', 'abc 123\r\n', []],
  ['朱镕基、㙍、𠮷', 'gbk', '朱镕基、〓、〓', ['㙍', '𠮷']],
  ['𠮷𠮷㙍', 'gb18030', '𠮷𠮷㙍', ['𠮷', '㙍']],
  ['𠮷', 'utf-8', '\ufeff𠮷', []],
  ['一\u00a0二\u2003三', 'gbk', '一 二 三', []],
  ['葛\u{e0100}城\u200b', 'gb18030', '葛城', []],
  ['10㎡、①、々、〇', 'gbk', '10㎡、①、々、〇', []],
  ['a\ud842b', 'gbk', 'a〓b', ['\ufffd']],
  ['a\ud842b', 'utf-8', '\ufeffa\ufffdb', []],
  ['', 'gbk', '', []],
]
it.each(cases)('%j in %s', (text, encoding, read, beyondGbk) => {
  const made = encodeText(text, encoding)
  expect(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(made.bytes)).toBe(read)
  expect(made.beyondGbk).toEqual(beyondGbk)
})

it('holds in GBK no character of more than two bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const { bytes, beyondGbk } = encodeText(text, 'gbk')
      const read = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
      expect(bytes.length).toBeLessThanOrEqual([...read].length * 2)
      for (const character of beyondGbk) expect(read).not.toContain(character)
    }),
  )
})
