import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyParts } from '../../story/parts'
import { applyOps, undoOf } from '../changes/page-change'
import { composePage } from '../compose/compose'
import { adFrameDefaults, emptyLayout } from '../frame-defaults'
import type { PageLayout } from '../layout'
import type { TextRun } from '../painting'
import { geometryOf, paperOf } from '../paper'
import { newStoryFrame } from './drop-story'
import { alignOps, balanceOps, offGridFrames } from './level'

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
const text = '今年冬灌比去年提前五天，各镇都做了准备，渠道清了淤，闸门上了油，管水员也都到了岗。'
const story = (paragraphs: number) => ({
  ...emptyParts,
  headline: '冬灌开闸',
  blocks: Array.from({ length: paragraphs }, () => ({ kind: 'paragraph' as const, text })),
})
const frame = (id: string, column: number, more = {}) => ({
  ...newStoryFrame(paper, id, id, { column, row: 4, columnSpan: 3, rowSpan: 30 }),
  ...more,
})
const page = (...frames: PageLayout['frames']): PageLayout => ({ ...emptyLayout(paper), frames })
const setOf = (layout: PageLayout, paragraphs = 6) => {
  const stories = new Map(['a', 'b'].map(id => [id, story(paragraphs)]))
  return composePage(layout, stories, facts)
}
/** Baselines of a frame's body lines. */
const baselines = (layout: PageLayout, id: string) =>
  setOf(layout)
    .frames.get(id)!
    .items.filter((item): item is TextRun => item.kind === 'text' && item.source?.part === 'body')
    .map(run => run.y)

it('balances a frame, and lets it fill up again', () => {
  const was = page(frame('a', 0))
  const once = applyOps(was, balanceOps(was, 'a'))
  expect(once.frames[0]).toMatchObject({ balanced: true })
  expect(applyOps(once, balanceOps(once, 'a'))).toEqual(was)
  expect(
    balanceOps(page({ ...adFrameDefaults, id: 'ad', column: 0, row: 0, columnSpan: 1, rowSpan: 4 }), 'ad'),
  ).toEqual([])
})

it('columns that are balanced end within a line of each other, and hold all that they held', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 6 }), (paragraphs, columns) => {
      const own = {
        ...newStoryFrame(paper, 'a', 'a', { column: 0, row: 0, columnSpan: columns, rowSpan: 70 }),
      }
      const was = page(own)
      const loose = setOf(was, paragraphs).frames.get('a')!
      const level = setOf(applyOps(was, balanceOps(was, 'a')), paragraphs).frames.get('a')!
      fc.pre(loose.fit!.overset.lines === 0)
      const feet = level.body!.set.columns.map(lines => (lines.at(-1)?.row ?? -1) + 1)
      const longest = Math.max(...feet)
      // Rules of turning may leave one more line than the division.
      expect(longest - Math.min(...feet.slice(0, -1))).toBeLessThanOrEqual(2)
      expect(level.fit).toEqual(loose.fit)
    }),
    { numRuns: 100 },
  )
})

it('puts text back on the baseline grid, of one frame or of the page', () => {
  const was = page(frame('a', 0, { nudge: 3 }), frame('b', 3, { nudge: -2.5 }))
  const { pitch } = paper
  const { area } = geometryOf(paper)
  const phase = (y: number) => (((y - area.y) % pitch) + pitch) % pitch
  const grid = phase(baselines(page(frame('a', 0)), 'a')[0]!)
  const isOn = (layout: PageLayout, id: string) =>
    baselines(layout, id).every(y => Math.abs(phase(y) - grid) < 0.001)
  expect([isOn(was, 'a'), isOn(was, 'b')]).toEqual([false, false])
  expect(offGridFrames(was).map(({ id }) => id)).toEqual(['a', 'b'])
  const one = applyOps(was, alignOps(was, 'a'))
  expect([isOn(one, 'a'), isOn(one, 'b')]).toEqual([true, false])
  const all = applyOps(was, alignOps(was))
  expect([isOn(all, 'a'), isOn(all, 'b')]).toEqual([true, true])
  // Neighbouring columns of both frames share their lines.
  expect(new Set(baselines(all, 'a'))).toEqual(new Set(baselines(all, 'b')))
  expect(applyOps(all, undoOf(was, alignOps(was)))).toEqual(was)
  expect(alignOps(all)).toEqual([])
})
