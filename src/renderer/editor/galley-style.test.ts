import { expect, test } from 'vitest'
import { baseColumnOf } from '../../shared/budget/base-column'
import { paperOf } from '../../shared/page/paper'
import { choiceOf, defaultChoice, galleyStyleOf, styleName, type GalleyChoice } from './galley-style'

const broadsheet = paperOf('broadsheet-8x13')
const column = baseColumnOf(broadsheet)

test('a galley is set in the size, pitch and 栏距 of the story’s paper, in its base column', () => {
  const { bodySize: size, pitch, gutter } = broadsheet
  expect(galleyStyleOf(defaultChoice, column)).toEqual({
    measure: 13,
    columns: 1,
    depth: null,
    gutter,
    size,
    pitch,
    numbered: true,
  })
})

test.each<[Partial<GalleyChoice>, string]>([
  [{}, '13 字 × 1 栏'],
  [{ measure: 16 }, '16 字 × 1 栏'],
  [{ measure: 27.5, columns: 2, depth: 38 }, '27.5 字 × 2 栏 × 38 行'],
])('%j is %s', (choice, name) => {
  expect(styleName(galleyStyleOf({ ...defaultChoice, ...choice }, column))).toBe(name)
})

test.each<[unknown, GalleyChoice]>([
  [undefined, defaultChoice],
  ['16', defaultChoice],
  [
    { measure: 16, columns: 2, depth: 40 },
    { measure: 16, columns: 2, depth: 40 },
  ],
  [
    { measure: null, columns: 2, depth: 0 },
    { measure: null, columns: 2, depth: null },
  ],
  [{ measure: 3, columns: 1, depth: null }, defaultChoice],
  [{ measure: 16, columns: 9, depth: null }, defaultChoice],
])('what was remembered as %j is %j', (kept, choice) => {
  expect(choiceOf(kept)).toEqual(choice)
})
