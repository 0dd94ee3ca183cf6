import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { emptyParts, type StoryParts } from '../../story/parts'
import { em, setParagraph } from '../../typeset'
import { applyOps, undoOf } from '../changes/page-change'
import { composeCache } from '../compose/cache'
import { composePage } from '../compose/compose'
import { newStoryFrame } from '../edit/drop-story'
import { overlaps, placesOf } from '../frame-places'
import { adFrameDefaults, insetPhotoDefaults } from '../frame-defaults'
import type { Frame, PageLayout, StoryFrame } from '../layout'
import type { PageView } from '../view/page-view'
import { paperOf } from '../paper'
import type { Offer } from './offer'
import { offersFor } from './offers'
import { storyWithout } from './passages'
import { anyDeskPage, noFacts, pageOf } from './random-pages.testing'
import { standingOf } from './standing'
import { oversetOf } from './trials'

const paper = paperOf('tabloid-6x11')
const text = '今年冬灌比去年提前五天，各镇都做了准备，渠道清了淤，闸门上了油，管水员也都到了岗。'
/** Paragraphs whose last line is so short that squeezing wins it. */
const tight = ['，', '，也', '，“也”', '，“也都”'].flatMap(end =>
  Array.from({ length: 36 }, (_, at) => `${text}${text.slice(0, at + 2)}${end}。`).filter(
    one =>
      setParagraph({ text: one, indent: em(2), looseness: -1 }, em(11)).lines.length <
      setParagraph({ text: one, indent: em(2) }, em(11)).lines.length,
  ),
)
const paragraphOf = (at: number) => tight[at % tight.length]!
const photo = {
  kind: 'photo' as const,
  image: null,
  width: 1500,
  height: 1000,
  caption: '渠水流进麦田。',
  credit: '史婉 摄',
}
const story = (paragraphs: number, more: Partial<StoryParts> = {}): StoryParts => ({
  ...emptyParts,
  headline: '冬灌开闸',
  blocks: Array.from({ length: paragraphs }, (_, at) => {
    return { kind: 'paragraph' as const, text: paragraphOf(at) }
  }),
  ...more,
})
const frame = (rowSpan: number, more: Partial<StoryFrame> = {}): StoryFrame => ({
  ...newStoryFrame(paper, 'a', 's', { column: 0, row: 20, columnSpan: 3, rowSpan }),
  ...more,
})
const one = (own: StoryFrame, parts: StoryParts, ...others: Frame[]) =>
  pageOf(
    [own, ...others],
    new Map([
      ['s', parts],
      ['t', story(5, { headline: '供热管网试运行' })],
    ]),
  )
const offersOf = (view: PageView, id = 'a') =>
  [...offersFor(view, id)].filter((offer): offer is Offer => offer !== null)
const fitOf = (view: PageView, id = 'a') => view.composed.frames.get(id)!.fit!

/** The page with an offer taken; cuts as their editor makes them. */
function taken(view: PageView, offer: Offer, id = 'a', cache = composeCache()): PageView {
  const own = view.layout.frames.find((one): one is StoryFrame => one.id === id && one.kind === 'story')!
  const stories = new Map(view.stories)
  if (offer.cuts.length > 0) {
    const parts = stories.get(own.storyId!)!
    stories.set(
      own.storyId!,
      storyWithout(
        parts,
        offer.cuts.map(cut => cut.passage),
      ),
    )
  }
  const layout = applyOps(view.layout, offer.ops)
  return { ...view, layout, stories, composed: composePage(layout, stories, noFacts, cache) }
}

/** Rows that a story takes, by setting it. */
const rowsFor = (parts: StoryParts, more: Partial<StoryFrame> = {}): number => {
  for (let rows = 6; ; rows++) if (standingOf(fitOf(one(frame(rows, more), parts))) !== 'over') return rows
}

