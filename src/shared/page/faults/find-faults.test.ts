import { pt } from '../sizes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Frame } from '../layout'
import type { FaultRuleId, FaultSettings } from './fault'
import { faultRuleIds } from './fault'
import { findFaults, standingErrors } from './find-faults'
import { headPairs } from './pairs/head-pairs.testing'
import {
  ad,
  box,
  crosshead,
  folio,
  inset,
  lines,
  loose,
  ofStory,
  parts,
  photo,
  photoBlock,
  region,
  strap,
  viewOf,
  words,
  type PageFixture,
} from './pairs/pages.testing'
import { photoAndRecordPairs } from './pairs/photo-and-record-pairs.testing'
import { shapePairs } from './pairs/shape-pairs.testing'
import { textPairs } from './pairs/text-pairs.testing'

const pairs = [...headPairs, ...textPairs, ...shapePairs, ...photoAndRecordPairs]
const standard: FaultSettings = { severities: {} }
const of = (rule: FaultRuleId, page: PageFixture) =>
  findFaults(viewOf(page), standard).filter(fault => fault.rule === rule)

describe('rules', () => {
  test.each(pairs)('$rule: $fault', ({ rule, page }) => {
    const found = of(rule, page)
    expect(found).not.toEqual([])
    for (const { message, remedy, marks } of found) {
      expect(message).toMatch(/^[^。]+$/u)
      expect(remedy).toMatch(/。$/u)
      expect(marks.length).toBeGreaterThan(0)
    }
  })

  test.each(pairs)('$rule: nothing at $shortOf', ({ rule, near }) => {
    expect(of(rule, near)).toEqual([])
  })

  test('each has a pair', () => {
    expect(new Set(pairs.map(({ rule }) => rule))).toEqual(new Set(faultRuleIds))
  })
})

const butting: PageFixture = {
  frames: [box('a', [0, 10, 3, 20]), box('b', [3, 10, 3, 20], { head: { size: '小一' } })],
  stories: {
    a: parts([lines(60)], { headline: '清水河干渠今天提前开闸放水' }),
    b: parts([lines(60)], { headline: '清水河干渠今天提前开闸放水' }),
  },
}

describe('a page', () => {
  test('that is laid out well has no faults', () => {
    const page: PageFixture = {
      frames: [
        box('lead', [0, 3, 4, 35], {
          head: { size: '一号' },
          photos: [inset(ofStory('lead'), [1, 0, 2, 14])],
          ruleRight: 'thin',
        }),
        box('side', [4, 3, 2, 30]),
        box('low', [0, 38, 2, 38], { photos: [inset(ofStory('low'), [0, 0, 2, 12])], ruleRight: 'thin' }),
        box('right', [2, 38, 2, 22]),
        box('long', [4, 33, 2, 27]),
        ad('ad', [2, 60, 4, 16]),
      ],
      stories: {
        lead: parts([lines(46), crosshead('水到地头'), lines(50), photoBlock()], {
          headline: '清水河干渠提前开闸',
        }),
        side: parts([lines(25), lines(29)], { headline: '麦田喝上越冬水' }),
        low: parts([lines(21), lines(25), photoBlock()], { headline: '农技员住进村里' }),
        right: parts([lines(16), lines(22)], { headline: '小学添了图书角' }),
        long: parts([lines(11), crosshead('学会刨木'), lines(35)], { headline: '夜校开了木工课' }),
      },
    }
    const found = findFaults(viewOf(page), standard)
    expect(found.map(({ key, severity, message }) => `${severity} ${key} ${message}`)).toEqual([])
  })

  test('weighs each rule as the paper wants, and leaves out those that it does not want', () => {
    const weighed = (severities: FaultSettings['severities']) =>
      findFaults(viewOf(butting), { severities }).flatMap(fault =>
        fault.rule === 'buttingHeads' ? [fault.severity] : [],
      )
    expect(weighed({})).toEqual(['warn'])
    expect(weighed({ buttingHeads: 'error' })).toEqual(['error'])
    expect(weighed({ buttingHeads: 'off' })).toEqual([])
    const alike = { ...butting, frames: [box('a', [0, 10, 3, 20]), box('b', [3, 10, 3, 20])] }
    const [found] = of('buttingHeads', alike)
    expect(found).toMatchObject({ severity: 'error', key: 'buttingHeads:a+b:' })
  })

  test('has the same key for a fault while its frames are moved about', () => {
    const keys = (row: number) =>
      of('buttingHeads', {
        ...butting,
        frames: [box('a', [0, row, 3, 20]), box('b', [3, row, 3, 24]), ad('x', [0, 60, 6, 16])],
      }).map(fault => fault.key)
    expect(keys(10)).toEqual(['buttingHeads:a+b:'])
    expect(keys(14)).toEqual(keys(10))
  })

  test('keeps a fault on purpose under its key, and no other', () => {
    const view = viewOf({
      frames: [ad('x', [0, 10, 3, 9], { label: '' }), ad('y', [0, 30, 3, 9], { label: '' })],
    })
    const kept = {
      key: 'unmarkedAd:x:',
      reason: '公益广告，自带标记',
      by: 'p',
      at: '2026-11-24T10:00:00.000Z',
    }
    const layout = { ...view.layout, ignored: [kept] }
    const found = findFaults({ ...view, layout }, { severities: { unfilled: 'off' } })
    expect(found.map(fault => [fault.key, fault.ignored])).toEqual([
      ['unmarkedAd:x:', kept],
      ['unmarkedAd:y:', null],
    ])
    expect(standingErrors(found).map(fault => fault.key)).toEqual(['unmarkedAd:y:'])
  })
})

