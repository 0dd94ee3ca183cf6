import { expect, test } from 'vitest'
import { contextFixture, rowWith } from '../../shared/budget/rows.testing'
import { groupByPage } from '../../shared/budget/page-groups'
import type { ColumnKey } from './columns'
import { groupItems, move, nextEditable, storyItems } from './table-items'
import type { Place } from './table-state'

const rows = [
  rowWith({ id: 'a', editionId: 'today', page: 1 }),
  rowWith({ id: 'b', editionId: 'today', page: 1 }),
  rowWith({ id: 'c', editionId: 'today', page: 2 }),
]
const groups = groupByPage(rows, contextFixture)
const items = groupItems(groups, new Set())
const columns: readonly ColumnKey[] = ['number', 'headline', 'genre', 'characters', 'photos', 'changed']

test('groups stand over their stories; a folded one stands alone', () => {
  expect(items.map(item => item.key)).toEqual(['today:1', 'a', 'b', 'today:2', 'c'])
  expect(groupItems(groups, new Set(['today:1'])).map(item => item.key)).toEqual(['today:1', 'today:2', 'c'])
  expect(storyItems(rows).map(item => item.key)).toEqual(['a', 'b', 'c'])
})

const at = (row: string, column: ColumnKey | null): Place => ({ row, column })

test.each<[string, Place | null, number, number, Place | null]>([
  ['begins at the top', null, 1, 0, at('today:1', null)],
  ['goes down onto a story at its headline', at('today:1', null), 1, 0, at('a', 'headline')],
  ['goes down in its column', at('a', 'genre'), 1, 0, at('b', 'genre')],
  ['goes right', at('a', 'genre'), 0, 1, at('a', 'characters')],
  ['stops at the left edge', at('a', 'number'), 0, -1, at('a', 'number')],
  ['stops at the right edge', at('a', 'changed'), 0, 9, at('a', 'changed')],
  ['stops at the bottom', at('b', 'genre'), 99, 0, at('c', 'genre')],
  ['begins anew when its row is gone', at('gone', 'genre'), 1, 0, at('today:1', null)],
])('the cursor %s', (_, from, down, across, to) => {
  expect(move(items, columns, from, down, across)).toEqual(to)
})

test('there is nowhere to go in an empty table', () => {
  expect(move([], columns, null, 1, 0)).toBeNull()
})

test.each<[string, Place, 1 | -1, Place | null]>([
  ['along the row', at('a', 'genre'), 1, at('a', 'characters')],
  ['to the next row past the last', at('a', 'characters'), 1, at('b', 'genre')],
  ['over a group', at('b', 'characters'), 1, at('c', 'genre')],
  ['back over a group', at('c', 'genre'), -1, at('b', 'characters')],
  ['nowhere after the last', at('c', 'characters'), 1, null],
  ['nowhere before the first', at('a', 'genre'), -1, null],
  ['nowhere when its row is gone', at('gone', 'genre'), 1, null],
])('Tab goes %s', (_, from, step, to) => {
  expect(nextEditable(items, columns, from, step)).toEqual(to)
})
