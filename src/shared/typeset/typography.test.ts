import { describe, expect, test } from 'vitest'
import {
  em,
  magazine,
  milliem,
  newspaper,
  sansBold,
  sansRegular,
  serifBlack,
  serifBold,
  serifRegular,
  setParagraph,
} from './index'
import type { HouseSetting } from './index'
import { adjoiningLoss } from './forms'
import { classOf } from './characters'

// Each block is a section of the trade's rules: CLREQ's names in brackets.
const exactEm: HouseSetting = { ...newspaper, slack: em(0), digitWidth: em(0.5), leastLastLine: 0 }
const linesOf = (text: string, ems: number, house = exactEm) =>
  setParagraph({ text, indent: em(0) }, em(ems), house).lines.map(line => text.slice(line.start, line.end))

const neverFirst = [...'、，。：；！？”’」』）】〕》〉·～／%‰℃°', '……', '——', '/']
const neverLast = [...'“‘「『（【〔《〈']

describe('where a mark may stand [行首行尾禁则]', () => {
  test.each(neverFirst)('%s never begins a line', mark => {
    for (let before = 1; before <= 12; before++) {
      const text = '文'.repeat(before) + mark + '文'.repeat(9)
      for (const line of linesOf(text, 5)) expect(line.startsWith(mark)).toBe(false)
    }
  })
  test.each(neverLast)('%s never ends a line', mark => {
    for (let before = 1; before <= 12; before++) {
      const text = '文'.repeat(before) + mark + '文'.repeat(9)
      for (const line of linesOf(text, 5)) expect(line.endsWith(mark)).toBe(false)
    }
  })
  test.each([
    '50%',
    '12‰',
    '37℃',
    '37.5℃',
    '1,380',
    '1.8',
    '¥30',
    '$5',
    '№5',
    'WiFi',
    'GB/T',
    '——',
    '……',
    '5G',
    'C++',
    '#8',
    '…………',
    '1200㎡',
    '5㎏',
    '170㎝',
    '12‱',
    '82∶71',
    '8：30',
    '±5',
    '3±0.5',
    '≥60',
    '3×5',
    '－5℃',
    '-5℃',
    '歼-20',
    '＋3.5',
    '第\u00a012\u00a0条',
    '第\u202f3\u202f页',
    '１２．５％',
    '１，２３４',
    '男／女',
    '文/文',
    '？！',
    '！！！',
    '注①',
    '”②',
    '注[1]',
    '文[12]',
  ])('%s is never parted [符号分离禁则]', whole => {
    for (let before = 0; before <= 12; before++) {
      const text = '文'.repeat(before) + whole + '文'.repeat(9)
      expect(linesOf(text, 6).some(line => line.includes(whole))).toBe(true)
    }
  })
  test.each([
    ['a year may part from 年', '文文文2025年文文', 5],
    ['a number may part from 个', '文文文文12个文文', 5],
  ])('%s', (_, text, ems) =>
    expect(linesOf(text, ems)[0]?.endsWith(text.match(/\d+/)?.[0] ?? '?')).toBe(true),
  )
  test.each([
    ['a minus', '降至-5℃', ['文文文文降', '至-5℃文文']],
    ['＋ between Han', '教育＋集中', ['文文文教育', '＋集中文文']],
    ['a list of figures with ，', '１，２', ['文文文１，', '２文文文文']],
    ['a range', '10～20', ['文文文10～', '20文文文文']],
  ])('%s lets a line end where it may: %s', (_, text, lines) => {
    const before = '文'.repeat([...(lines[0] ?? '')].filter(one => one === '文').length)
    expect(linesOf(`${before}${text}文文文文`, 5).slice(0, 1)).toEqual(lines.slice(0, 1))
  })
  test('a figure that numbers what follows may begin a line', () =>
    expect(linesOf('文文文；②文文文', 4)).toEqual(['文文文；', '②文文文']))
  test('a second closing mark may begin a line only where the house is loose', () => {
    const house = { ...exactEm, squeeze: { ...exactEm.squeeze, bracket: em(0) } }
    const text = '文文文”）文文文'
    expect(linesOf(text, 4, house)).toEqual(['文文', '文”）文', '文文'])
    expect(linesOf(text, 4, { ...house, looseProhibition: true })).toEqual(['文文文”', '）文文文'])
  })
  test('a word wider than the measure is broken, at / before anywhere else', () => {
    expect(linesOf('文https://example.cn/news/2025文', 6).join('')).toBe('文https://example.cn/news/2025文')
    expect(linesOf('https://example.cn/news/2025文', 8)[0]?.endsWith('/')).toBe(true)
  })
})

