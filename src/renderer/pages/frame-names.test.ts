import { describe, expect, it } from 'vitest'
import { composePage } from '../../shared/page/compose/compose'
import type { ComposedFrame } from '../../shared/page/compose/composed'
import { adFrameDefaults, emptyLayout } from '../../shared/page/frame-defaults'
import type { Frame } from '../../shared/page/layout'
import { paperOf } from '../../shared/page/paper'
import { newStoryFrame } from '../../shared/page/edit/drop-story'
import { emptyParts } from '../../shared/story/parts'
import { frameWords } from './frame-names'

const paper = paperOf('tabloid-6x11')
const place = { column: 0, row: 3, columnSpan: 4, rowSpan: 38 }
const stories = new Map([['s', { ...emptyParts, headline: '冬灌开闸' }]])
const facts = {
  paperName: '云岭报',
  date: null,
  editionNumber: null,
  pageNumber: 1,
  pageCount: null,
  pageName: '',
  credits: [],
}
const bare = composePage(
  { ...emptyLayout(paper), frames: [{ ...place, id: 'f', kind: 'folio' }] },
  new Map(),
  facts,
).frames.get('f')!
const standing = (overset: [number, number], underset: number): ComposedFrame => ({
  ...bare,
  fit: {
    lines: 10,
    available: 10,
    overset: { lines: overset[0], characters: overset[1] },
    underset: { lines: underset, characters: underset * 11 },
  },
})

describe('a frame in words', () => {
  const story = newStoryFrame(paper, 'f', 's', place)
  const where = '第 1 栏第 4 行，4 栏 38 行'
  it.each<[string, Frame, ComposedFrame | undefined, string]>([
    ['a story that fits', story, standing([0, 0], 0), `稿件《冬灌开闸》，${where}`],
    ['a story that is over', story, standing([3, 41], 0), `稿件《冬灌开闸》，${where}，溢 3 行 41 字`],
    ['a story that has not come', { ...story, storyId: 'x' }, undefined, `稿件《无题》，${where}`],
    ['a place kept free', { ...story, storyId: null }, undefined, `空文框，${where}`],
    [
      'an advertisement',
      { ...adFrameDefaults, ...place, id: 'f', client: '县农商银行' },
      bare,
      `广告《县农商银行》，${where}`,
    ],
    ['an advertisement of nobody', { ...adFrameDefaults, ...place, id: 'f' }, bare, `广告，${where}`],
    [
      'a strap',
      { ...place, id: 'f', kind: 'strap', text: '抓党建', storyIds: [] },
      bare,
      `专题栏头《抓党建》，${where}`,
    ],
    ['the folio', { ...place, id: 'f', kind: 'folio' }, bare, `报眉，${where}`],
  ])('%s', (_, frame, composed, expected) => {
    expect(frameWords(frame, composed, stories)).toBe(expected)
  })
})