describe('a story that is over', () => {
  const fits = rowsFor(story(8))

  it.each([1, 2, 3])('by %d rows is offered so many more, and then fits', short => {
    const view = one(frame(fits - short), story(8))
    const offer = offersOf(view).find(({ key }) => key === 'rows foot')!
    expect(offer).toMatchObject({
      label: `文框向下加 ${short} 行`,
      leaves: '正好',
      outcome: { settles: true },
    })
    expect(fitOf(taken(view, offer)).overset.lines).toBe(0)
  })

  it('is offered every kind of way', () => {
    const inset = {
      ...insetPhotoDefaults,
      source: { kind: 'story' as const, storyId: 's', photo: 0 },
      column: 0,
      row: 0,
      columnSpan: 2,
      rowSpan: 12,
    }
    const parts = story(8, { blocks: [photo, ...story(8).blocks], kicker: '提前五天' })
    const more = {
      columnSpan: 4,
      columns: 4,
      photos: [inset],
      head: { ...frame(9).head, size: '初号' as const },
    }
    const view = one(frame(rowsFor(parts, more) - 1, more), parts)
    const kinds = new Set(
      offersOf(view)
        .filter(({ outcome }) => outcome.fit.overset.lines === 0)
        .map(({ kind }) => kind),
    )
    expect([...kinds].sort()).toEqual(['cuts', 'headSize', 'looseness', 'photo', 'rows'])
  })

  it('is offered other columns of whole characters', () => {
    const wide = { columnSpan: 4, columns: 4 }
    const view = one(frame(rowsFor(story(8), wide) - 1, wide), story(8))
    const offers = offersOf(view).filter(({ kind }) => kind === 'columns')
    expect(offers.map(({ label }) => label)).toContain('改分 3 栏（四分三，15 字）')
    for (const offer of offers)
      expect(fitOf(taken(view, offer)).overset.lines).toBeLessThan(fitOf(view).overset.lines)
  })

  it('says what a way leaves where it does not suffice', () => {
    const found = [1, 2, 3, 4, 5].flatMap(short => {
      const view = one(frame(fits - short), story(8))
      const offers = offersOf(view).filter(({ leaves }) => leaves.startsWith('还溢'))
      for (const offer of offers) {
        expect(offer.outcome.settles).toBe(false)
        expect(offer.leaves).toBe(`还溢 ${fitOf(taken(view, offer)).overset.lines} 行`)
      }
      return offers
    })
    expect(found.length).toBeGreaterThan(0)
  })

  it('takes rows from the frame below, and what stands beside it goes along', () => {
    const below = newStoryFrame(paper, 'b', 't', {
      column: 0,
      row: 20 + fits - 2,
      columnSpan: 6,
      rowSpan: 20,
    })
    const beside = newStoryFrame(paper, 'c', null, { column: 3, row: 20, columnSpan: 3, rowSpan: fits - 2 })
    const view = one(frame(fits - 2), story(8), below, beside)
    const after = taken(
      view,
      offersOf(view).find(({ key }) => key === 'rows foot')!,
    )
    expect(after.layout.frames.map(({ row, rowSpan }) => [row, rowSpan])).toEqual([
      [20, fits],
      [20 + fits, 18],
      [20, fits],
    ])
  })

  it.each<[string, Frame]>([
    [
      'an advertisement',
      { ...adFrameDefaults, id: 'b', column: 2, row: 20 + fits - 2, columnSpan: 2, rowSpan: 10 },
    ],
    [
      'a frame that is low already',
      newStoryFrame(paper, 'b', 't', { column: 0, row: 20 + fits - 2, columnSpan: 3, rowSpan: 6 }),
    ],
  ])('takes no rows from %s', (_, below) => {
    const offers = offersOf(one(frame(fits - 2), story(8), below))
    expect(offers.some(({ key }) => key === 'rows foot')).toBe(false)
    expect(offers.some(({ key }) => key === 'rows head')).toBe(true)
  })

  it('says whom a way would press', () => {
    const rows = rowsFor(story(5))
    const below = newStoryFrame(paper, 'b', 't', {
      column: 0,
      row: 20 + fits - 3,
      columnSpan: 3,
      rowSpan: rows,
    })
    const above = { ...adFrameDefaults, id: 'c', column: 0, row: 10, columnSpan: 3, rowSpan: 10 }
    const view = one(frame(fits - 3), story(8), below, above)
    const offers = offersOf(view).filter(({ kind }) => kind === 'rows')
    for (const offer of offers) expect(offer.leaves).toMatch(/^压《供热管网…》\d+ 行$|^还溢/)
    expect(offers.every(({ outcome }) => outcome.overset.after < outcome.overset.before)).toBe(true)
  })

  it('is offered cuts of its text as it stands, each for the lines that it saves', () => {
    const view = one(frame(fits - 1), story(8))
    const offer = offersOf(view).find(({ kind }) => kind === 'cuts')!
    const { blocks } = view.stories.get('s')!
    for (const { passage } of offer.cuts) {
      const block = blocks[passage.block]!
      expect(block.kind === 'paragraph' && block.text.slice(passage.start, passage.end)).toBe(passage.text)
    }
    const saved = offer.cuts.reduce((sum, cut) => sum + cut.lines, 0)
    expect(saved).toBeGreaterThanOrEqual(fitOf(view).overset.lines)
    expect(fitOf(taken(view, offer)).overset.lines).toBe(0)
    expect(offer.ops).toEqual([])
  })
})

describe('a story with white', () => {
  const fits = rowsFor(story(8))
  it('is offered fewer rows, and then has none to speak of', () => {
    const view = one(frame(fits + 4), story(8))
    const offer = offersOf(view).find(({ kind }) => kind === 'rows')!
    expect(offer.label).toMatch(/^文框减 [34] 行$/)
    expect(standingOf(fitOf(taken(view, offer)))).toBe('fits')
  })
  it('is offered no cuts', () => {
    expect(offersOf(one(frame(fits + 4), story(8))).some(({ kind }) => kind === 'cuts')).toBe(false)
  })
})

