import { describe, expect, it } from 'vitest'
import type { PageSignature } from '../../shared/contract'
import { composePage } from '../../shared/page/compose/compose'
import { emptyLayout, insetPhotoDefaults, shownPhotoDefaults } from '../../shared/page/frame-defaults'
import { paperOf } from '../../shared/page/paper'
import type { Frame } from '../../shared/page/layout'
import type { PageView } from '../../shared/page/view/page-view'
import { newStoryFrame } from '../../shared/page/edit/drop-story'
import { emptyParts, type StoryParts, type StoryPhoto } from '../../shared/story/parts'
import { pageChip, pageProgress } from './page-chip'

const paper = paperOf('tabloid-6x11')
const facts = {
  paperName: '云岭报',
  date: '2026-11-24',
  editionNumber: 1286,
  pageNumber: 1,
  pageCount: 4,
  pageName: '要闻',
  credits: [],
}
const photo = (image: string | null): StoryPhoto => {
  return { image, width: 1500, height: 1000, caption: '闸门。', credit: '江南 摄' }
}
const story = (characters: number, ...images: (string | null)[]): StoryParts => ({
  ...emptyParts,
  headline: '冬灌开闸',
  blocks: [
    { kind: 'paragraph', text: '清'.repeat(characters) },
    ...images.map(image => ({ kind: 'photo' as const, ...photo(image) })),
  ],
})
const stories = new Map<string, StoryParts>([
  ['fits', story(11 * 17 - 2)],
  ['over', story(600)],
  ['under', story(40)],
  ['pictured', story(11 * 17 - 2, 'a'.repeat(64), null)],
])

function viewOf(...frames: Frame[]): PageView {
  const layout = { ...emptyLayout(paper), frames }
  return { layout, composed: composePage(layout, stories, facts), stories, facts, edition: null }
}
const frame = (id: string, column = 0, photos: number[] = []): Frame => ({
  ...newStoryFrame(paper, id, id, { column, row: 20, columnSpan: 1, rowSpan: 20 }),
  photos: photos.map(at => ({
    ...insetPhotoDefaults,
    source: { kind: 'story', storyId: 'pictured', photo: at },
    column: 0,
    columnSpan: 1,
    row: 0,
    rowSpan: 6,
  })),
})
const loose = (image: string | null): Frame => ({
  ...shownPhotoDefaults,
  id: 'loose',
  kind: 'photo',
  source: { kind: 'loose', photo: photo(image) },
  ruleAbove: 'none',
  ruleRight: 'none',
  column: 4,
  row: 20,
  columnSpan: 2,
  rowSpan: 12,
})
const signed = { holds: true, name: '周岚' } as PageSignature
const voided = { holds: false, name: '周岚' } as PageSignature

describe('what stands under a page’s name', () => {
  it.each<[string, PageView | undefined, number, PageSignature | undefined, string[]]>([
    ['a page not composed yet', undefined, 3, undefined, []],
    ['an empty page nothing is planned for', viewOf(), 0, undefined, []],
    ['an empty page', viewOf(), 3, undefined, ['0/3 篇']],
    ['all placed', viewOf(frame('fits')), 0, undefined, ['1 篇', '未签']],
    ['some wait', viewOf(frame('fits'), frame('over', 1)), 1, undefined, ['2/3 篇', '未签']],
    ['signed', viewOf(frame('fits')), 0, signed, ['1 篇']],
    ['signed, then changed', viewOf(frame('fits')), 0, voided, ['1 篇', '未签']],
    ['a photo that has come', viewOf(frame('pictured', 0, [0])), 0, signed, ['1 篇']],
    ['one that has not', viewOf(frame('pictured', 0, [0, 1])), 0, signed, ['1 篇', '缺图 1']],
    ['one that its story lost', viewOf(frame('pictured', 0, [5])), 0, signed, ['1 篇', '缺图 1']],
    ['a free place for a photo', viewOf(loose(null)), 0, undefined, ['缺图 1']],
    ['a photo of its own', viewOf(loose('b'.repeat(64))), 0, undefined, []],
  ])('%s', (_, view, waiting, signature, words) => {
    expect(pageProgress(view, waiting, signature)).toEqual(words)
  })
})

describe('a page’s chip says what most needs doing', () => {
  it.each<[string, PageView | undefined, PageSignature | undefined, RegExp]>([
    ['nothing composed', undefined, undefined, /^grey 空$/],
    ['no stories', viewOf(), undefined, /^grey 空$/],
    ['over before under', viewOf(frame('over'), frame('under', 1)), undefined, /^red 溢 \d+$/],
    ['under', viewOf(frame('under')), undefined, /^amber 欠 \d+$/],
    ['fits', viewOf(frame('fits')), voided, /^green 齐$/],
    ['signed', viewOf(frame('fits')), signed, /^green 已签$/],
  ])('%s', (_, view, signature, words) => {
    const { tone, words: said } = pageChip(view, [], signature)
    expect(`${tone} ${said}`).toMatch(words)
  })
})
