import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyParts, type StoryParts } from '../../story/parts'
import { applyOps } from '../changes/page-change'
import { composePage } from '../compose/compose'
import { adFrameDefaults, emptyLayout, storyFrameDefaults } from '../frame-defaults'
import type { Frame, PageLayout } from '../layout'
import { paperOf, papers, type GridPlace } from '../paper'
import { dropPhotoPlace, placePhotoOps } from './drop-photo'
import { dropPlace, fillFrameOps, placeStoryOps, shapesOfStory } from './drop-story'
import { overlaps, placesOf } from '../frame-places'
import { largestRoom, roomsAt } from './page-room'

const paper = paperOf('tabloid-6x11')
const facts = {
  paperName: '',
  date: null,
  editionNumber: null,
  pageNumber: 1,
  pageCount: null,
  pageName: '',
  credits: [],
}
const storyOf = (characters: number): StoryParts => ({
  ...emptyParts,
  headline: '县城公园添新绿',
  dateline: '本报讯',
  blocks: Array.from({ length: Math.ceil(characters / 80) }, () => ({
    kind: 'paragraph' as const,
    text: '今年以来城区新增口袋公园六处，沿河步道全线贯通，居民出门不远就能见到绿地。'.repeat(2),
  })),
})
const ad = (id: string, column: number, row: number, columnSpan: number, rowSpan: number): Frame => {
  return { ...adFrameDefaults, id, column, row, columnSpan, rowSpan }
}
const layoutOf = (...frames: Frame[]): PageLayout => ({ ...emptyLayout(paper), frames })

