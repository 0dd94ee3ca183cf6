import { describe, expect, test } from 'vitest'
import { em, magazine, newspaper, resetColumns, setColumns } from './index'
import type { FlowInput } from './index'

const paragraph = (length: number, more: Partial<FlowInput> = {}): FlowInput => ({
  kind: 'paragraph',
  text: '字'.repeat(length),
  indent: em(2),
  ...more,
})
const three = [10, 10, 10].map(lines => ({ measure: em(11), lines }))

test('lines fill the columns in order', () => {
  const set = setColumns([paragraph(100), paragraph(130)], three)
  expect(set.columns.map(column => column.length)).toEqual([10, 10, 2])
  expect([set.lines, set.available, set.underset.lines]).toEqual([22, 30, 8])
})

test('what does not fit is counted in lines and characters', () => {
  const set = setColumns([paragraph(11 * 32 - 2)], three)
  expect(set.overset).toEqual({ lines: 2, characters: 22 })
})

test('a crosshead never stands last in a column', () => {
  const set = setColumns([paragraph(97), paragraph(4, { kind: 'crosshead' }), paragraph(30)], three)
  expect(set.columns[0]?.length).toBe(9)
  expect(set.columns[1]?.[0]).toEqual({ paragraph: 1, line: 0, row: 0, rows: 1 })
})

test('a byline runs in where there is room, else stands on its own line', () => {
  const byline: FlowInput = { kind: 'byline', text: '（王一）', indent: em(0) }
  const room = setColumns([paragraph(13), byline], three)
  expect(room.columns[0]?.map(line => line.row)).toEqual([0, 1, 1])
  const none = setColumns([paragraph(18), byline], three)
  expect(none.columns[0]?.map(line => line.row)).toEqual([0, 1, 2])
})

test('text runs round a rectangle and into unequal columns', () => {
  const set = setColumns(
    [paragraph(60)],
    [
      { measure: em(11), lines: 4, around: [{ from: 1, to: 3, left: em(6), right: em(11) }] },
      { measure: em(16), lines: 5 },
    ],
  )
  const counts = set.paragraphs[0]?.lines.map(line => line.to - line.from)
  expect(counts).toEqual([9, 6, 6, 11, 16, 12])
})

test('text stands at the right of a rectangle that is as deep as the column', () => {
  const around = [{ from: 0, to: 3, left: em(0), right: em(5) }]
  const set = setColumns([paragraph(20)], [{ measure: em(11), lines: 3, around }])
  expect(set.paragraphs[0]?.lines.map(line => line.xs[0])).toEqual([7000, 5000, 5000, 5000])
})

test('an edit sets one paragraph and keeps the others', () => {
  const before = setColumns([paragraph(100), paragraph(50), paragraph(60)], three)
  const edited = [paragraph(100), paragraph(51), paragraph(60)]
  const after = resetColumns(before, edited, three)
  expect(after.paragraphs[0]).toBe(before.paragraphs[0])
  expect(after.paragraphs[2]).toBe(before.paragraphs[2])
  expect(after.columns).toEqual(setColumns(edited, three, newspaper).columns)
})

describe("孤行: single lines at a column's edge", () => {
  const depths = (flow: FlowInput[], setting = magazine) =>
    setColumns(flow, three, setting).columns.map(column =>
      column.map(line => `${line.paragraph}.${line.line}`),
    )

  test('a first line does not stand alone at a foot', () => {
    expect(depths([paragraph(97), paragraph(40)])[0]?.at(-1)).toBe('0.8')
  })
  test('a last line does not stand alone at a head', () => {
    expect(depths([paragraph(119)])).toEqual([
      Array.from({ length: 9 }, (_, n) => `0.${n}`),
      ['0.9', '0.10'],
      [],
    ])
  })
  test('the newspaper lets them stand', () => {
    expect(depths([paragraph(119)], newspaper)[0]?.length).toBe(10)
  })
})

test('a crosshead of two rows takes two rows of the grid', () => {
  const set = setColumns([paragraph(20), paragraph(4, { kind: 'crosshead', rows: 2 }), paragraph(30)], three)
  expect(set.columns[0]?.map(line => [line.paragraph, line.row, line.rows])).toEqual([
    [0, 0, 1],
    [0, 1, 1],
    [1, 2, 2],
    [2, 4, 1],
    [2, 5, 1],
    [2, 6, 1],
  ])
})
