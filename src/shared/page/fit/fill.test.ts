import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fieldsOf } from '../../budget/story-fields'
import type { StoryBlock, StoryParts } from '../../story/parts'
import { applyOps, undoOf } from '../changes/page-change'
import { composePage } from '../compose/compose'
import { photosOf } from '../compose/photo'
import { photoShape } from '../edit/drop-photo'
import { newStoryFrame, rowsOfStory } from '../edit/drop-story'
import { overlaps, placesOf } from '../frame-places'
import { holesOf } from '../edit/page-room'
import { adFrameDefaults, emptyLayout } from '../frame-defaults'
import type { PageLayout } from '../layout'
import { columnMeasure, paperOf, type GridPlace } from '../paper'
import { fillOps, fillsOf, likelyFills, missOf, rankedFills, type Fill } from './fill'
import { anyDeskStory, noFacts } from './random-pages.testing'
import { rankedShapes, shapeOps, wholeShapes, type WholeShape } from './shapes'

const paper = paperOf('tabloid-6x11')
const empty = emptyLayout(paper)
const found = <T>(steps: Iterable<T | null>): T[] => [...steps].filter((one): one is T => one !== null)

const place = fc
  .record({
    column: fc.integer({ min: 0, max: 5 }),
    columnSpan: fc.integer({ min: 1, max: 6 }),
    row: fc.integer({ min: 0, max: 40 }),
    rowSpan: fc.integer({ min: 8, max: 36 }),
  })
  .map((one): GridPlace => ({ ...one, columnSpan: Math.min(one.columnSpan, paper.columns - one.column) }))

const waiting = fc
  .array(anyDeskStory, { minLength: 1, maxLength: 6 })
  .map(all => all.map((parts, at) => ({ id: `s${at}`, parts })))

/** A page with nothing free but a hole. */
const around = (hole: GridPlace): PageLayout => {
  const foot = hole.row + hole.rowSpan
  const right = hole.column + hole.columnSpan
  const places: GridPlace[] = [
    { column: 0, row: 0, columnSpan: paper.columns, rowSpan: hole.row },
    { column: 0, row: foot, columnSpan: paper.columns, rowSpan: paper.lines - foot },
    { column: 0, row: hole.row, columnSpan: hole.column, rowSpan: hole.rowSpan },
    { column: right, row: hole.row, columnSpan: paper.columns - right, rowSpan: hole.rowSpan },
  ]
  const frames = places
    .filter(one => one.columnSpan > 0 && one.rowSpan > 0)
    .map((one, at) => ({ ...adFrameDefaults, ...one, id: `ad${at}` }))
  return { ...empty, frames }
}

const setOn = (layout: PageLayout, id: string, parts: StoryParts) =>
  composePage(layout, new Map([[id, parts]]), noFacts).frames.get('new')!

