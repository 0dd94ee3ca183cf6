import { describe, expect, test } from 'vitest'
import { emptyLayout, storyFrameDefaults } from '../../../shared/page/frame-defaults'
import type { Frame, StoryFrame } from '../../../shared/page/layout'
import { paperOf, type GridPlace } from '../../../shared/page/paper'
import { linesLeft, turnFrame, turnPlace } from './turn-place'

const paper = paperOf('tabloid-6x11')
const frame = (place: Partial<StoryFrame>): StoryFrame => ({
  ...storyFrameDefaults,
  head: { ...storyFrameDefaults.head },
  id: 'a',
  storyId: 's',
  column: 0,
  row: 0,
  columnSpan: 4,
  rowSpan: 30,
  columns: 4,
  ...place,
})
const taken = (...places: GridPlace[]) => ({
  ...emptyLayout(paper),
  frames: places.map((place, at): Frame => frame({ ...place, id: `f${at}`, columns: place.columnSpan })),
})

test.each([
  ['base columns', { columns: 4 }, 20, 20],
  ['long columns count for more lines', { columns: 2 }, 20, Math.ceil((20 * 23) / 11)],
  ['at least a handful', { columns: 4 }, 0, 6],
] as const)('lines left over: %s', (_, place, lines, expected) => {
  const fit = {
    lines: 0,
    available: 0,
    overset: { lines, characters: 0 },
    underset: { lines: 0, characters: 0 },
  }
  expect(linesLeft(paper, frame(place), { fit })).toBe(expected)
})

describe('a place to go on in', () => {
  test.each([
    ['an empty page: as wide as it was', [], 20, 4, { column: 0, row: 0, columnSpan: 4, rowSpan: 7 }],
    ['not wider than it was', [], 20, 2, { column: 0, row: 0, columnSpan: 2, rowSpan: 12 }],
    [
      'under what stands there',
      [{ column: 0, row: 0, columnSpan: 6, rowSpan: 50 }],
      20,
      3,
      { column: 0, row: 50, columnSpan: 3, rowSpan: 9 },
    ],
    [
      'a narrow room that takes all before a wide one that does not',
      [{ column: 0, row: 0, columnSpan: 5, rowSpan: 66 }],
      60,
      6,
      { column: 5, row: 0, columnSpan: 1, rowSpan: 62 },
    ],
    ['none on a full page', [{ column: 0, row: 0, columnSpan: 6, rowSpan: 76 }], 20, 6, null],
    ['none where only a slit is free', [{ column: 0, row: 0, columnSpan: 6, rowSpan: 70 }], 20, 6, null],
  ] as const)('%s', (_, places, lines, columnSpan, expected) => {
    expect(turnPlace(taken(...places), lines, columnSpan)).toEqual(expected)
  })
})

test('the frame there continues the story', () => {
  const place = { column: 0, row: 50, columnSpan: 3, rowSpan: 9 }
  expect(turnFrame(paper, 'new', frame({}), place)).toMatchObject({
    ...place,
    id: 'new',
    storyId: 's',
    continues: true,
    columns: 3,
  })
})
