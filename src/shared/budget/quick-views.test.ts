import { expect, test } from 'vitest'
import { countViews, isInView, type QuickView } from './quick-views'
import { contextFixture, rowWith } from './rows.testing'

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
