import { describe, expect, it } from 'vitest'
import { columnMeasure, geometryOf, paperOf, papers, rectOf, spanMeasure, wholeColumns } from './paper'
import { ems, mm, mmToPt, sizes, stepSize } from './sizes'

const base = paperOf('tabloid-6x11')
/** Grids of the trade's literature: 11 and 13 characters, gutter 1. */
const grid = (columns: number, measure: number) => ({
  ...base,
  columns,
  measure: ems(measure),
  gutter: ems(1),
})

describe('长栏 measures', () => {
  const cases = [
    [11, 2, 23],
    [11, 3, 35],
    [11, 4, 47],
    [11, 5, 59],
    [13, 2, 27],
    [13, 3, 41],
  ] as const
  it.each(cases)('%i characters × %i columns = %i', (measure, span, wanted) => {
    expect(spanMeasure(grid(8, measure), span)).toBe(wanted)
  })
})

describe('破栏 measures', () => {
  const cases = [
    [11, 3, 2, 17],
    [11, 4, 3, 15],
    [11, 5, 4, 14],
    [13, 3, 2, 20],
    [13, 4, 3, 53 / 3],
    [13, 5, 4, 16.5],
  ] as const
  it.each(cases)('%i: %i set as %i = %d', (measure, span, columns, wanted) => {
    expect(columnMeasure(grid(8, measure), span, columns)).toBeCloseTo(wanted, 9)
  })

  const whole = [
    [11, 3, [1, 2, 3, 4]],
    [11, 4, [1, 2, 3, 4]],
    [13, 4, [1, 2, 4]],
    [13, 5, [1, 2, 5, 7]],
  ] as const
  it.each(whole)('%i: a span of %i is set whole in %j columns', (measure, span, wanted) => {
    expect(wholeColumns(grid(8, measure), span)).toEqual(wanted)
  })
})

describe('papers', () => {
  it.each(papers.map(paper => [paper.name, paper] as const))(
    '%s: the type area stands on its sheet',
    (_, paper) => {
      const { area, width, height } = geometryOf(paper)
      const margin = mmToPt(mm(12))
      expect(area.x).toBeGreaterThanOrEqual(margin)
      expect(area.x + area.width).toBeCloseTo(width - area.x, 6)
      expect(area.y).toBeGreaterThanOrEqual(margin)
      expect(area.y + area.height).toBeLessThanOrEqual(height - margin)
      expect(paper.headlineSizes).toHaveLength(paper.columns)
      expect(paper.pitch / paper.bodySize).toBeGreaterThanOrEqual(1.3)
      expect(paper.pitch / paper.bodySize).toBeLessThanOrEqual(1.5)
    },
  )

  it('gives neighbouring places one gutter between them and rows of one pitch', () => {
    const left = rectOf(base, { column: 0, row: 3, columnSpan: 2, rowSpan: 4 })
    const right = rectOf(base, { column: 2, row: 7, columnSpan: 4, rowSpan: 1 })
    expect(right.x - (left.x + left.width)).toBeCloseTo(base.gutter * base.bodySize, 9)
    expect(right.y).toBeCloseTo(left.y + left.height, 9)
    const { area } = geometryOf(base)
    expect(right.x + right.width).toBeCloseTo(area.x + area.width, 9)
  })

  it('throws on a paper that it does not know', () => {
    expect(() => paperOf('none')).toThrow(RangeError)
  })
})

it('counts sizes in steps and stops at either end', () => {
  expect(stepSize('二号', -1)).toBe('小二')
  expect(stepSize('七号', -3)).toBe('七号')
  const points = Object.values(sizes)
  expect(points).toEqual(points.toSorted((a, b) => a - b))
})