describe('room on a page', () => {
  it('is the whole page where nothing stands', () => {
    const rooms = roomsAt(layoutOf(), { column: 2, row: 30 })
    expect(rooms).toContainEqual({ column: 0, row: 0, columnSpan: 6, rowSpan: 76 })
  })

  it('ends at frames above, below and beside', () => {
    const layout = layoutOf(ad('a', 0, 0, 6, 10), ad('b', 0, 60, 3, 16), ad('c', 3, 10, 3, 66))
    expect(roomsAt(layout, { column: 1, row: 20 })).toContainEqual({
      column: 0,
      row: 10,
      columnSpan: 3,
      rowSpan: 50,
    })
    expect(roomsAt(layout, { column: 1, row: 20 }).every(room => room.column + room.columnSpan <= 3)).toBe(
      true,
    )
  })

  it('is none where a frame stands', () => {
    expect(roomsAt(layoutOf(ad('a', 0, 0, 6, 10)), { column: 1, row: 5 })).toEqual([])
  })

  it('is at its largest where most cells are', () => {
    const layout = layoutOf(ad('a', 0, 0, 6, 10), ad('b', 0, 30, 4, 46))
    expect(largestRoom(layout, { column: 5, row: 20 })).toEqual({
      column: 4,
      row: 10,
      columnSpan: 2,
      rowSpan: 66,
    })
    expect(largestRoom(layout, { column: 0, row: 20 })).toEqual({
      column: 0,
      row: 10,
      columnSpan: 6,
      rowSpan: 20,
    })
    expect(largestRoom(layout, { column: 0, row: 5 })).toBe(null)
  })

  it('never reaches into a frame', () => {
    const frames = fc.array(
      fc.record({
        column: fc.nat(3),
        row: fc.nat(60),
        columnSpan: fc.integer({ min: 1, max: 3 }),
        rowSpan: fc.integer({ min: 1, max: 16 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(frames, fc.nat(5), fc.nat(75), (places, column, row) => {
        const layout = layoutOf(
          ...places.map((place, at) =>
            ad(`f${at}`, place.column, place.row, place.columnSpan, place.rowSpan),
          ),
        )
        for (const room of roomsAt(layout, { column, row })) {
          expect(layout.frames.some(frame => overlaps(frame, room))).toBe(false)
          expect(overlaps(room, { column, row, columnSpan: 1, rowSpan: 1 })).toBe(true)
        }
      }),
    )
  })
})

describe('the shapes of a story', () => {
  it.each(papers.map(one => [one.name, one] as const))('take all of it and no line more on %s', (_, own) => {
    const parts = storyOf(900)
    const shapes = shapesOfStory(own, parts)
    expect(shapes.length).toBeGreaterThan(2)
    for (const { columnSpan, rowSpan } of shapes) {
      const over = (rows: number) => {
        const place = { column: 0, row: 0, columnSpan, rowSpan: rows }
        const empty = emptyLayout(own)
        const layout = applyOps(empty, placeStoryOps(empty, 'f', 's', place))
        const frame = composePage(layout, new Map([['s', parts]]), facts).frames.get('f')
        return frame?.fit && !frame.hides ? frame.fit.overset.lines : Infinity
      }
      expect(over(rowSpan)).toBe(0)
      expect(rowSpan === 3 || over(rowSpan - 1) > 0).toBe(true)
    }
  })

  it('leave out widths that the whole height cannot take', () => {
    const spans = shapesOfStory(paper, storyOf(4000)).map(shape => shape.columnSpan)
    expect(spans).not.toContain(1)
    expect(spans).toContain(6)
  })
})

describe('a story dropped on a page', () => {
  const shapes = shapesOfStory(paper, storyOf(600))
  const drop = (layout: PageLayout, column: number, row: number) => dropPlace(layout, { column, row }, shapes)

  it('takes a shape that fits the room', () => {
    const layout = layoutOf(ad('a', 0, 0, 6, 10), ad('b', 0, 50, 6, 26))
    const place = drop(layout, 1, 20)
    expect(place).not.toBe(null)
    expect(shapes).toContainEqual({ columnSpan: place!.columnSpan, rowSpan: place!.rowSpan })
    expect(layout.frames.some(frame => overlaps(frame, place!))).toBe(false)
  })

  it('goes up to what stands above it when it is near', () => {
    expect(drop(layoutOf(ad('a', 0, 0, 6, 10)), 1, 12)?.row).toBe(10)
    expect(drop(layoutOf(ad('a', 0, 0, 6, 10)), 1, 30)?.row).toBe(30)
  })

  it('takes all of a room that is too small', () => {
    expect(drop(layoutOf(ad('a', 0, 0, 6, 70)), 1, 72)).toEqual<GridPlace>({
      column: 0,
      row: 70,
      columnSpan: 6,
      rowSpan: 6,
    })
  })

  it.each([
    ['on a frame', 1, 5],
    ['between two frames, too low for a head', 1, 11],
  ])('goes nowhere %s', (_, column, row) => {
    expect(drop(layoutOf(ad('a', 0, 0, 6, 10), ad('b', 0, 12, 6, 64)), column, row)).toBe(null)
  })

  it('fills a frame that is kept free', () => {
    const empty = {
      ...storyFrameDefaults,
      id: 'e',
      storyId: null,
      column: 0,
      row: 0,
      columnSpan: 2,
      columns: 2,
      rowSpan: 20,
    }
    const layout = layoutOf(empty, ad('a', 3, 0, 2, 9))
    expect(applyOps(layout, fillFrameOps(layout, 'e', 's')).frames[0]).toMatchObject({
      storyId: 's',
      id: 'e',
    })
    expect(fillFrameOps(layout, 'a', 's')).toEqual([])
  })

  it('stands in reading order after what is above it and before what is below', () => {
    const layout = layoutOf(ad('top', 0, 0, 6, 10), ad('right', 4, 10, 2, 30), ad('foot', 0, 60, 6, 16))
    const place = { column: 0, row: 10, columnSpan: 4, rowSpan: 20 }
    const ids = applyOps(layout, placeStoryOps(layout, 'new', 's', place)).frames.map(frame => frame.id)
    expect(ids).toEqual(['top', 'new', 'right', 'foot'])
  })
})

describe('a photo dropped on a page', () => {
  const photo = { image: null, width: 3000, height: 2000, caption: '公园一角', credit: '江南 摄' }
  it('is shown whole, half of the page wide at most', () => {
    const place = dropPhotoPlace(layoutOf(), { column: 0, row: 20 }, photo)
    expect(place?.columnSpan).toBeLessThanOrEqual(3)
    const source = { kind: 'loose', photo } as const
    const layout = applyOps(layoutOf(), placePhotoOps(layoutOf(), 'p', source, place!))
    const frame = composePage(layout, new Map(), facts).frames.get('p')
    expect(frame?.hides).toBe(false)
    expect(placesOf(layout.frames[0]!)[0]).toMatchObject(place!)
  })
})