describe('adjoining marks [连续标点的挤压]', () => {
  // Rows are the first mark, columns the second; what the two lose together, in em/4.
  const marks = [...'，。、；！“‘（《”）·']
  const table: Record<string, string> = {
    '，': '000002222221',
    '。': '000002222221',
    '、': '000002222221',
    '；': '000002222221',
    '！': '000002222221',
    '“': '000002222000',
    '‘': '000002222000',
    '（': '000002222000',
    '《': '000002222000',
    '”': '222222222221',
    '）': '222222222221',
    '·': '000001111000',
  }
  const rows = marks.map(a => [a, table[a] ?? ''] as const)
  test.each(rows)('%s before each of the twelve', (a, row) => {
    const got = marks.map(b => {
      const { left, right } = adjoiningLoss(classOf(a.charCodeAt(0)), classOf(b.charCodeAt(0)))
      return (left + right) / 250
    })
    expect(got).toEqual([...row].map(Number))
  })
  test.each([
    ['’。”', 2000],
    ['”，', 1500],
    ['。“', 1500],
    ['”“', 1500],
    ['（《', 1500],
    ['”、“', 2000],
    ['？！', 1000],
    ['！？', 1000],
    ['！！', 1000],
    ['！！！', 2000],
    ['？？！！', 2000],
    ['？！”', 2000],
    ['！！！”', 2500],
    ['“？！', 2000],
  ])('%s takes %i', (marks, width) => {
    const text = `文${marks}文`
    expect(setParagraph({ text, indent: em(0) }, em(40), exactEm).lines[0]?.natural).toBe(2000 + width)
  })
})

describe('line edges [行首行尾标点挤压]', () => {
  const width = (text: string, markStyle: HouseSetting['markStyle']) =>
    setParagraph({ text, indent: em(0) }, em(40), { ...exactEm, markStyle }).lines[0]?.natural
  test.each<[HouseSetting['markStyle'], string, number]>([
    ['full', '“文文，', 4000],
    ['full', '文文。', 3000],
    ['lineEndHalf', '“文文，', 3500],
    ['lineEndHalf', '文文。', 2500],
    ['kaiming', '文，文。', 3000],
    ['kaiming', '“文，文', 3000],
    ['half', '文，文。文', 4000],
  ])('%s: %s is %i wide', (style, text, natural) => expect(width(text, style)).toBe(natural))

  // The empty side of a body is what half a body leaves out: ink never lies under the next glyph.
  test.each<[HouseSetting['markStyle'], string, number[]]>([
    ['kaiming', '文“文”文', [0, 500, 1500, 2500, 3000]],
    ['kaiming', '“文”，文', [-500, 500, 1500, 2000, 2500]],
    ['kaiming', '文（《文》）', [0, 500, 1000, 2000, 3000, 3500]],
    ['half', '文。“文。”', [0, 1000, 1000, 2000, 3000, 3500]],
    ['full', '文“文”文', [0, 1000, 2000, 3000, 4000]],
  ])('%s: the glyphs of %s stand at %j', (markStyle, text, xs) => {
    const { lines } = setParagraph({ text, indent: em(0) }, em(40), { ...exactEm, markStyle })
    expect(Array.from(lines[0]?.xs ?? [])).toEqual(xs)
  })
})

describe('hanging marks [行尾点号悬挂]', () => {
  const house = { ...exactEm, hanging: true }
  test.each<[string, string[]]>([
    ['文文文文。文文文文', ['文文文文。', '文文文文']],
    ['文文文文，文文文文', ['文文文文，', '文文文文']],
    ['文文文文”。文文文文', ['文文文', '文”。文', '文文文']],
  ])('%s', (text, lines) => expect(linesOf(text, 4, house)).toEqual(lines))
  test('the text before a hanging mark fills the measure', () => {
    const { lines } = setParagraph({ text: '文文文文。文文文文', indent: em(0) }, em(4), house)
    expect([lines[0]?.width, Array.from(lines[0]?.xs ?? []).at(-1)]).toEqual([4000, 4000])
  })
})

