import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adFrameDefaults, emptyLayout, storyFrameDefaults } from '../frame-defaults'
import { pageLayoutSchema, type Frame, type PageLayout } from '../layout'
import { paperOf } from '../paper'
import { applyOps, changeOf, undoOf } from './page-change'
import { applyOp, inverseOf, type PageOp } from './page-op'
import { anyOps } from './random-ops.testing'

const story = (id: string): Frame => ({
  ...storyFrameDefaults,
  id,
  storyId: 's1',
  column: 0,
  row: 10,
  columnSpan: 3,
  rowSpan: 20,
  columns: 3,
})
const start: PageLayout = {
  ...emptyLayout(paperOf('tabloid-6x11')),
  frames: [
    story('a'),
    story('b'),
    { ...adFrameDefaults, id: 'c', column: 0, row: 60, columnSpan: 6, rowSpan: 10 },
  ],
}
const ids = (layout: PageLayout) => layout.frames.map(frame => frame.id).join('')

describe('applyOp', () => {
  test.each<[string, PageOp, string]>([
    ['adds before a frame', { op: 'add', frame: story('d'), before: 'b' }, 'adbc'],
    ['adds at the end', { op: 'add', frame: story('d'), before: null }, 'abcd'],
    ['adds at the end where that frame is gone', { op: 'add', frame: story('d'), before: 'x' }, 'abcd'],
    ['never adds an id twice', { op: 'add', frame: story('a'), before: null }, 'abc'],
    ['removes', { op: 'remove', frameId: 'b' }, 'ac'],
    ['removes what is gone already', { op: 'remove', frameId: 'x' }, 'abc'],
    ['orders before', { op: 'order', frameId: 'c', before: 'a' }, 'cab'],
    ['orders to the end', { op: 'order', frameId: 'a', before: null }, 'bca'],
    ['orders before itself', { op: 'order', frameId: 'a', before: 'a' }, 'abc'],
  ])('%s', (_, op, after) => {
    expect(ids(applyOp(start, op))).toBe(after)
  })

  test.each<[string, Record<string, unknown>]>([
    ['an id or kind', { id: 'z', kind: 'ad' }],
    ['a field that frames do not have', { nonsense: 1 }],
    ['a value out of bounds', { row: -1 }],
    ['a value of another type', { head: '一号' }],
    ['what it is already', { row: 10 }],
  ])('set leaves a frame alone for %s', (_, fields) => {
    expect(applyOp(start, { op: 'set', frameId: 'a', fields: fields as never })).toBe(start)
  })
})

describe('a full page', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => at)
  const full: PageLayout = {
    ...start,
    frames: many(400).map(at => story(`f${at}`)),
    ignored: many(400).map(at => ({ key: `k${at}`, reason: '版面要求', by: 'p', at: '2026-11-24' })),
  }
  const ignore = (key: string, reason = '版面要求'): PageOp => ({
    op: 'ignore',
    fault: { key, reason, by: 'p', at: '2026-11-24' },
  })

  test.each<[string, PageOp]>([
    ['another frame', { op: 'add', frame: story('more'), before: null }],
    ['another fault kept on purpose', ignore('more')],
  ])('takes not %s', (_, op) => {
    expect(applyOp(full, op)).toBe(full)
    expect(inverseOf(full, op)).toEqual([])
  })

  test('takes another reason, and can still be read', () => {
    const next = applyOp(full, ignore('k7', '领导定的'))
    expect(next.ignored).toHaveLength(400)
    expect(next.ignored.at(-1)!.reason).toBe('领导定的')
    expect(pageLayoutSchema.safeParse(next).success).toBe(true)
  })
})

describe('changes', () => {
  test('nothing to do is no change', () => {
    expect(
      changeOf('change-1', '移动文框', start, [{ op: 'set', frameId: 'a', fields: { row: 10 } }]),
    ).toBeNull()
  })

  test('a field that another hand has changed since stays changed', () => {
    const mine: PageOp = { op: 'set', frameId: 'a', fields: { row: 40 } }
    const undo = inverseOf(start, mine)
    const theirs: PageOp = { op: 'set', frameId: 'a', fields: { boxed: true } }
    expect(applyOps(start, [mine, theirs, ...undo]).frames[0]).toMatchObject({ row: 10, boxed: true })
  })

  test('undo restores exactly, whatever was done', () => {
    fc.assert(
      fc.property(anyOps, ops => {
        const after = applyOps(start, ops)
        expect(applyOps(after, undoOf(start, ops))).toEqual(start)
      }),
      { numRuns: 3000 },
    )
  })

  test('what ops make of a page is a page', () => {
    fc.assert(
      fc.property(anyOps, ops => {
        const after = applyOps(start, ops)
        expect(pageLayoutSchema.parse(after)).toEqual(after)
        expect(new Set(after.frames.map(frame => frame.id)).size).toBe(after.frames.length)
      }),
      { numRuns: 1000 },
    )
  })
})
