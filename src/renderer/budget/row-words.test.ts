import { expect, test } from 'vitest'
import { contextFixture } from '../../shared/budget/rows.testing'
import { groupTitle, ofPlanned, pageNameIn, placeOf, quoted, sumWords } from './row-words'

test.each([
  [648, 600, '648/600'],
  [1518, 1100, '1,518/1,100'],
  [372, null, '372'],
] as const)('length %d of %s', (actual, planned, words) => {
  expect(ofPlanned(actual, planned)).toBe(words)
})

test.each([
  [{ editionId: 'today', page: 1 }, '11月24日 一版'],
  [{ editionId: 'today', page: null }, '11月24日'],
  [{ editionId: null, page: 12 }, '十二版'],
  [{ editionId: null, page: null }, ''],
])('place of %j', (fields, place) => {
  expect(placeOf(fields, contextFixture.editions)).toBe(place)
})

test.each([
  ['today', 1, '一版 · 要闻'],
  ['today', 4, '四版'],
  ['today', 9, '九版'],
  ['gone', 1, '一版'],
  ['today', null, '未定版'],
])('page name in %s of %s', (edition, page, name) => {
  expect(pageNameIn(contextFixture.editions.get(edition), page)).toBe(name)
})

test.each([
  ['today', 1, '一版 · 要闻'],
  ['today', null, '未定版'],
  ['before', 2, '11月23日 二版 · 综合'],
  ['gone', 1, '一版'],
  [null, 3, '未排期 三版'],
  [null, null, '未排期'],
])('the head of the group at %s, page %s', (editionId, page, title) => {
  expect(groupTitle({ editionId, page }, contextFixture)).toBe(title)
})

test.each([
  [3420, 3600, '字', '3,420 / 3,600 字'],
  [41, null, '行', '41 行'],
] as const)('the words of a sum', (actual, planned, unit, words) => {
  expect(sumWords(actual, planned, unit)).toBe(words)
})

test('a quoted title quotes one level down', () => {
  expect(quoted('“小板凳”搬来大道理')).toBe('“‘小板凳’搬来大道理”')
})
