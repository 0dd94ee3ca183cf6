import { expect, test } from 'vitest'
import { contextFixture, rowWith } from './rows.testing'
import {
  countViews,
  isFiltering,
  isInView,
  matchesHere,
  noFilters,
  passes,
  type ColumnFilters,
  type QuickView,
} from './row-filters'

test.each<[QuickView, Parameters<typeof rowWith>[0], boolean]>([
  ['today', { editionId: 'today' }, true],
  ['today', { editionId: 'before' }, false],
  ['today', { editionId: null }, false],
  ['mine', { editorId: 'zhou' }, true],
  ['mine', { author: '周　岚' }, true],
  ['mine', { author: '何青 周岚' }, true],
  ['mine', { byline: '（周岚）' }, true],
  ['mine', { author: '何青', editorId: 'lu' }, false],
  ['faults', { photos: 1, photosWithoutCredit: 1 }, true],
  ['faults', { photos: 1 }, false],
  ['long', { characters: 648, plannedCharacters: 600 }, true],
  ['long', { characters: 620, plannedCharacters: 600 }, false],
  ['long', { lines: 50, plannedLines: 40 }, true],
  ['long', { characters: 9000 }, false],
  ['all', {}, true],
])('%s takes %j: %s', (view, fields, taken) => {
  expect(isInView(rowWith(fields), view, contextFixture)).toBe(taken)
})

test('nothing is today when no edition is chosen', () => {
  expect(isInView(rowWith({ editionId: null }), 'today', { ...contextFixture, edition: null })).toBe(false)
})

test('the chips count each view over all rows', () => {
  const rows = [
    rowWith({ editionId: 'today', characters: 700, plannedCharacters: 600 }),
    rowWith({ editorId: 'zhou', photosWithoutCaption: 2 }),
    rowWith({}),
  ]
  expect(countViews(rows, contextFixture)).toEqual({ today: 1, mine: 1, faults: 1, long: 1, all: 3 })
})

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
