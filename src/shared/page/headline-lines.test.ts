import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headlineLines } from './headline-lines'

describe('headlines are cut where their words part', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['at a space', '冬灌开闸 十二万亩麦田喝上水', '', '冬灌开闸|十二万亩麦田喝上水'],
    ['at a pause', '一条巷子的灯，能不能早亮半小时', '', '一条巷子的灯，|能不能早亮半小时'],
    [
      'not inside a word of the story',
      '老旧小区加装电梯再添三十一部',
      '加装电梯难。加装电梯好。',
      '老旧小区加装电梯|再添三十一部',
    ],
    ['not inside a common word', '城区供热管网昨日完成冷态试运行', '', '城区供热管网|昨日完成冷态试运行'],
    ['not inside quotes', '举行“麓台上苑杯”欢乐跑活动', '', '举行“麓台上苑杯”|欢乐跑活动'],
    ['not inside a number', '全县新修农村公路1286公里', '', '全县新修农村|公路1286公里'],
  ]
  it.each(cases)('%s: %s', (_, text, story, lines) => {
    const found = headlineLines(text, 2, story)
    expect(found.map(line => line.text).join('|')).toBe(lines)
  })

  it('loses nothing but the spaces at its cuts', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'冬灌开闸，“”（）12 　水'),
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 4 }), (headline, count) => {
        const lines = headlineLines(headline, count, '')
        if (lines.length === 0) return
        expect(lines).toHaveLength(count)
        for (const line of lines)
          expect(headline.slice(line.start, line.start + line.text.length)).toBe(line.text)
        expect(
          lines
            .map(line => line.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(headline.replace(/\s/g, ''))
      }),
    )
  })
})
