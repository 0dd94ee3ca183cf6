import { pt } from '../sizes'
import { describe, expect, it } from 'vitest'
import { applyOps } from '../changes/page-change'
import { adFrameDefaults, emptyLayout, insetPhotoDefaults, storyFrameDefaults } from '../frame-defaults'
import type { PageLayout } from '../layout'
import { paperOf } from '../paper'
import { gestureOf, gestureStep, type GestureTurn, type Grip } from './gesture'

const source = { kind: 'story', storyId: 's', photo: 0 } as const
const inset = { ...insetPhotoDefaults, source, column: 0, columnSpan: 1, row: 0, rowSpan: 9 }
const layout: PageLayout = {
  ...emptyLayout(paperOf('tabloid-6x11')),
  frames: [
    {
      ...storyFrameDefaults,
      id: 'a',
      storyId: 's',
      column: 0,
      row: 10,
      columnSpan: 4,
      columns: 3,
      rowSpan: 20,
      photos: [inset],
    },
    { ...adFrameDefaults, id: 'b', column: 4, row: 10, columnSpan: 2, rowSpan: 9 },
  ],
}
const none: GestureTurn = { copyId: null, swapWith: null }
const frame: Grip = { kind: 'frame', frameId: 'a' }

describe('a gesture', () => {
  it.each<[string, Grip, GestureTurn, string, object[]]>([
    ['moves', frame, none, '移动文框', [{ id: 'a', column: 1 }, { id: 'b' }]],
    [
      'swaps',
      frame,
      { ...none, swapWith: 'b' },
      '换位',
      [
        { column: 4, columnSpan: 2 },
        { column: 0, columnSpan: 4 },
      ],
    ],
    [
      'copies',
      frame,
      { ...none, copyId: 'c' },
      '复制文框',
      [{ id: 'a', column: 0 }, { id: 'c', column: 1 }, { id: 'b' }],
    ],
    [
      'sizes',
      { kind: 'edge', frameId: 'a', rectangle: 0, handle: 'e' },
      none,
      '缩放文框',
      [{ columnSpan: 5 }, {}],
    ],
    [
      'moves a photo',
      { kind: 'inset', frameId: 'a', inset: 0 },
      none,
      '移动图片',
      [{ photos: [{ column: 1 }] }, {}],
    ],
    [
      'sizes a photo',
      { kind: 'insetEdge', frameId: 'a', inset: 0, handle: 'e' },
      none,
      '缩放图片',
      [{ photos: [{ columnSpan: 2 }] }, {}],
    ],
  ])('%s', (_, grip, turn, label, frames) => {
    const gesture = gestureOf(layout, grip, { columns: 1, rows: 0 }, turn)
    expect(gesture.label).toBe(label)
    expect(applyOps(layout, gesture.ops).frames).toMatchObject(frames)
  })

  it.each<[string, GestureTurn]>([
    ['moved', none],
    ['copied', { ...none, copyId: 'c' }],
    ['swapped with itself', { ...none, swapWith: 'a' }],
  ])('is none where a frame is %s by nothing', (_, turn) => {
    expect(gestureOf(layout, frame, { columns: 0, rows: 0 }, turn).ops).toEqual([])
  })

  // 4 base columns of 11 set as 3 of 15: one of those is 16 characters of 9.75 points on.
  it.each<[Grip, number, number]>([
    [frame, 150, 1],
    [{ kind: 'inset', frameId: 'a', inset: 0 }, 150, 1],
    [frame, 230, 2],
    [{ kind: 'inset', frameId: 'a', inset: 0 }, 230, 1],
  ])('%j: %i points are %i columns', (grip, dx, columns) => {
    expect(gestureStep(layout, grip, pt(dx), pt(26))).toEqual({ columns, rows: 2 })
  })
})
