import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../random.testing'
import { mended } from './mend'
import { helpingRules } from './typing'
import { typed } from './typist.testing'

/** What helps while one types and may be done without asking. */
const shared = helpingRules.filter(rule => rule.isSafe)
const cleaned = (text: string) => mended(text, 'paragraph', shared)

const words = fc.constantFrom('冬灌', '各镇', '他说', '麦田里', '的', '云岭县', '今年')
const signs = fc.constantFrom('3.5', '1,000', '10:30', '２０２６', '１２．５', '98％', 'WPS', '４Ｇ', '5')
const plain = fc.oneof({ weight: 4, arbitrary: words }, signs)

/** Stretches of a sentence as somebody types them who does not look for the right marks. */
const inner = fc
  .tuple(words, plain, fc.constantFrom('', ',', ';', '?', '--', '...', '···', '――'), words)
  .map(parts => parts.join(''))
const stretch = fc.oneof(
  { weight: 3, arbitrary: inner },
  inner.map(text => `"${text}"`),
  inner.map(text => `“${text}”`),
  fc.tuple(inner, inner, words).map(([a, b, c]) => `"${a}'${b}'${c}"`),
  fc.tuple(words, inner, words).map(([a, b, c]) => `“${a}“${b}”${c}”`),
  fc.tuple(words, inner, words).map(([a, b, c]) => `：“${a}‘${b}’${c}”`),
  inner.map(text => `(${text})`),
  inner.map(text => `（${text})`),
  words.map(text => `《${text}》`),
  fc.tuple(words, words, words).map(([a, b, c]) => `《${a}《${b}》${c}》`),
)
const comma = fc.constantFrom('', ',', '、', ';', '!', '，')
/** Three points or strokes are known by the Han before them at once; behind a figure only by what follows. */
const joint = fc.oneof(comma, fc.constantFrom('--', '...', '……', '。。。', '---', '···'))
const clause = fc
  .oneof(fc.tuple(words, joint), fc.tuple(signs, comma, words), fc.tuple(words, fc.constant(':'), words))
  .map(parts => parts.join(''))
/** What was said, to the end: where more quotes follow a whole text does not say which belong together. */
const speech = fc
  .tuple(words, inner, fc.constantFrom('.', '。', '!'))
  .map(([who, said, end]) => `${who}:"${said}${end}"`)
const paragraph = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        words,
        fc.array(fc.tuple(clause, stretch), { maxLength: 5 }),
        words,
        fc.constantFrom('.', '!', ''),
      )
      .map(([first, middle, last, stop]) => [first, ...middle.flat(), last, stop].join('')),
  },
  speech,
)

describe('what is typed and what is handed in', () => {
  test('read the same', () => {
    fc.assert(
      fc.property(paragraph, text => {
        expect(typed(text)).toBe(cleaned(text))
      }),
      { numRuns: cases(10_000, 600) },
    )
  })

  test('while one types nothing is done that cleaning would not leave standing', () => {
    fc.assert(
      fc.property(paragraph, text => {
        const once = typed(text)
        expect(cleaned(once)).toBe(once)
        expect(typed(once)).toBe(once)
      }),
      { numRuns: cases(10_000, 300) },
    )
  })

  test('whatever is typed, only marks become others', () => {
    const marks = fc.constantFrom(...'"\'“”‘’《》〈〉()（）,.;:?!。…·-—５Ａ％．5A水甲 ')
    const others = fc.constantFrom('𠮷', '👍', '\u200b', 'é', '\n', '\ufffc', '葛\u{e0100}')
    const text = fc.array(fc.oneof({ weight: 8, arbitrary: marks }, others))
    const words = (typed: string) => typed.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? []
    fc.assert(
      fc.property(text, strokes => {
        expect(words(typed(strokes.join('')))).toEqual(words(strokes.join('')))
      }),
      { numRuns: cases(10_000, 300) },
    )
  })
})
