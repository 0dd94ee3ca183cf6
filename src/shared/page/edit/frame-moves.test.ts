import { pt } from '../sizes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOps, undoOf } from '../changes/page-change'
import type { PageOp } from '../changes/page-op'
import { adFrameDefaults, emptyLayout, insetPhotoDefaults, storyFrameDefaults } from '../frame-defaults'
import type { AdFrame, Frame, PageLayout, StoryFrame } from '../layout'
import { paperOf, papers, type GridPlace } from '../paper'
import { columnOps, duplicateOps, moveOps, orderOps, removeOps, resizeOps, swapOps } from './frame-moves'
import { handles, stepOf, type Handle } from './grid-place'
import { overlaps, placesOf } from '../frame-places'

const paper = paperOf('tabloid-6x11')

const place = (column: number, row: number, columnSpan: number, rowSpan: number): GridPlace => {
  return { column, row, columnSpan, rowSpan }
}
const story = (id: string, at: GridPlace, more: Partial<StoryFrame> = {}): StoryFrame => {
  return { ...storyFrameDefaults, storyId: `story-${id}`, columns: at.columnSpan, id, ...at, ...more }
}
const ad = (id: string, at: GridPlace): AdFrame => ({ ...adFrameDefaults, id, ...at })
const layoutOf = (...frames: Frame[]): PageLayout => ({ ...emptyLayout(paper), frames })
const after = (layout: PageLayout, ops: PageOp[]) => applyOps(layout, ops)
const frameIn = (layout: PageLayout, id: string) => layout.frames.find(frame => frame.id === id)
const placeOf = (layout: PageLayout, id: string) => {
  const frame = frameIn(layout, id)
  return frame && [frame.column, frame.row, frame.columnSpan, frame.rowSpan]
}

describe('a way on the page becomes a step on the grid', () => {
  it.each([
    ['nothing', 0, 0, 0, 0],
    ['less than half a column', 57, 6, 0, 0],
    ['more than half a column', 60, 7, 1, 1],
    ['back', -117, -13, -1, -1],
    ['far', 351, 130, 3, 10],
  ])('%s', (_, dx, dy, columns, rows) => {
    expect(stepOf(paper, pt(dx), pt(dy))).toEqual({ columns, rows })
  })
})

describe('moving', () => {
  it.each<[string, number, number, number[] | undefined]>([
    ['by a column', 1, 0, [2, 10, 2, 20]],
    ['by a line up', 0, -1, [1, 9, 2, 20]],
    ['not beyond the left edge', -5, 0, [0, 10, 2, 20]],
    ['not beyond the right edge', 9, 0, [4, 10, 2, 20]],
    ['not beyond the foot', 0, 99, [1, 56, 2, 20]],
    ['not beyond the head', 0, -99, [1, 0, 2, 20]],
  ])('%s', (_, columns, rows, expected) => {
    const layout = layoutOf(story('a', place(1, 10, 2, 20)))
    expect(placeOf(after(layout, moveOps(layout, 'a', { columns, rows })), 'a')).toEqual(expected)
  })

  it('takes all rectangles of an L along, and stops where the first of them meets the edge', () => {
    const layout = layoutOf(
      story('a', place(1, 10, 2, 20), { regions: [{ ...place(3, 20, 2, 10), columns: 2 }] }),
    )
    const moved = frameIn(after(layout, moveOps(layout, 'a', { columns: 3, rows: 0 })), 'a')
    expect(moved && placesOf(moved).map(one => one.column)).toEqual([2, 4])
  })

  it('answers no op where nothing moves', () => {
    const layout = layoutOf(story('a', place(0, 0, 6, 76)))
    expect(moveOps(layout, 'a', { columns: 1, rows: 1 })).toEqual([])
    expect(moveOps(layout, 'gone', { columns: 1, rows: 1 })).toEqual([])
  })
})

