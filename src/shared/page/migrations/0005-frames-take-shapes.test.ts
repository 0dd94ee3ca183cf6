import { expect, test } from 'vitest'
import { framesTakeShapes } from './0005-frames-take-shapes'
import { bringChange, bringLayout, type Stored } from './migration'

const head = { size: '一号', space: 1 }
const wholeHead = { ...head, direction: 'horizontal', column: 0, columnSpan: null, rows: null }
const photo = { column: 0, row: 0 }
const shown = { crop: null, captionPlace: 'under', facing: null }
const wholePhoto = { ...photo, ...shown, wrap: null }
const shape = { regions: [], continues: false, quotes: [], balanced: false, nudge: 0, ruleBelow: 'none' }

test.each<[string, Stored, Stored]>([
  [
    'a story frame, its head and photos',
    { kind: 'story', head: { ...head, position: 'above' }, photos: [photo] },
    { kind: 'story', ...shape, head: wholeHead, photos: [wholePhoto] },
  ],
  ['a photo frame', { kind: 'photo' }, { kind: 'photo', ...shown }],
  ['an advertisement', { kind: 'ad' }, { kind: 'ad', label: '广告' }],
  ['a strap', { kind: 'strap' }, { kind: 'strap' }],
  [
    'what a frame has already',
    {
      kind: 'story',
      ...shape,
      nudge: 3,
      head: { ...wholeHead, rows: 4 },
      photos: [{ ...wholePhoto, facing: 'left' }],
    },
    {
      kind: 'story',
      ...shape,
      nudge: 3,
      head: { ...wholeHead, rows: 4 },
      photos: [{ ...wholePhoto, facing: 'left' }],
    },
  ],
])('%s', (_, before, after) => {
  expect(bringLayout(framesTakeShapes, { frames: [before] })).toEqual({ frames: [after] })
})

test('an op that sets a head or photos sets whole ones, and nothing beside', () => {
  const change = (fields: object) => ({ ops: [{ op: 'set', frameId: 'a', fields }], undo: [] })
  expect(bringChange(framesTakeShapes, change({ head, photos: [photo], tint: true }))).toEqual(
    change({ head: wholeHead, photos: [wholePhoto], tint: true }),
  )
})
