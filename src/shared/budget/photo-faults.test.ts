import { expect, test } from 'vitest'
import { photoFaults } from './photo-faults'
import { rowWith } from './rows.testing'

test.each([
  [{ photosWithoutCaption: 1, photosWithoutCredit: 2 }, ['缺图说', '缺署名']],
  [{ photosWithoutCredit: 1 }, ['缺署名']],
  [{ photos: 3 }, []],
])('photo faults of %j', (fields, faults) => {
  expect(photoFaults(rowWith(fields))).toEqual(faults)
})
