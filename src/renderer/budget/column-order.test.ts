import { expect, test } from 'vitest'
import { contextFixture, rowWith } from '../../shared/budget/rows.testing'
import { orderByColumn, type RowOrder } from './column-order'

const rows = [
  rowWith({ number: 1, headline: '中学', author: '赵小满', state: 'signed', genre: '通讯', photos: 4 }),
  rowWith({ number: 2, headline: '阿姨', author: '', editorId: 'zhou', photos: 1, photosWithoutCredit: 1 }),
  rowWith({ number: 3, headline: '', characters: 90, editionId: 'today', page: 2, state: 'first' }),
  rowWith({ number: 4, headline: '冬灌', characters: 8, deadline: '2026-11-24T09:00:00.000Z', note: '乙' }),
  rowWith({ number: 5, headline: '第2场', author: '陆　远', editionId: 'today', page: 1, editorId: 'lu' }),
  rowWith({
    number: 6,
    headline: '第10场',
    editionId: 'before',
    page: 9,
    deadline: '2026-11-23T09:00:00.000Z',
  }),
]

test.each<[RowOrder['column'], RowOrder['direction'], number[]]>([
  ['number', 'descend', [6, 5, 4, 3, 2, 1]],
  // Pinyin, figures by size, the untitled one last either way.
  ['headline', 'ascend', [2, 5, 6, 4, 1, 3]],
  ['headline', 'descend', [1, 4, 6, 5, 2, 3]],
  ['author', 'ascend', [5, 1, 2, 3, 4, 6]],
  ['editor', 'ascend', [5, 2, 1, 3, 4, 6]],
  ['genre', 'descend', [1, 2, 3, 4, 5, 6]],
  ['state', 'descend', [1, 3, 2, 4, 5, 6]],
  ['characters', 'descend', [3, 4, 1, 2, 5, 6]],
  ['place', 'ascend', [6, 5, 3, 1, 2, 4]],
  ['deadline', 'ascend', [6, 4, 1, 2, 3, 5]],
  ['deadline', 'descend', [4, 6, 1, 2, 3, 5]],
  ['photos', 'descend', [2, 1, 3, 4, 5, 6]],
  ['note', 'ascend', [4, 1, 2, 3, 5, 6]],
])('%s %s', (column, direction, numbers) => {
  expect(orderByColumn(rows, { column, direction }, contextFixture).map(row => row.number)).toEqual(numbers)
})
