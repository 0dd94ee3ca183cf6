import { describe, expect, test } from 'vitest'
import { storyFrameDefaults } from '../../../shared/page/frame-defaults'
import type { StoryFrame } from '../../../shared/page/layout'
import { paperOf } from '../../../shared/page/paper'
import { meetsItself, regionBelow, regionRight } from './region-places'

const paper = paperOf('tabloid-6x11')
const frame = (place: Partial<StoryFrame>): StoryFrame => ({
  ...storyFrameDefaults,
  head: { ...storyFrameDefaults.head },
  id: 'a',
  storyId: 's',
  column: 0,
  row: 10,
  columnSpan: 4,
  rowSpan: 30,
  columns: 4,
  ...place,
})

describe('a further rectangle', () => {
  test.each([
    ['under a wide frame', {}, { column: 0, row: 40, columnSpan: 2, rowSpan: 10, columns: 2 }],
    ['of long columns', { columns: 2 }, { column: 0, row: 40, columnSpan: 2, rowSpan: 10, columns: 1 }],
    [
      'under one column',
      { columnSpan: 1, columns: 1 },
      { column: 0, row: 40, columnSpan: 1, rowSpan: 10, columns: 1 },
    ],
    ['near the foot', { row: 40 }, { column: 0, row: 70, columnSpan: 2, rowSpan: 6, columns: 2 }],
    ['at the foot', { row: 44, rowSpan: 32 }, null],
  ] as const)('%s', (_, place, region) => {
    expect(regionBelow(paper, frame(place))).toEqual(region)
  })

  test.each([
    ['at the right', {}, { column: 4, row: 25, columnSpan: 2, rowSpan: 15, columns: 2 }],
    [
      'where little room is left',
      { column: 1 },
      { column: 5, row: 25, columnSpan: 1, rowSpan: 15, columns: 1 },
    ],
    ['where none is left', { column: 2 }, null],
  ] as const)('%s', (_, place, region) => {
    expect(regionRight(paper, frame(place))).toEqual(region)
  })
})

test.each([
  [{ column: 0, row: 40, columnSpan: 2, rowSpan: 5, columns: 2 }, false],
  [{ column: 0, row: 39, columnSpan: 2, rowSpan: 5, columns: 2 }, true],
])('a region at %o meets the frame itself: %s', (region, meets) => {
  expect(meetsItself(frame({ regions: [region] }), 0)).toBe(meets)
})
