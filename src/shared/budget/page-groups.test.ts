import { expect, test } from 'vitest'
import { groupByPage, sumOf } from './page-groups'
import { contextFixture, rowWith } from './rows.testing'

const rows = [
  rowWith({ number: 1, editionId: null }),
  rowWith({ number: 2, editionId: 'before', page: 2 }),
  rowWith({ number: 3, editionId: 'today', page: 2, characters: 372, plannedCharacters: 900 }),
  rowWith({ number: 4, editionId: 'today', page: null }),
  rowWith({ number: 5, editionId: 'today', page: 1, characters: 648, plannedCharacters: 600, lines: 41 }),
  rowWith({ number: 6, editionId: 'gone', page: 1 }),
  rowWith({ number: 7, editionId: 'today', page: 1, characters: 58, plannedLines: 6 }),
  rowWith({ number: 8, editionId: null, page: 3 }),
]

test('pages of the chosen edition come first, what has no edition last', () => {
  const groups = groupByPage(rows, contextFixture)
  expect(groups.map(group => [group.key, group.rows.map(row => row.number)])).toEqual([
    ['today:1', [5, 7]],
    ['today:2', [3]],
    ['today:', [4]],
    ['before:2', [2]],
    ['gone:1', [6]],
    [':3', [8]],
    [':', [1]],
  ])
})

test('a group keeps the order in which its rows came', () => {
  const [first] = groupByPage([...rows].reverse(), contextFixture)
  expect(first?.rows.map(row => row.number)).toEqual([7, 5])
})

test.each([
  ['nothing', [], { stories: 0, characters: 0, plannedCharacters: null, lines: 0, plannedLines: null }],
  [
    'stories of which some have a plan',
    [rows[4], rows[6]],
    { stories: 2, characters: 706, plannedCharacters: 600, lines: 41, plannedLines: 6 },
  ],
  [
    'stories without a plan',
    [rows[0], rows[1]],
    { stories: 2, characters: 0, plannedCharacters: null, lines: 0, plannedLines: null },
  ],
])('the sum of %s', (_, members, sum) => {
  expect(sumOf(members.filter(row => row !== undefined))).toEqual(sum)
})
