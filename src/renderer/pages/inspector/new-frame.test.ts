import { describe, expect, test } from 'vitest'
import { emptyLayout } from '../../../shared/page/frame-defaults'
import { frameSchema } from '../../../shared/page/layout'
import { paperOf, type GridPlace } from '../../../shared/page/paper'
import { largestRoom, newFrame, placeIn, type NewFrameKind } from './new-frame'

const paper = paperOf('tabloid-6x11')
const taken = (...places: GridPlace[]) => ({
  ...emptyLayout(paper),
  frames: places.map((place, at) => newFrame('ad', paper, `f${at}`, place)),
})

describe('the largest free place', () => {
  test.each([
    ['of an empty page', [], { column: 0, row: 0, columnSpan: 6, rowSpan: 76 }],
    [
      'under what stands at the head',
      [{ column: 0, row: 0, columnSpan: 6, rowSpan: 30 }],
      { column: 0, row: 30, columnSpan: 6, rowSpan: 46 },
    ],
    [
      'beside what stands at the left',
      [{ column: 0, row: 0, columnSpan: 2, rowSpan: 76 }],
      { column: 2, row: 0, columnSpan: 4, rowSpan: 76 },
    ],
    ['of a full page', [{ column: 0, row: 0, columnSpan: 6, rowSpan: 76 }], null],
  ] as const)('%s', (_, places, expected) => {
    expect(largestRoom(taken(...places))).toEqual(expected)
  })
})

describe('a new frame', () => {
  const room = { column: 1, row: 20, columnSpan: 5, rowSpan: 40 }
  test.each([
    ['story', room, { column: 1, row: 20, columnSpan: 5, rowSpan: 40 }],
    ['photo', room, { column: 1, row: 20, columnSpan: 3, rowSpan: 20 }],
    ['ad', room, { column: 1, row: 46, columnSpan: 5, rowSpan: 14 }],
    ['strap', room, { column: 1, row: 20, columnSpan: 5, rowSpan: 3 }],
    ['strap', { ...room, rowSpan: 1 }, { column: 1, row: 20, columnSpan: 5, rowSpan: 1 }],
    ['story', { ...room, rowSpan: 2 }, null],
  ] as const)('%s takes its place in a room', (kind, where, place) => {
    expect(placeIn(where, kind)).toEqual(place)
  })

  test.each<NewFrameKind>(['story', 'photo', 'ad', 'strap'])('%s is one that a page takes', kind => {
    expect(frameSchema.safeParse(newFrame(kind, paper, 'new', room)).success).toBe(true)
  })
})
