import { expect, test } from 'vitest'
import { columnWidths, draggedWidth, selectionWidth, type Widths } from './column-widths'
import { columns, type ColumnKey } from './columns'

const all = columns.map(column => column.key)
const usual = columns.filter(column => !column.isUsuallyHidden).map(column => column.key)
const total = (shown: readonly ColumnKey[], dragged: Widths, room: number) => {
  const widths = columnWidths(shown, dragged, room)
  return shown.reduce((sum, column) => sum + widths[column], selectionWidth)
}

test.each([
  ['a small screen', usual, {}, 1366],
  ['a large screen', usual, {}, 1920],
  ['few columns', ['number', 'headline'] as const, {}, 600],
  ['a column dragged wider', usual, { place: 160 }, 1366],
])('%s is filled and not exceeded', (_, shown, dragged, room) => {
  expect(total(shown, dragged, room)).toBe(room - 10)
})

test('a room too small for all columns leaves the headline its least room', () => {
  expect(columnWidths(all, {}, 900).headline).toBe(180)
})

test.each([
  ['wider, out of the headline', 'place', 150, 150],
  ['no wider than the headline can give', 'place', 5000, 112 + 100],
  ['no narrower than can be read', 'number', 3, 48],
] as const)('dragged %s', (_, column, wanted, width) => {
  expect(draggedWidth(column, wanted, { ...columnWidths(all, {}, 0), headline: 280 })).toBe(width)
})