describe('Han beside Latin and digits', () => {
  test('the newspaper types no gap, the magazine a quarter em that gives way to an eighth', () => {
    const natural = (house: HouseSetting) =>
      setParagraph({ text: '文56文', indent: em(0) }, em(40), { ...house, digitWidth: em(0.5) }).lines[0]
        ?.natural
    expect([natural(newspaper), natural(magazine)]).toEqual([3000, 3500])
  })
  test('a loose line spreads the gaps before the letters', () => {
    const { lines } = setParagraph({ text: '文文56文文文文', indent: em(0) }, em(5.4), exactEm)
    expect(lines[0]?.adjust).toBe(400)
    const [, , five, six, after] = Array.from(lines[0]?.xs ?? [])
    // Two gaps take 200 each; digits stay together.
    expect(five).toBe(2000 + 200)
    expect(six).toBe(2000 + 200 + 500)
    expect(after).toBe(3400)
  })
  test.each([serifRegular, serifBold, serifBlack, sansRegular, sansBold])(
    'the newspaper’s digits stand in the middle of a little more than half an em: $label',
    face => {
      expect(face.halfDigit).toBe(500)
      const set = setParagraph({ text: '2025年', indent: em(0) }, em(40), { ...newspaper, face })
      expect(set.halfDigits).toBe(true)
      expect(Array.from(set.xs)).toEqual([2, 507, 1012, 1517, 2020])
    },
  )
  test.each([
    ['magazine', magazine],
    ['newspaper whose digits are the face’s own', { ...newspaper, digitWidth: 'face' as const }],
  ])('%s: digits are as wide as the face has them', (_, house) => {
    const set = setParagraph({ text: '25', indent: em(0) }, em(40), house)
    expect(set.halfDigits).toBe(false)
    expect([set.xs[1], set.lines[0]?.natural]).toEqual([558, 558 + 558])
  })
})

describe('paragraphs', () => {
  test.each([4, 5, 6, 8, 11, 13, 16])('no last line of one character, at %i em', ems => {
    const house = { ...exactEm, leastLastLine: 2 }
    for (let length = ems + 2; length < ems * 6; length++) {
      const { lines } = setParagraph({ text: '文'.repeat(length), indent: em(0) }, em(ems), house)
      expect(lines.at(-1)?.runt).toBe(false)
    }
  })
  test('an empty paragraph is one empty line', () => {
    const { lines } = setParagraph({ text: '', indent: em(2) }, em(11))
    expect(lines.map(line => [line.start, line.end])).toEqual([[0, 0]])
  })
  test('five thousand characters in one paragraph', () => {
    const text = '县里的春耕生产，今年比往年早了半个月。'.repeat(264).slice(0, 5000)
    const { lines } = setParagraph({ text, indent: em(2) }, em(11))
    expect(lines.at(-1)?.end).toBe(5000)
    expect(lines.every(line => !line.forced && !line.ugly)).toBe(true)
  })
  test.each<[string, string, readonly string[]]>([
    ['a character beyond the BMP', '𠮷野', ['𠮷', '野']],
    ['a combining mark', 'e\u0301a', ['e\u0301', 'a']],
    ['a family of emoji', '👨‍👩‍👧好', ['👨‍👩‍👧', '好']],
    ['a flag', '🇨🇳好', ['🇨🇳', '好']],
    ['a dash and an ellipsis', '——……', ['——', '……']],
    ['a variation selector', '葛\u{e0100}城', ['葛\u{e0100}', '城']],
  ])('%s is one cluster', (_, text, clusters) => {
    const set = setParagraph({ text, indent: em(0) }, em(11))
    expect(set.clusters).toEqual(clusters)
    expect(Array.from(set.offsets).at(-1)).toBe(text.length)
  })
})

describe('the same text at every measure', () => {
  const text =
    '“经常教育＋集中教育”今年以来，全县开展宣讲56次、举办专题党课133次，覆盖1.8万人次；（含12个行政村）《办法》已于2025年3月施行……'
  const counts = Array.from({ length: 73 }, (_, i) => milliem(4000 + i * 500)).map(measure => {
    const set = setParagraph({ text, indent: em(2) }, measure, { ...exactEm, leastLastLine: 0 })
    return { measure, lines: set.lines.length, wide: set.lines.filter(line => line.width > measure).length }
  })
  test('never a line over its measure', () => expect(counts.filter(c => c.wide > 0)).toEqual([]))
  test('never more lines in a wider measure', () => {
    for (let i = 1; i < counts.length; i++) {
      expect(counts[i]?.lines).toBeLessThanOrEqual(counts[i - 1]?.lines ?? 0)
    }
  })
})
