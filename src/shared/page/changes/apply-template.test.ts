import { describe, expect, test } from 'vitest'
import { adFrameDefaults, emptyLayout, storyFrameDefaults } from '../frame-defaults'
import type { Frame, PageLayout } from '../layout'
import { paperOf } from '../paper'
import { applyTemplate, templateOf } from './apply-template'
import { applyOps, undoOf } from './page-change'

const story = (id: string, storyId: string | null, row: number): Frame => ({
  ...storyFrameDefaults,
  id,
  storyId,
  column: 0,
  row,
  columnSpan: 3,
  rowSpan: 20,
  columns: 3,
})
const folio: Frame = { id: 'folio', kind: 'folio', column: 0, row: 0, columnSpan: 6, rowSpan: 3 }
const masthead: Frame = { id: 'head', kind: 'masthead', column: 0, row: 0, columnSpan: 6, rowSpan: 9 }
const ad: Frame = {
  ...adFrameDefaults,
  id: 'ad',
  client: '县农商行',
  image: 'a'.repeat(64),
  column: 0,
  row: 60,
  columnSpan: 6,
  rowSpan: 16,
}
const page = (frames: Frame[], paper = 'tabloid-6x11'): PageLayout => ({
  ...emptyLayout(paperOf(paper)),
  frames,
})
const ids = () => {
  let count = 0
  return () => `new-${++count}`
}
const storyIds = (layout: PageLayout) =>
  layout.frames.flatMap(frame => (frame.kind === 'story' ? [frame.storyId] : []))

describe('applyTemplate', () => {
  const own = page([masthead, story('a', 'A', 9), story('b', 'B', 30)])
  test.each<[string, PageLayout, (string | null)[]]>([
    ['as many frames as stories', page([folio, story('x', null, 3), story('y', null, 30)]), ['A', 'B']],
    [
      'more frames: the rest stay free',
      page([folio, story('x', null, 3), story('y', null, 30), story('z', null, 50)]),
      ['A', 'B', null],
    ],
    ['fewer frames: the last leave', page([folio, story('x', null, 3)]), ['A']],
  ])('%s', (_, template, expected) => {
    const after = applyOps(own, applyTemplate(own, template, ids()))
    expect(storyIds(after)).toEqual(expected)
    // The first page keeps its 报头 on whatever pattern.
    expect(after.frames[0]?.kind).toBe('masthead')
  })

  test('brings its paper, and is undone in one step', () => {
    const template = page([folio, story('x', null, 3)], 'tabloid-7x10')
    const ops = applyTemplate(own, template, ids())
    const after = applyOps(own, ops)
    expect(after.paper.id).toBe('tabloid-7x10')
    expect(applyOps(after, undoOf(own, ops))).toEqual(own)
  })
})

test('a template keeps places and forgets what stood on them', () => {
  const template = templateOf(page([folio, story('a', 'A', 3), ad]))
  expect(storyIds(template)).toEqual([null])
  expect(template.frames[2]).toMatchObject({ kind: 'ad', client: '', image: null, label: '广告', row: 60 })
})
