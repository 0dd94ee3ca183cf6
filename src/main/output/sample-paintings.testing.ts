import { pt } from '../../shared/page/sizes'
import { arrangePage } from '../../shared/page/arrange/arrange'
import { composePage } from '../../shared/page/compose/compose'
import type { PageFacts } from '../../shared/page/layout'
import type { ImageItem, Painting, TextRun } from '../../shared/page/painting'
import { paperOf, ptRect } from '../../shared/page/paper'
import type { StoryParts } from '../../shared/story/parts'

/** Paintings for the tests of our PDFs. Nothing of the app imports this. */

const words =
  '“水到地头，人在渠头。”东川镇管水员扛着铁锹，每隔2小时沿渠走一趟，支渠有4.6公里——往年要三个人轮流看护……今年冬灌比去年提前5天，预计12月10日前后结束；全县36座泵站已全部开机，占98%。'

/** Stands for the hash of a photo. */
export const someHash = 'a'.repeat(64)

const story = (headline: string, paragraphs: number, photo: boolean): StoryParts => ({
  kicker: '提前五天 满负荷运行',
  headline,
  deck: '',
  dateline: '本报讯',
  blocks: [
    ...Array.from({ length: paragraphs }, (_, at) => ({
      kind: 'paragraph' as const,
      text: words.slice(at * 7),
    })),
    ...(photo
      ? [
          {
            kind: 'photo' as const,
            image: someHash,
            width: 90,
            height: 60,
            caption: '斗渠水位。',
            credit: '江南 摄',
          },
        ]
      : []),
  ],
  byline: '（沈一禾）',
})

const facts: PageFacts = {
  paperName: '云岭报',
  date: '2026-11-24',
  editionNumber: 1286,
  pageNumber: 1,
  pageCount: 4,
  pageName: '要闻',
  credits: [{ role: '责编', name: '周岚' }],
}

/** A whole first page: 报头, three stories, a photo of 90×60 pixels. */
export function samplePage(): Painting {
  const stories = [
    { id: '1', parts: story('冬灌开闸 麦田喝上“越冬水”', 8, true) },
    { id: '2', parts: story('城区供热管网完成试运行', 3, false) },
    { id: '3', parts: story('六百公里农村路有了“路医生”', 5, false) },
  ]
  const { layout } = arrangePage({ paper: paperOf('tabloid-6x11'), furniture: 'masthead', stories })
  return composePage(layout, new Map(stories.map(({ id, parts }) => [id, parts])), facts).painting
}

/** A page of 200 by 100 points. */
export const smallPage = (...items: Painting['items'][number][]): Painting => ({
  width: pt(200),
  height: pt(100),
  items,
})

/** Clusters in a row, ten points each, from 20, 40 of the page. */
export const row = (clusters: string, change: Partial<TextRun> = {}): TextRun => ({
  kind: 'text',
  frameId: 'a',
  face: 'serif',
  size: pt(10),
  stretch: 1,
  clusters: [...clusters],
  xs: [...clusters].map((_, at) => pt(20 + at * 10)),
  y: pt(40),
  ink: 'ink',
  line: 0,
  source: null,
  ...change,
})

/** A photo's place: 60 by 40 points at 10, 10, nothing cropped. */
export const place = (change: Partial<ImageItem> = {}): ImageItem => ({
  kind: 'image',
  frameId: 'a',
  image: someHash,
  rect: ptRect(10, 10, 60, 40),
  crop: { x: 0, y: 0, width: 1, height: 1 },
  ...change,
})

/** One line of a 竖题: characters upright under one another, brackets, dashes and Latin on their side. */
export function verticalLine(text: string, x: number, y: number, size: number, line: number): TextRun[] {
  return [...text].map((cluster, at) => {
    const lies = /[“”（）《》—…A-Za-z]/u.test(cluster)
    const top = y + at * size
    return {
      ...row(cluster, { face: 'serif-black', size: pt(size), line }),
      // A glyph on its side has its baseline left of the column's middle, and starts at its own top.
      xs: [pt(lies ? x + 0.12 * size : x)],
      y: pt(lies ? top : top + 0.88 * size),
      ...(lies ? { turn: 90 as const } : {}),
    }
  })
}