const place = fc.tuple(fc.nat(6), fc.nat(76), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 }))
const id = fc.constantFrom('a', 'b', 'c', 'c-2', 'c-3', 'gone')
const source = fc.oneof(
  fc.tuple(id, fc.nat(2)).map(([story, at]) => ofStory(story, at)),
  fc.constant(loose()),
)
const edge = fc.constantFrom('none' as const, 'thin' as const)
const anyFrame: fc.Arbitrary<Frame> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        id,
        place,
        columns: fc.integer({ min: 1, max: 8 }),
        regions: fc.array(place.map(region), { maxLength: 2 }),
        photos: fc.array(
          fc.tuple(source, place).map(([from, at]) => inset(from, at)),
          { maxLength: 2 },
        ),
        boxed: fc.boolean(),
        continues: fc.boolean(),
        nudge: fc.constantFrom(...[0, 0, 4, -20].map(n => pt(n))),
        head: fc.record({
          direction: fc.constantFrom('horizontal' as const, 'vertical' as const),
          size: fc.constantFrom('三号' as const, '初号' as const),
          column: fc.nat(3),
        }),
        ruleAbove: edge,
        ruleRight: edge,
      })
      .map(({ id, place, ...more }) => box(id, place, { ...more, storyId: id.split('-')[0] ?? null })),
  },
  fc.tuple(id, place, source).map(([id, at, from]) => photo(id, at, from, { facing: 'left' })),
  fc.tuple(id, place).map(([id, at]) => ad(id, at, { label: '' })),
  fc.tuple(id, place).map(([id, at]) => strap(id, at)),
  fc.tuple(id, place).map(([id, at]) => folio(at, id)),
)
const anyText = fc.oneof(
  fc.nat(400).map(count => words(count)),
  fc.string({ unit: fc.constantFrom(...'水渠，。“”《》下转第3版——…5%a '), maxLength: 120 }),
)
const anyStory = fc
  .record({ texts: fc.array(anyText, { maxLength: 4 }), headline: anyText.map(text => text.slice(0, 30)) })
  .map(({ texts, headline }) =>
    parts([...texts.map(text => ({ kind: 'paragraph' as const, text })), photoBlock()], { headline }),
  )
const anyFrames = fc.uniqueArray(anyFrame, { maxLength: 8, selector: frame => frame.id })
const anyPage: fc.Arbitrary<PageFixture> = fc.record({
  frames: anyFrames,
  bare: fc.boolean(),
  stories: fc.record({ a: anyStory, b: anyStory, c: anyStory }),
  others: fc.record({ 1: anyFrames, 3: anyFrames }),
})

describe('any page', () => {
  test('has faults that are found again, each with its own key, within the page', () => {
    fc.assert(
      fc.property(anyPage, page => {
        const view = viewOf(page)
        const found = findFaults(view, standard)
        expect(findFaults(viewOf(structuredClone(page)), standard)).toEqual(found)
        expect(new Set(found.map(fault => fault.key)).size).toBe(found.length)
        const ids = new Set(view.layout.frames.map(frame => frame.id))
        for (const { key, frameIds, marks, message, remedy } of found) {
          expect(key.length).toBeLessThanOrEqual(400)
          expect(frameIds.filter(one => !ids.has(one))).toEqual([])
          expect(marks.length).toBeGreaterThan(0)
          const numbers = marks.flatMap(({ x, y, width, height }) => [x, y, width, height])
          expect(numbers.every(Number.isFinite)).toBe(true)
          expect(marks.every(({ width, height }) => width >= 0 && height >= 0)).toBe(true)
          expect(`${message}${remedy}`).not.toMatch(/NaN|undefined|null|Infinity/u)
        }
      }),
      { numRuns: 50 },
    )
  })
})
