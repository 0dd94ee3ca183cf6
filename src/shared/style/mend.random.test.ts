import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases } from '../random.testing'
import type { TextPartName } from '../text-place/text-place'
import { mended } from './mend'

const part = fc.constantFrom<TextPartName>(
  'headline',
  'paragraph',
  'caption',
  'crosshead',
  'dateline',
  'credit',
  'byline',
)
const piece = fc.constantFrom(
  ...'水 王倩茹 、 ， 。 ！ , . ; : ? ! ( ) （ ） " \' “ ” ‘ ’ 「 」 《 》 〈 〉 … ... -- —— · 5 3.5 ５ ％ ． A WPS ㎡ 记者 摄 作者： □'.split(
    ' ',
  ),
  ' ',
  '　',
  '\u00a0',
  '\t',
  '\u200b',
  '\n',
  '𠮷',
)

test('a text that was mended has nothing left to mend, and keeps its words', () => {
  fc.assert(
    fc.property(part, fc.array(piece, { maxLength: 14 }), (name, pieces) => {
      const text = pieces.join('')
      const once = mended(text, name)
      expect(mended(once, name)).toBe(once)
      // A byline's form takes out its label, a unit sign becomes words.
      const words = (of: string) =>
        (of.replaceAll('平方米', '').match(/[\p{Script=Han}A-Z]/gu) ?? []).join('')
      const plain = text.replaceAll('㎡', '').replaceAll('作者：', '')
      expect(words(once).replaceAll('作者', '')).toBe(words(plain).replaceAll('作者', ''))
    }),
    { numRuns: cases(10_000, 300) },
  )
})