describe('resizing', () => {
  it.each<[Handle, number, number, number[]]>([
    ['e', 1, 0, [1, 10, 3, 20]],
    ['e', -9, 0, [1, 10, 1, 20]],
    ['e', 99, 0, [1, 10, 5, 20]],
    ['w', 1, 0, [2, 10, 1, 20]],
    ['w', -1, 5, [0, 10, 3, 20]],
    ['s', 3, 4, [1, 10, 2, 24]],
    ['s', 0, -99, [1, 10, 2, 3]],
    ['n', 0, -99, [1, 0, 2, 30]],
    ['n', 0, 99, [1, 27, 2, 3]],
    ['se', 1, 1, [1, 10, 3, 21]],
    ['nw', -1, -1, [0, 9, 3, 21]],
    ['ne', 1, 2, [1, 12, 3, 18]],
    ['sw', 1, 2, [2, 10, 1, 22]],
  ])('%s by %i, %i', (handle, columns, rows, expected) => {
    const layout = layoutOf(story('a', place(1, 10, 2, 20)))
    expect(placeOf(after(layout, resizeOps(layout, 'a', handle, { columns, rows })), 'a')).toEqual(expected)
  })

  const columnsAfter = (frame: StoryFrame, by: number) => {
    const layout = layoutOf(frame)
    const resized = frameIn(after(layout, resizeOps(layout, 'a', 'e', { columns: by, rows: 0 })), 'a')
    return resized?.kind === 'story' ? resized.columns : null
  }

  it.each<[string, number, number, number, number]>([
    ['as many columns as it spans stay so', 2, 2, 1, 3],
    // 4 base columns of 11 are 47 characters: 3 of 15; 5 are 59: 4 of 14 or 3 of 19.
    ['变栏 goes to the nearest whole characters', 4, 3, 1, 4],
    ['变栏 stays where the width stays', 4, 3, 0, 3],
    ['变栏 becomes one column where nothing else is whole', 2, 1, -1, 1],
  ])('%s', (_, span, columns, by, expected) => {
    expect(columnsAfter(story('a', place(0, 10, span, 20), { columns }), by)).toBe(expected)
  })

  it('holds photos inside fewer columns', () => {
    const source = { kind: 'story', storyId: 'story-a', photo: 0 } as const
    const inset = { ...insetPhotoDefaults, source, column: 2, columnSpan: 2, row: 0, rowSpan: 9 }
    const layout = layoutOf(story('a', place(0, 10, 4, 20), { photos: [inset] }))
    const resized = frameIn(after(layout, resizeOps(layout, 'a', 'e', { columns: -2, rows: 0 })), 'a')
    expect(resized).toMatchObject({ columns: 2, photos: [{ column: 0, columnSpan: 2 }] })
  })

  it('sizes one rectangle of an L', () => {
    const layout = layoutOf(
      story('a', place(1, 10, 2, 20), { regions: [{ ...place(3, 20, 2, 10), columns: 2 }] }),
    )
    const resized = frameIn(after(layout, resizeOps(layout, 'a', 'e', { columns: 1, rows: 0 }, 1)), 'a')
    expect(resized).toMatchObject({ columnSpan: 2, regions: [{ columnSpan: 3, columns: 3 }] })
  })
})

describe('swapping', () => {
  it('trades the places of two stories, with their columns', () => {
    const layout = layoutOf(story('a', place(0, 10, 4, 20), { columns: 3 }), story('b', place(4, 10, 2, 30)))
    const swapped = after(layout, swapOps(layout, 'a', 'b'))
    expect([placeOf(swapped, 'a'), placeOf(swapped, 'b')]).toEqual([
      [4, 10, 2, 30],
      [0, 10, 4, 20],
    ])
    expect(frameIn(swapped, 'b')).toMatchObject({ columns: 3, storyId: 'story-b' })
    expect(frameIn(swapped, 'a')).toMatchObject({ columns: 2, storyId: 'story-a' })
  })

  it('trades a story’s place with an advertisement’s', () => {
    const layout = layoutOf(story('a', place(0, 10, 4, 20)), ad('b', place(4, 10, 2, 30)))
    const swapped = after(layout, swapOps(layout, 'a', 'b'))
    expect(frameIn(swapped, 'a')).toMatchObject({ column: 4, columnSpan: 2, columns: 2 })
    expect(placeOf(swapped, 'b')).toEqual([0, 10, 4, 20])
  })

  it('does nothing with one frame or a gone one', () => {
    const layout = layoutOf(ad('a', place(0, 0, 1, 5)))
    expect([swapOps(layout, 'a', 'a'), swapOps(layout, 'a', 'gone')]).toEqual([[], []])
  })
})

describe('duplicating', () => {
  it('puts the copy into the nearest free place', () => {
    const layout = layoutOf(ad('a', place(0, 0, 3, 20)), ad('b', place(3, 0, 3, 20)))
    const copied = after(layout, duplicateOps(layout, 'a', 'copy'))
    expect(placeOf(copied, 'copy')).toEqual([0, 20, 3, 20])
    expect(copied.frames.map(frame => frame.id)).toEqual(['a', 'copy', 'b'])
  })

  it('copies a story’s shape without the story', () => {
    const layout = layoutOf(story('a', place(0, 0, 3, 20), { boxed: true, looseness: 2 }))
    const copied = after(layout, duplicateOps(layout, 'a', 'copy', { columns: 3, rows: 5 }))
    expect(frameIn(copied, 'copy')).toMatchObject({
      storyId: null,
      boxed: true,
      column: 3,
      row: 5,
      looseness: 0,
    })
  })
})

