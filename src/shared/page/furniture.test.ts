import { expect, test } from 'vitest'
import { bareLayout, furnitureFrame, furnitureNames, furnitureOf, isFurniture } from './furniture'
import { pageLayoutSchema, type Frame } from './layout'
import { paperOf } from './paper'

const paper = paperOf('tabloid-6x11')

test.each([
  [1, '报头', 9],
  [2, '报眉', 3],
  [16, '报眉', 3],
])('page %i bears %s of %i rows', (number, name, rowSpan) => {
  expect(furnitureNames[furnitureOf(number)]).toBe(name)
  const layout = bareLayout(paper, number, 'head')
  expect(layout.frames).toEqual([
    { id: 'head', kind: furnitureOf(number), column: 0, row: 0, columnSpan: 6, rowSpan },
  ])
  expect(layout.frames.every(isFurniture)).toBe(true)
  expect(pageLayoutSchema.parse(layout)).toEqual(layout)
})

test('it may stand further down', () => {
  expect(furnitureFrame(paper, 'folio', 'f', 6)).toMatchObject({ row: 6, rowSpan: 3 })
})

test.each<[Frame | null | undefined, boolean]>([
  [furnitureFrame(paper, 'masthead', 'm'), true],
  [{ ...furnitureFrame(paper, 'folio', 'f'), kind: 'strap', text: '', storyIds: [] }, false],
  [null, false],
  [undefined, false],
])('is told apart (%#)', (frame, is) => {
  expect(isFurniture(frame)).toBe(is)
})
