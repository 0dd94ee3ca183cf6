import { describe, expect, test } from 'vitest'
import { paperOf } from '../paper'
import { columnName, columnOptions } from './column-names'

test.each([
  [4, 4, '基本栏'],
  [1, 1, '基本栏'],
  [4, 3, '四分三'],
  [2, 1, '两长'],
  [6, 2, '三长'],
  [3, 2, '三分二'],
  [2, 3, '二分三'],
  [12, 11, '十二分十一'],
])('%d base columns set in %d are %s', (span, columns, name) => {
  expect(columnName(span, columns)).toBe(name)
})

describe('the choices of columns', () => {
  const paper = paperOf('tabloid-6x11')
  const said = (columnSpan: number, boxed: boolean) =>
    columnOptions(paper, { columnSpan, boxed }).map(
      ({ columns, measure, isWhole }) => `${columns}×${Math.round(measure * 100) / 100}${isWhole ? '' : '!'}`,
    )

  test.each([
    [4, false, ['1×47', '2×23', '3×15', '4×11', '6×7', '5×8.6!']],
    [3, false, ['1×35', '2×17', '3×11', '4×8', '5×6.2!']],
    [1, false, ['1×11']],
    [2, true, ['1×21', '2×10', '3×6.33!']],
  ] as const)('of %d base columns (boxed: %s), whole characters first', (span, boxed, expected) => {
    expect(said(span, boxed)).toEqual(expected)
  })
})