describe('reading order and columns', () => {
  const layout = layoutOf(...['a', 'b', 'c'].map((id, at) => ad(id, place(at, 0, 1, 5))))
  it.each<[string, 1 | -1, string]>([
    ['a', 1, 'bac'],
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['c', 1, 'abc'],
    ['a', -1, 'abc'],
  ])('moves %s by %i: %s', (id, by, expected) => {
    const ids = after(layout, orderOps(layout, id, by)).frames.map(frame => frame.id)
    expect(ids.join('')).toBe(expected)
  })

  // 47 characters across 4 base columns: 1 of 47, 2 of 23, 3 of 15, 4 of 11, 6 of 7.
  it.each<[number, 1 | -1, number | null]>([
    [4, -1, 3],
    [3, 1, 4],
    [4, 1, 6],
    [6, 1, null],
    [1, -1, null],
  ])('sets %i columns by %i: %s', (columns, by, expected) => {
    const own = layoutOf(story('a', place(0, 10, 4, 20), { columns }))
    const ops = columnOps(own, 'a', by)
    const frame = frameIn(after(own, ops), 'a')
    expect(ops.length === 0 ? null : frame?.kind === 'story' && frame.columns).toBe(expected)
  })
})

describe('any gesture', () => {
  const grid = (columns: number, lines: number) =>
    fc.record({ column: fc.nat(columns - 1), row: fc.nat(lines - 4) }).chain(({ column, row }) =>
      fc.record({
        column: fc.constant(column),
        row: fc.constant(row),
        columnSpan: fc.integer({ min: 1, max: columns - column }),
        rowSpan: fc.integer({ min: 3, max: lines - row }),
      }),
    )
  const pages = fc.constantFrom(...papers).chain(own => {
    const at = grid(own.columns, own.lines)
    const storyFrame = fc
      .record({
        at,
        columns: fc.integer({ min: 1, max: 8 }),
        regions: fc.array(at, { maxLength: 2 }),
        boxed: fc.boolean(),
      })
      .map(({ at: first, columns, regions, boxed }): Omit<StoryFrame, 'id'> => {
        const { id: _, ...frame } = story('x', first, {
          columns,
          boxed,
          regions: regions.map(region => ({ ...region, columns: region.columnSpan })),
        })
        return frame
      })
    const adFrame = at.map((first): Omit<AdFrame, 'id'> => ({ ...adFrameDefaults, ...first }))
    return fc
      .array(fc.oneof(storyFrame, adFrame), { minLength: 2, maxLength: 6 })
      .map((frames): PageLayout => {
        return { ...emptyLayout(own), frames: frames.map((frame, index) => ({ ...frame, id: `f${index}` })) }
      })
  })
  const step = fc.record({
    columns: fc.integer({ min: -9, max: 9 }),
    rows: fc.integer({ min: -99, max: 99 }),
  })
  const gesture = fc.record({
    kind: fc.constantFrom('move', 'resize', 'swap', 'duplicate', 'copy', 'order', 'columns', 'remove'),
    step,
    handle: fc.constantFrom(...handles),
    rectangle: fc.nat(2),
    by: fc.constantFrom(1 as const, -1 as const),
  })

  it('leaves every frame on the grid inside the 版心, and its undo restores the page exactly', () => {
    fc.assert(
      fc.property(pages, gesture, (layout, { kind, step: by, handle, rectangle, by: one }) => {
        const ops =
          kind === 'move'
            ? moveOps(layout, 'f0', by)
            : kind === 'resize'
              ? resizeOps(layout, 'f0', handle, by, rectangle)
              : kind === 'swap'
                ? swapOps(layout, 'f0', 'f1')
                : kind === 'duplicate'
                  ? duplicateOps(layout, 'f0', 'copy')
                  : kind === 'copy'
                    ? duplicateOps(layout, 'f0', 'copy', by)
                    : kind === 'order'
                      ? orderOps(layout, 'f0', one)
                      : kind === 'columns'
                        ? columnOps(layout, 'f0', one)
                        : removeOps(layout, 'f0')
        const next = applyOps(layout, ops)
        for (const frame of next.frames) {
          for (const { column, row, columnSpan, rowSpan } of placesOf(frame)) {
            expect([column, row, columnSpan, rowSpan].every(Number.isInteger)).toBe(true)
            expect(column).toBeGreaterThanOrEqual(0)
            expect(row).toBeGreaterThanOrEqual(0)
            expect(column + columnSpan).toBeLessThanOrEqual(layout.paper.columns)
            expect(row + rowSpan).toBeLessThanOrEqual(layout.paper.lines)
          }
        }
        // An op that the log would not take does nothing: one that is answered must do something.
        expect(ops.length === 0 || next !== layout).toBe(true)
        expect(applyOps(next, undoOf(layout, ops))).toEqual(layout)
      }),
      { numRuns: 2000 },
    )
  })

  it('copies into free room wherever there is some', () => {
    const layout = layoutOf(ad('a', place(0, 0, 6, 70)), ad('b', place(2, 70, 1, 6)))
    const copied = after(layout, duplicateOps(layout, 'b', 'copy'))
    const copy = frameIn(copied, 'copy')!
    expect(layout.frames.some(frame => overlaps(frame, copy))).toBe(false)
  })
})
