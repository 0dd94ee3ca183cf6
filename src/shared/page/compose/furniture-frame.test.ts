import { describe, expect, it } from 'vitest'
import { hanNumber, longDate, paintFurniture, weekday } from './furniture-frame'
import type { PageFacts } from '../layout'
import { linesOf } from '../painting'
import { paperOf, rectOf } from '../paper'

it.each([
  [1, '一'],
  [4, '四'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [36, '三十六'],
])('%i pages are %s', (value, text) => {
  expect(hanNumber(value)).toBe(text)
})

it.each([
  ['2026-11-24', '2026年11月24日', '星期二'],
  ['2024-02-29', '2024年2月29日', '星期四'],
  ['2027-01-03', '2027年1月3日', '星期日'],
])('%s is %s, %s', (date, long, day) => {
  expect([longDate(date), weekday(date)]).toEqual([long, day])
})

describe('the head of a page', () => {
  const paper = paperOf('tabloid-6x11')
  const place = { id: 'top', column: 0, row: 0, columnSpan: 6 }
  const facts: PageFacts = {
    paperName: '云岭报',
    date: '2026-11-24',
    editionNumber: 1286,
    pageNumber: 3,
    pageCount: 4,
    pageName: '副刊',
    credits: [{ role: '责编', name: '周岚' }],
  }
  const none = { paperName: '', date: null, editionNumber: null, pageCount: null, pageName: '', credits: [] }
  const cases = [
    ['masthead', facts, ['云岭报', '2026年11月24日　星期二', '第1286期　今日四版', '责编 周岚']],
    ['folio', facts, ['3', '副刊', '云岭报', '2026年11月24日　星期二　第1286期　责编 周岚']],
    ['masthead', { ...facts, ...none }, []],
    ['folio', { ...facts, ...none }, ['3']],
  ] as const
  it.each(cases)('%s prints what it is told and leaves out the rest', (kind, told, lines) => {
    const frame = { ...place, rowSpan: kind === 'masthead' ? 9 : 3, kind }
    expect(linesOf(paintFurniture(frame, paper, told).items)).toEqual(lines)
  })

  it('stands the page number at the outer edge', () => {
    const frame = { ...place, rowSpan: 3, kind: 'folio' as const }
    const rect = rectOf(paper, frame)
    const x = (pageNumber: number) => {
      const number = paintFurniture(frame, paper, { ...facts, pageNumber }).items[0]
      return number?.kind === 'text' ? number.xs[0]! : NaN
    }
    expect(x(2)).toBeCloseTo(rect.x, 0)
    expect(x(3)).toBeGreaterThan(rect.x + rect.width - 24)
  })
})
