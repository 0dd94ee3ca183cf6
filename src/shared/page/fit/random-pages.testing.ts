import fc from 'fast-check'
import type { StoryParts } from '../../story/parts'
import { composePage } from '../compose/compose'
import { newStoryFrame } from '../edit/drop-story'
import { emptyLayout, insetPhotoDefaults } from '../frame-defaults'
import type { Frame, PageFacts, StoryFrame } from '../layout'
import type { PageView } from '../view/page-view'
import { paperOf } from '../paper'

/** Pages for tests as a desk lays them out: bands of stories side by side, some over, some with white. */

export const noFacts: PageFacts = {
  paperName: '',
  date: null,
  editionNumber: null,
  pageNumber: 1,
  pageCount: null,
  pageName: '',
  credits: [],
}

const sentences = [
  '今年冬灌比去年提前五天，各镇都做了准备，渠道清了淤，闸门上了油，管水员也都到了岗。',
  '清水河干渠一号闸门缓缓提起，渠水顺着斗渠流进麦田。',
  '“以前全靠跑，”他说，“现在手机上一点就知道水到了哪里。”',
  '据县水务局介绍，全县共有 12 万亩麦田列入今年的冬灌计划；其中高效节水面积占到六成以上。',
  '水到地头，人在田头。',
]
const photo = {
  kind: 'photo' as const,
  image: null,
  width: 1500,
  height: 1000,
  caption: '渠水流进麦田。',
  credit: '史婉 摄',
}

const paragraph = fc
  .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 5 })
  .map(all => ({ kind: 'paragraph' as const, text: all.join('') }))

export const anyDeskStory: fc.Arbitrary<StoryParts> = fc
  .record({
    kicker: fc.constantFrom('', '提前五天'),
    headline: fc.constantFrom('冬灌开闸', '冬灌开闸 麦田喝上越冬水', '供热管网试运行'),
    deck: fc.constantFrom('', '各镇都做了准备'),
    dateline: fc.constantFrom('', '本报讯（记者 沈一禾）'),
    byline: fc.constantFrom('', '（沈一禾）'),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 9 }),
    crosshead: fc.boolean(),
  })
  .map(({ paragraphs, crosshead, ...rest }) => ({
    ...rest,
    blocks: [
      photo,
      ...paragraphs.slice(0, 2),
      ...(crosshead ? [{ kind: 'crosshead' as const, text: '水到地头' }] : []),
      ...paragraphs.slice(2),
    ],
  }))

const paper = paperOf('tabloid-6x11')

const look = fc.record({
  boxed: fc.boolean(),
  balanced: fc.boolean(),
  hasPhoto: fc.boolean(),
  looseness: fc.integer({ min: -2, max: 2 }),
})

/** Two or three bands of one to three stories, from edge to edge, some of L shape, a line or none between them. */
export const anyDeskPage: fc.Arbitrary<PageView> = fc
  .array(
    fc.record({
      rows: fc.integer({ min: 12, max: 22 }),
      gap: fc.integer({ min: 0, max: 1 }),
      spans: fc.constantFrom([6], [3, 3], [4, 2], [2, 2, 2]),
      isL: fc.boolean(),
      looks: fc.array(look, { minLength: 3, maxLength: 3 }),
      stories: fc.array(anyDeskStory, { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 3 },
  )
  .map(bands => {
    const frames: StoryFrame[] = []
    const stories = new Map<string, StoryParts>()
    let row = 0
    for (const { rows, gap, spans, isL, looks, stories: texts } of bands) {
      let column = 0
      for (const [at, columnSpan] of spans.entries()) {
        const id = `f${frames.length}`
        const { hasPhoto, ...own } = looks[at]!
        const frame = newStoryFrame(paper, id, `s${id}`, { column, row, columnSpan, rowSpan: rows })
        const inset = {
          ...insetPhotoDefaults,
          source: { kind: 'story' as const, storyId: `s${id}`, photo: 0 },
          column: 0,
          row: 0,
          columnSpan: Math.min(2, columnSpan),
          rowSpan: 7,
        }
        frames.push({ ...frame, ...own, photos: hasPhoto ? [inset] : [] })
        stories.set(`s${id}`, texts[at]!)
        column += columnSpan
      }
      if (isL && spans.length === 2) frames.push(...underNext(frames.splice(-2)))
      row += rows + gap
    }
    return pageOf(frames, stories)
  })

/** The first of two frames side by side runs on under the second, which gives the lower half of its place. */
function underNext([one, next]: StoryFrame[]): StoryFrame[] {
  const rowSpan = Math.floor(next!.rowSpan / 2)
  const { column, columnSpan, columns } = next!
  const region = { column, row: next!.row + next!.rowSpan - rowSpan, columnSpan, rowSpan, columns }
  return [
    { ...one!, regions: [region] },
    { ...next!, rowSpan: next!.rowSpan - rowSpan },
  ]
}

/** A page of some frames, set. */
export function pageOf(frames: Frame[], stories: ReadonlyMap<string, StoryParts>): PageView {
  const layout = { ...emptyLayout(paper), frames }
  return { layout, stories, facts: noFacts, edition: null, composed: composePage(layout, stories, noFacts) }
}
