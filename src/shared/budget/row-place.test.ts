import { expect, test } from 'vitest'
import { placeKey, placeOfKey } from './row-place'

test.each([
  ['none', { editionId: null, page: null }],
  ['today:', { editionId: 'today', page: null }],
  ['a:b:12', { editionId: 'a:b', page: 12 }],
])('%s and back', (key, place) => {
  expect(placeOfKey(key)).toEqual(place)
  expect(placeKey(place)).toBe(key)
})

test('a page without an edition is no place', () => {
  expect(placeKey({ editionId: null, page: 3 })).toBe('none')
})
