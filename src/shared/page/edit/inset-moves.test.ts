import { describe, expect, it } from 'vitest'
import { applyOps } from '../changes/page-change'
import type { PageOp } from '../changes/page-op'
import { emptyLayout, insetPhotoDefaults, storyFrameDefaults } from '../frame-defaults'
import type { PageLayout } from '../layout'
import { paperOf } from '../paper'
import type { Handle } from './grid-place'
import { addInsetOps, moveInsetOps, removeInsetOps, resizeInsetOps } from './inset-moves'

const source = { kind: 'story', storyId: 's', photo: 0 } as const
const inset = { ...insetPhotoDefaults, source, column: 1, columnSpan: 2, row: 4, rowSpan: 10 }
const layout: PageLayout = {
  ...emptyLayout(paperOf('tabloid-6x11')),
  frames: [
    {
      ...storyFrameDefaults,
      id: 'f',
      storyId: 's',
      column: 0,
      row: 0,
      columnSpan: 4,
      columns: 4,
      rowSpan: 30,
      photos: [inset],
    },
  ],
}
const photosAfter = (ops: PageOp[]) => {
  const frame = applyOps(layout, ops).frames[0]
  return frame?.kind === 'story'
    ? frame.photos.map(photo => [photo.column, photo.row, photo.columnSpan, photo.rowSpan])
    : null
}

describe('a photo in a story’s frame', () => {
  it.each<[number, number, number[]]>([
    [1, 0, [2, 4, 2, 10]],
    [9, 0, [2, 4, 2, 10]],
    [-9, 0, [0, 4, 2, 10]],
    [0, -9, [1, 0, 2, 10]],
    [0, 99, [1, 20, 2, 10]],
  ])('moves by %i, %i', (columns, rows, expected) => {
    expect(photosAfter(moveInsetOps(layout, 'f', 0, { columns, rows }))).toEqual([expected])
  })

  it.each<[Handle, number, number, number[]]>([
    ['se', 1, 2, [1, 4, 3, 12]],
    ['e', 9, 0, [1, 4, 3, 10]],
    ['w', 9, 0, [2, 4, 1, 10]],
    ['n', 0, 99, [1, 11, 2, 3]],
    ['s', 0, 99, [1, 4, 2, 26]],
  ])('%s by %i, %i', (handle, columns, rows, expected) => {
    expect(photosAfter(resizeInsetOps(layout, 'f', 0, handle, { columns, rows }))).toEqual([expected])
  })

  it('is added inside the columns and taken out', () => {
    const place = { column: 3, row: 0, columnSpan: 2, rowSpan: 8 }
    expect(photosAfter(addInsetOps(layout, 'f', source, place))).toEqual([
      [1, 4, 2, 10],
      [2, 0, 2, 8],
    ])
    expect(photosAfter(removeInsetOps(layout, 'f', 0))).toEqual([])
  })

  it('is left alone where there is none', () => {
    expect(moveInsetOps(layout, 'f', 3, { columns: 1, rows: 0 })).toEqual([])
    expect(removeInsetOps(layout, 'gone', 0)).toEqual([])
  })
})