describe('a story in a frame of L shape', () => {
  /** Three columns, and two beside their lower part that end `ragged` rows lower. */
  const shape = (rows: number, ragged = 0) => {
    const region = { column: 3, row: 26, columnSpan: 2, rowSpan: rows - 6 + ragged, columns: 2 }
    return frame(rows, { regions: [region] })
  }
  const rowsIn = (ragged: number) => {
    for (let rows = 9; ; rows++)
      if (standingOf(fitOf(one(shape(rows, ragged), story(8)))) !== 'over') return rows
  }
  const rowOffers = (view: PageView) =>
    offersOf(view)
      .filter(({ kind }) => kind === 'rows')
      .map(({ label, leaves }) => [label, leaves])

  it.each<[string, number, number, string, string]>([
    ['of level feet that is over, all of it deeper', 0, -1, '文框向下加 1 行', '空 4 行'],
    ['of level feet that is over, its last rectangle upwards', 0, -1, '第 2 块向上加 1 行', '正好'],
    ['of ragged feet that is over, its last rectangle', 4, -1, '第 2 块向下加 2 行', '正好'],
    ['of ragged feet that is over, its first rectangle', 4, -1, '第 1 块向下加 1 行', '正好'],
    ['of level feet with white, all of it lower', 0, 2, '文框减 2 行', '空 4 行'],
    ['of ragged feet with white, its last rectangle', 4, 1, '第 2 块减 3 行', '正好'],
    ['of ragged feet with white, its first rectangle', 4, 1, '第 1 块减 2 行', '正好'],
  ])('%s is offered', (_, ragged, more, label, leaves) => {
    const view = one(shape(rowsIn(ragged) + more, ragged), story(8))
    expect(rowOffers(view)).toContainEqual([label, leaves])
  })

  it('takes rows from the frame below under both, so that no hole comes of it', () => {
    const rows = rowsIn(0) - 1
    const below = newStoryFrame(paper, 'b', 't', { column: 0, row: 20 + rows, columnSpan: 6, rowSpan: 20 })
    const view = one(shape(rows), story(8), below)
    const after = taken(
      view,
      offersOf(view).find(({ key }) => key === 'rows foot')!,
    )
    expect(after.layout.frames.flatMap(placesOf).map(({ row, rowSpan }) => [row, rowSpan])).toEqual([
      [20, rows + 1],
      [26, rows - 5],
      [21 + rows, 19],
    ])
  })

  it('whose rectangles stand over one another is not torn apart', () => {
    const region = { column: 0, row: 29, columnSpan: 2, rowSpan: 30, columns: 2 }
    const view = one(frame(9, { regions: [region] }), story(8))
    expect(fitOf(view).underset.lines).toBeGreaterThan(2)
    const labels = rowOffers(view).map(([label]) => label)
    expect(labels.length).toBeGreaterThan(0)
    for (const label of labels) expect(label).toMatch(/^第 2 块减/)
  })
})

test.each<[string, Frame]>([
  ['a story that fits', frame(rowsFor(story(8)))],
  ['a place kept free', frame(20, { storyId: null })],
  ['an advertisement', { ...adFrameDefaults, id: 'a', column: 0, row: 0, columnSpan: 2, rowSpan: 10 }],
])('%s is offered nothing', (_, own) => {
  expect(offersOf(pageOf([own], new Map([['s', story(8)]])))).toEqual([])
})

test('it can be paused between any two trials', () => {
  const view = one(frame(rowsFor(story(8)) - 2), story(8))
  const steps = [...offersFor(view, 'a')]
  expect(steps.filter(step => step === null).length).toBeGreaterThan(10)
})

/** Frames of which something finds no room. */
const hiding = ({ composed }: PageView) =>
  [...composed.frames].filter(([, { hides }]) => hides).map(([id]) => id)

const overlapsOf = ({ frames }: PageLayout) =>
  frames.flatMap(placesOf).flatMap((a, at, all) => all.slice(at + 1).filter(b => overlaps(a, b))).length

test('whatever the page: an offer never leaves more over, comes out as it says, and is undone whole', () => {
  let offers = 0
  fc.assert(
    fc.property(anyDeskPage, view => {
      const before = oversetOf(view.composed)
      const cache = composeCache()
      for (const { id } of view.layout.frames) {
        const isOver = standingOf(fitOf(view, id)) === 'over'
        for (const offer of offersOf(view, id)) {
          offers++
          const after = taken(view, offer, id, cache)
          const { overset, underset } = fitOf(after, id)
          expect({ overset, underset }).toEqual(offer.outcome.fit)
          expect(offer.outcome.overset).toEqual({ before, after: oversetOf(after.composed) })
          expect(oversetOf(after.composed)).toBeLessThanOrEqual(before)
          expect(overset.lines).toBeLessThan(isOver ? fitOf(view, id).overset.lines : 1)
          expect(hiding(view)).toEqual(expect.arrayContaining(hiding(after)))
          expect(overlapsOf(after.layout)).toBe(overlapsOf(view.layout))
          expect(offer.label.length).toBeLessThanOrEqual(40)
          const back = applyOps(after.layout, undoOf(view.layout, offer.ops))
          expect(back).toEqual(view.layout)
        }
      }
    }),
    { numRuns: 12 },
  )
  expect(offers).toBeGreaterThan(60)
})
