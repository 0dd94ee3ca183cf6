import { expect, test } from 'vitest'
import { photosNameTheirStory } from './0001-photos-name-their-story'
import { bringLayout } from './migration'

const place = { column: 2, columnSpan: 2, row: 0, rowSpan: 12 }
const frame = (photos: unknown) => ({ kind: 'story', storyId: 's', photos })
const named = { ...place, source: { kind: 'story', storyId: 's', photo: 1 } }

test.each([
  ['a photo by its number', frame([{ ...place, photo: 1 }]), frame([named])],
  ['one that names its story already', frame([named]), frame([named])],
  ['a frame without photos', { kind: 'ad', id: 'a' }, { kind: 'ad', id: 'a' }],
  ['what is no photo at all', frame(['?']), frame(['?'])],
])('%s', (_, before, after) => {
  expect(bringLayout(photosNameTheirStory, { frames: [before] })).toEqual({ frames: [after] })
})
