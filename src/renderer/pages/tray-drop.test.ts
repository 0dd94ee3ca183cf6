import { pt } from '../../shared/page/sizes'
import { describe, expect, it } from 'vitest'
import { applyOps } from '../../shared/page/changes/page-change'
import { composePage } from '../../shared/page/compose/compose'
import { adFrameDefaults, emptyLayout } from '../../shared/page/frame-defaults'
import type { Frame } from '../../shared/page/layout'
import type { PageView } from '../../shared/page/view/page-view'
import { paperOf, rectOf, type GridPlace } from '../../shared/page/paper'
import { newStoryFrame } from '../../shared/page/edit/drop-story'
import { emptyParts, type StoryParts } from '../../shared/story/parts'
import { dropAt, dropSomewhere, type TrayItem } from './tray-drop'

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
const photo = { image: null, width: 3000, height: 2000, caption: '公园一角', credit: '江南 摄' }
const parts: StoryParts = {
  ...emptyParts,
  headline: '县城公园添新绿',
  blocks: [
    { kind: 'paragraph', text: '今年以来城区新增口袋公园六处，居民出门不远就能见到绿地。'.repeat(16) },
    { kind: 'photo', ...photo },
  ],
}
const viewOf = (...frames: Frame[]): PageView => {
  const layout = { ...emptyLayout(paper), frames }
  const stories = new Map([['s', parts]])
  return { layout, stories, facts, edition: null, composed: composePage(layout, stories, facts) }
}
const ad = (id: string, column: number, row: number, columnSpan: number, rowSpan: number): Frame => {
  return { ...adFrameDefaults, id, column, row, columnSpan, rowSpan }
}
const own = newStoryFrame(paper, 'own', 's', { column: 0, row: 0, columnSpan: 4, rowSpan: 40 })
const empty = newStoryFrame(paper, 'empty', null, { column: 0, row: 0, columnSpan: 2, rowSpan: 20 })
const cell = (column: number, row: number) => {
  const rect = rectOf(paper, { column, row, columnSpan: 1, rowSpan: 1 })
  return { x: pt(rect.x + rect.width / 2), y: pt(rect.y + rect.height / 2) }
}
const story: TrayItem = { kind: 'story', storyId: 's', parts, title: '公园' }
const picture: TrayItem = {
  kind: 'photo',
  photo: { source: { kind: 'story', storyId: 's', photo: 0 }, photo },
  title: '公园一角',
}
const framesAfter = (view: PageView, ops: Parameters<typeof applyOps>[1]) => applyOps(view.layout, ops).frames

describe('dropping at a point', () => {
  it.each<[string, PageView, TrayItem, [number, number], object | null]>([
    ['a story in free room', viewOf(ad('a', 0, 0, 6, 10)), story, [1, 11], { label: '上版', frameId: 'new' }],
    ['a story in a frame kept free', viewOf(empty), story, [1, 5], { label: '上版', frameId: 'empty' }],
    ['a story on a story', viewOf(own), story, [1, 5], null],
    ['a story on an advertisement', viewOf(ad('a', 0, 0, 6, 10)), story, [1, 5], null],
    [
      'a photo in free room',
      viewOf(ad('a', 0, 0, 6, 10)),
      picture,
      [1, 30],
      { label: '图片上版', frameId: 'new' },
    ],
    ['a photo among a story’s columns', viewOf(own), picture, [1, 20], { label: '图片上版', frameId: 'own' }],
    ['a photo in a frame kept free', viewOf(empty), picture, [1, 5], null],
  ])('%s', (_, view, item, [column, row], expected) => {
    const drop = dropAt(view, item, cell(column, row), 'new')
    expect(drop && { label: drop.label, frameId: drop.frameId }).toEqual(expected)
  })

  it('shows a photo whole among the columns where it is dropped', () => {
    const view = viewOf(own)
    const frames = framesAfter(view, dropAt(view, picture, cell(2, 25), 'new')!.ops)
    expect(frames[0]).toMatchObject({ photos: [{ column: 2, columnSpan: 2, source: { photo: 0 } }] })
    const after = viewOf(...frames)
    expect(after.composed.frames.get('own')?.hides).toBe(false)
  })
})

describe('placing with Enter', () => {
  const place = (
    view: PageView,
    item: TrayItem,
    frameId: string | null = null,
    hole: GridPlace | null = null,
  ) => {
    const drop = dropSomewhere(view, item, { frameId, hole }, 'new')
    return drop && framesAfter(view, drop.ops).find(frame => frame.id === drop.frameId)
  }

  it('fills the chosen frame that is kept free', () => {
    expect(place(viewOf(empty), story, 'empty')).toMatchObject({ id: 'empty', storyId: 's' })
  })

  it('goes into the chosen hole', () => {
    const view = viewOf(ad('a', 0, 30, 6, 20))
    const hole = { column: 0, row: 50, columnSpan: 6, rowSpan: 26 }
    expect(place(view, story, null, hole)).toMatchObject({ row: 50, column: 0 })
    expect(place(view, story)).toMatchObject({ row: 0 })
  })

  it('takes the first room from the top that holds all of it', () => {
    const view = viewOf(ad('a', 0, 0, 6, 10), ad('b', 0, 12, 6, 20))
    const frame = place(view, story)!
    expect(frame.row).toBe(32)
    const composed = viewOf(...view.layout.frames, frame).composed.frames.get('new')
    expect(composed?.fit?.overset.lines).toBe(0)
  })

  it('takes the largest room where none holds all of it', () => {
    const view = viewOf(ad('a', 0, 0, 6, 60), ad('b', 0, 64, 6, 4))
    expect(place(view, story)).toMatchObject({ row: 68, rowSpan: 8, columnSpan: 6 })
  })

  it('finds no room on a full page', () => {
    expect(dropSomewhere(viewOf(ad('a', 0, 0, 6, 76)), story, { frameId: null, hole: null }, 'new')).toBe(
      null,
    )
  })

  it('puts a photo into its story’s frame, else by itself', () => {
    expect(place(viewOf(own), picture)).toMatchObject({ id: 'own', photos: [{ column: 0 }] })
    expect(place(viewOf(ad('a', 0, 0, 6, 10)), picture)).toMatchObject({ id: 'new', kind: 'photo' })
  })
})
