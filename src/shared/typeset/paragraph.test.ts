import { describe, expect, test } from 'vitest'
import { em, newspaper, setParagraph } from './index'
import type { HouseSetting } from './index'

const exactEm: HouseSetting = { ...newspaper, slack: em(0), digitWidth: em(0.5) }
const set = (text: string, ems: number, setting = exactEm) =>
  setParagraph({ text, indent: em(0) }, em(ems), setting)
const linesOf = (text: string, ems: number) => {
  const { lines } = set(text, ems)
  return lines.map(line => text.slice(line.start, line.end))
}

describe('where a mark may stand', () => {
  test.each<[string, string, number, string[]]>([
    ['a comma is squeezed in', '甲乙，丙丁戊己庚', 4, ['甲乙，丙', '丁戊己庚']],
    [
      'a full stop is not squeezed: the last character goes with it',
      '甲乙丙丁。戊己庚辛',
      4,
      ['甲乙丙', '丁。戊己', '庚辛'],
    ],
    ['an opening mark does not end a line', '甲乙丙（丁戊己庚）辛壬', 4, ['甲乙丙', '（丁戊己', '庚）辛壬']],
    ['—— stays whole and does not begin a line', '甲乙丙——丁戊己', 4, ['甲乙', '丙——丁', '戊己']],
    ['…… stays whole', '甲乙丙丁……戊己庚辛', 5, ['甲乙丙', '丁……戊己', '庚辛']],
    ['a number keeps its sign', '甲乙丙50%丁戊己庚', 4, ['甲乙丙', '50%丁戊', '己庚']],
    ['a decimal stays whole', '甲乙丙13.75丁戊己', 4, ['甲乙丙', '13.75丁', '戊己']],
    ['a Latin word stays whole', '甲乙丙Node丁戊己庚', 5, ['甲乙丙', 'Node丁戊', '己庚']],
    ['a figure may part from 年', '甲乙丙2025年丁戊', 5, ['甲乙丙2025', '年丁戊']],
  ])('%s', (_, text, ems, lines) => {
    const got = linesOf(text, ems)
    expect(got.join('')).toBe(text)
    expect(got).toEqual(lines)
  })
})

describe('how much a line can be squeezed', () => {
  test.each<[string, string, number, number]>([
    ['two commas give an em', '一二，三四，五六七八九十', 8, 8 + 1],
    ['full half em of every mark', '以“阵地有用、服务实用、群众爱用”为目标', 16, 18],
    [
      'the first of a pair loses, the second still gives',
      '地”，让服务群众更接地气、更有温度、更富实效',
      16,
      18,
    ],
    ['full stops give nothing', '一二。三四。五六七八九十', 8, 8],
  ])('%s', (_, text, ems, characters) => expect(set(text, ems).lines[0]?.end).toBe(characters))
})

test('the last line is natural and the others fill their measure', () => {
  const { lines } = set('一二三四，五六七八九十甲乙丙丁戊', 6)
  expect(lines.slice(0, -1).map(line => line.width)).toEqual(lines.slice(0, -1).map(() => 6000))
  expect(lines.at(-1)?.adjust).toBe(0)
})

test('no paragraph ends in one character', () => {
  const { lines } = set('一二三四五六七八九', 4)
  expect(lines.at(-1)?.runt).toBe(false)
  expect(lines.length).toBe(3)
})

test('exact lines are met, longer and shorter', () => {
  const text = '一二三四，五六七八九十，甲乙丙丁戊己庚辛，壬癸子丑寅卯'
  const own = set(text, 8).lines.length
  for (const exactLines of [own, own + 1]) {
    expect(setParagraph({ text, indent: em(0), exactLines }, em(8), exactEm).lines.length).toBe(exactLines)
  }
})

describe('a break inside a long word has a price', () => {
  const words = [
    'yunlingbao@yunling-media.com.cn',
    'https://www.yunling.gov.cn/2025/11/content-20251128.html',
    '0871-65123456',
    '6222021234567890123',
  ]
  const before = '读者投稿请发至本报邮箱和网址或者致电'
  const cases = words.flatMap(word => [8, 9, 10, 11, 12, 13, 14, 15, 16].map(ems => [word, ems] as const))

  test.each(cases)('no line before %s is torn open at %i em', (word, ems) => {
    for (let from = 0; from < before.length - 2; from++) {
      const head = before.slice(from)
      const text = `${head}${word}，稿费从优，来信请注明姓名和地址。`
      for (const line of set(text, ems).lines) {
        // A line that ends before the word, or in it where something stands before it.
        if (line.end < head.length || line.start > head.length - 3) continue
        const shown = text.slice(line.start, line.end)
        expect([shown, line.ugly && line.adjust > 1500]).toEqual([shown, false])
      }
    }
  })

  test.each([
    ['a short word', '甲乙丙丁戊GB/T己庚辛壬癸', 6, ['甲乙丙丁戊', 'GB/T己庚辛', '壬癸']],
    ['a figure', '甲乙丙丁戊1,380,000己庚辛', 6, ['甲乙丙丁戊', '1,380,000己', '庚辛']],
    ['a Latin word', '甲乙丙Champions丁戊己庚', 6, ['甲乙丙', 'Champions', '丁戊己庚']],
    [
      'an address that the line before need not be spread for',
      '甲乙丙丁戊己庚@yunling辛',
      8,
      ['甲乙丙丁戊己庚', '@yunling辛'],
    ],
  ])('%s stays whole: %s', (_, text, ems, lines) => expect(linesOf(text, ems)).toEqual(lines))

  test.each([
    ['after a mark of the address', '甲乙丙丁yun@yunling.com戊己', 8, '甲乙丙丁yun@'],
    ['between letters where there is none', '甲乙丙yunlingbao@qq.com丁戊', 6, '甲乙丙yunli'],
    ['in a telephone number after its code', '电话：0871-65123456。', 6, '电话：0871-'],
  ])('an address is parted %s', (_, text, ems, first) => {
    const { lines } = set(text, ems)
    expect(text.slice(0, lines[0]?.end)).toBe(first)
    expect(lines[0]?.forced).toBe(false)
  })
})
