import { expect, test } from 'vitest'
import { rowWith } from '../../shared/budget/rows.testing'
import { isFiltering, matchesHere, noFilters, passes, type ColumnFilters } from './row-filters'

test.each<[Partial<ColumnFilters>, boolean]>([
  [{}, true],
  [{ genre: ['消息', '通讯'] }, true],
  [{ genre: ['通讯'] }, false],
  [{ state: ['first'] }, true],
  [{ place: ['today:1'] }, true],
  [{ place: ['today:2', 'none'] }, false],
  [{ editor: [''] }, true],
  [{ editor: ['zhou'] }, false],
  [{ genre: ['消息'], state: ['signed'] }, false],
])('filters %j let a plain story through: %s', (filters, through) => {
  const row = rowWith({ genre: '消息', state: 'first', editionId: 'today', page: 1 })
  expect(passes(row, { ...noFilters, ...filters })).toBe(through)
})

test.each<[Partial<ColumnFilters>, boolean]>([
  [{}, false],
  [{ editor: [''] }, true],
])('filters %j are set: %s', (filters, set) => {
  expect(isFiltering({ ...noFilters, ...filters })).toBe(set)
})

test.each([
  ['冬', true],
  ['灌区', false],
  ['DG', true],
  ['12', true],
  ['1', false],
  ['陆远', true],
  ['  ', true],
])('a search for %j sees number 12 of 陆远 at once: %s', (query, seen) => {
  expect(
    matchesHere(rowWith({ number: 12, headline: '冬灌开闸', slug: 'dg稿', author: '陆　远' }), query),
  ).toBe(seen)
})