describe('填空', () => {
  it('finds the hole of a page, and the whole page where it is empty', () => {
    const hole = { column: 2, row: 20, columnSpan: 3, rowSpan: 15 }
    expect(holesOf(around(hole), 3)).toEqual([hole])
    expect(holesOf(empty, 3)).toEqual([{ column: 0, row: 0, columnSpan: 6, rowSpan: paper.lines }])
    expect(holesOf(around({ ...hole, rowSpan: 2 }), 3)).toEqual([])
  })

  test('whatever waits: what is offered fits within the tolerance, stands as it says, and is undone', () => {
    fc.assert(
      fc.property(place, waiting, fc.integer({ min: 0, max: 20 }), (hole, stories, tolerance) => {
        const layout = around(hole)
        for (const fill of found(fillsOf(paper, hole, stories, tolerance))) {
          expect(missOf(fill)).toBeLessThanOrEqual(tolerance)
          expect(Number.isInteger(columnMeasure(paper, hole.columnSpan, fill.columns))).toBe(true)
          const ops = fillOps(layout, hole, 'new', fill)
          const after = applyOps(layout, ops)
          const { fit } = setOn(after, fill.storyId, stories.find(({ id }) => id === fill.storyId)!.parts)
          expect({ overset: fit!.overset, underset: fit!.underset }).toEqual(fill.fit)
          expect(after.frames.find(({ id }) => id === 'new')).toMatchObject(hole)
          expect(applyOps(after, undoOf(layout, ops))).toEqual(layout)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('the estimate passes over no story that fits', () => {
    let fits = 0
    fc.assert(
      fc.property(place, waiting, fc.integer({ min: 0, max: 12 }), (hole, stories, tolerance) => {
        const rows = stories.map(({ id, parts }) => ({ id, ...fieldsOf(parts, 0) }))
        const likely = new Set(likelyFills(paper, hole, rows, tolerance).map(({ id }) => id))
        for (const { storyId } of found(fillsOf(paper, hole, stories, tolerance))) {
          fits++
          expect(likely).toContain(storyId)
        }
      }),
      { numRuns: 150 },
    )
    expect(fits).toBeGreaterThan(10)
  })

  it('counts a line that is over at the width of the columns that take it', () => {
    // Two base columns may be filled as one of 23 characters, and twelve lines over are twelve of those.
    const hole = { column: 3, columnSpan: 2, row: 15, rowSpan: 11 }
    const rows = [{ id: 's', characters: 405, photos: 1 }]
    expect(likelyFills(paper, hole, rows, 12)).toEqual(rows)
    expect(likelyFills(paper, hole, rows, 4)).toEqual([])
  })

  it('sets few of hundreds, the likeliest first', () => {
    const hole = { column: 0, row: 0, columnSpan: 2, rowSpan: 20 }
    const rows = Array.from({ length: 500 }, (_, at) => ({ id: `s${at}`, characters: at * 8, photos: 0 }))
    const likely = likelyFills(paper, hole, rows, 3)
    expect(likely.length).toBeLessThanOrEqual(60)
    expect(likely[0]!.characters).toBeGreaterThan(200)
    expect(likely[0]!.characters).toBeLessThan(460)
  })

  it('ranks what is even before what is white before what is over', () => {
    const fill = (over: number, under: number): Fill => {
      const fit = {
        overset: { lines: over, characters: over * 11 },
        underset: { lines: under, characters: under * 11 },
      }
      return {
        storyId: `${over} ${under}`,
        columns: 2,
        headSteps: 0,
        looseness: 0,
        photos: [],
        photosLeft: 0,
        fit,
        cost: over * 2 + under,
      }
    }
    const ids = rankedFills([fill(2, 0), fill(0, 2), fill(0, 0), fill(0, 3)]).map(({ storyId }) => storyId)
    expect(ids).toEqual(['0 0', '0 2', '0 3', '2 0'])
  })
})

describe('填空 with a story that has photos', () => {
  const parts: StoryParts = fc.sample(anyDeskStory, { numRuns: 1, seed: 5 })[0]!
  const photos = (count: number): StoryParts => ({
    ...parts,
    blocks: parts.blocks.flatMap((block): StoryBlock[] =>
      block.kind === 'photo' ? Array.from({ length: count }, () => block) : [block],
    ),
  })
  const columnSpan = 3
  /** Rows of the text alone, and as many more as a photo of two columns takes from three. */
  const textRows = rowsOfStory(paper, parts, columnSpan, columnSpan)!
  const { photo } = photosOf(parts)[0]!
  const photoRows = Math.ceil((photoShape(paper, photo, 2).rowSpan * 2) / columnSpan)

  test.each<[string, number, number, readonly number[], number, number]>([
    ['comes with its photo where it goes in', textRows + photoRows, 1, [], 1, 0],
    ['comes with all of its photos', textRows + 2 * photoRows, 2, [], 2, 0],
    ['leaves its photo where only the text goes in', textRows, 1, [], 0, 1],
    ['leaves all where not all go in', textRows, 2, [], 0, 2],
    ['does not bring a photo that stands on the page', textRows, 1, [0], 0, 0],
    ['brings the other photo then', textRows + photoRows, 2, [0], 1, 0],
  ])('%s', (_, rowSpan, count, placed, brought, left) => {
    const hole = { column: 1, row: 4, columnSpan, rowSpan }
    const story = { id: 's', parts: photos(count), placed }
    const [fill] = found(fillsOf(paper, hole, [story], 3))
    expect([fill?.photos.length, fill?.photosLeft]).toEqual([brought, left])
    const sources = fill!.photos.map(({ source }) => source.kind === 'story' && source.photo)
    expect(sources).toEqual(
      Array.from({ length: count }, (_, at) => at).filter(at => brought > 0 && !placed.includes(at)),
    )
    // What is offered counts on them: so the story stands when it is put there.
    const set = setOn(applyOps(around(hole), fillOps(around(hole), hole, 'new', fill!)), 's', story.parts)
    expect(set.fit).toMatchObject(fill!.fit)
    expect(set.hides).toBe(false)
  })
})

describe('the shapes of a chosen story', () => {
  test('hold all of it in whole characters, inside the room, and one row less would not', () => {
    fc.assert(
      fc.property(place, anyDeskStory, (hole, parts) => {
        const layout = around(hole)
        for (const shape of rankedShapes(found(wholeShapes(layout, parts, hole)))) {
          expect(columnMeasure(paper, shape.columnSpan, shape.columns)).toBe(shape.measure)
          expect(Number.isInteger(shape.measure)).toBe(true)
          const after = applyOps(layout, shapeOps(layout, shape, 'new', 's'))
          const own = after.frames.find(({ id }) => id === 'new')!
          expect(setOn(after, 's', parts).fit!.overset.lines).toBe(0)
          expect(layout.frames.some(frame => placesOf(frame).some(one => overlaps(one, own)))).toBe(false)
          const lower = shapeOps(layout, { ...shape, rowSpan: shape.rowSpan - 1 }, 'new', 's')
          const less = setOn(applyOps(layout, lower), 's', parts)
          expect(less.hides || less.fit!.overset.lines > 0 || shape.rowSpan <= 3).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('are 长栏 and 破栏, the one first that fills its room', () => {
    const parts: StoryParts = fc.sample(anyDeskStory, { numRuns: 1, seed: 5 })[0]!
    const shapes = rankedShapes(found(wholeShapes(empty, parts, null)))
    const names = new Set(shapes.map(({ name }) => name))
    expect([...names]).toEqual(expect.arrayContaining(['基本栏', '两长', '三分二', '四分三']))
    const key = ({ columnSpan, columns }: WholeShape) => `${columnSpan} ${columns}`
    expect(new Set(shapes.map(key)).size).toBe(shapes.length)
    const own = shapes.find(({ columnSpan, columns }) => columnSpan === 4 && columns === 3)!
    const hole = { column: 1, row: 10, columnSpan: 4, rowSpan: own.rowSpan }
    expect(rankedShapes(found(wholeShapes(around(hole), parts, hole)))[0]).toMatchObject({
      columnSpan: 4,
      leavesColumns: 0,
    })
  })

  it('go where there is room, and nowhere on a full page', () => {
    const parts: StoryParts = fc.sample(anyDeskStory, { numRuns: 1, seed: 5 })[0]!
    const full = {
      ...empty,
      frames: [newStoryFrame(paper, 'a', null, { column: 0, row: 0, columnSpan: 6, rowSpan: paper.lines })],
    }
    expect(found(wholeShapes(full, parts, null))).toEqual([])
  })
})
