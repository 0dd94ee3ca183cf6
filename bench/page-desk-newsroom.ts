import { ems, pt } from '../src/shared/page/sizes'
/** A newsroom with pages as full as a page desk sees them, made over the wire as any window would. */
import sharp from 'sharp'
import type { ImportedPage } from '../src/shared/contract'
import type { PageOp } from '../src/shared/page/changes/page-op'
import { headDefaults, insetPhotoDefaults, storyFrameDefaults } from '../src/shared/page/frame-defaults'
import { paperOf, type Paper } from '../src/shared/page/paper'
import type { NewsroomClient } from '../e2e/newsroom'
import { newsText, numbers } from './text'

/** 对开, 8 columns of 15 characters in 六号: a page that takes 12,000 characters beside heads and photos. */
const paper: Paper = {
  ...paperOf('broadsheet-8x13'),
  id: 'bench',
  name: '对开 8 栏 × 15 字',
  measure: ems(15),
  bodySize: pt(7.5),
  pitch: pt(10),
  lines: 140,
  mastheadLines: 12,
}

export const charactersOnPage = 12_000
/** Characters of the wide and of the narrow stories: four bands of two wide ones and a narrow one. */
const wide = 1130
const narrow = 740

const story = (headline: string, characters: number, seed: number): ImportedPage['stories'][number] => ({
  kicker: null,
  headline,
  deck: null,
  dateline: '本报讯（记者 江南）',
  paragraphs: newsText(characters - 90, seed),
  crossheads: [],
  byline: null,
  credits: [],
  photos: [],
})

/** An edition of `pages` pages, each with 12 stories of 12,000 characters in all and 8 photos. */
export async function fullEdition(
  client: NewsroomClient,
  pages: number,
  number: number,
): Promise<{ editionId: string; pageIds: string[] }> {
  await client.pages.savePaper({ paper })
  const image = await photo(client)
  const edition = await client.editions.create({
    date: new Date(Date.UTC(2026, 10, 24) + number * 86_400_000).toISOString().slice(0, 10),
    number,
    pages: Array.from({ length: pages }, () => ({ name: '要闻', paperId: paper.id, templateId: null })),
  })
  for (const page of edition.pages) {
    const stories = Array.from({ length: 12 }, (_, at) =>
      story(`${headlines[at]}`, at % 3 === 2 ? narrow : wide, page.number * 100 + at),
    )
    const rows = await client.intake.acceptPage({
      imported: { strap: null, stories, photos: [], leftover: [], changes: [] },
      editionId: edition.id,
      page: page.number,
    })
    const { states } = await client.pages.open({ editionId: edition.id })
    const head = states.find(one => one.pageId === page.id)
    const top = Math.max(0, ...(head?.layout.frames ?? []).map(frame => frame.row + frame.rowSpan))
    const ops = framesOf(
      rows.map(row => row.id),
      top,
      image,
    )
    await client.pages.submit({
      pageId: page.id,
      changes: [{ id: `bench-page-${page.id}`, ops, undo: [], label: '排版', kind: 'do', of: null }],
    })
  }
  return { editionId: edition.id, pageIds: edition.pages.map(page => page.id) }
}

const headlines = [
  '冬灌开闸浇透越冬水',
  '老旧小区加装电梯',
  '供热管网试运行',
  '雪菊进入采收期',
  '夜间门诊开到九点',
  '河道清淤全部完工',
  '农技夜校进了村',
  '公交延到新园区',
  '食堂热饭送上门',
  '古树有了身份证',
  '冬储菜备足三千吨',
  '图书馆周末不闭馆',
]

/** Four bands of frames 3, 3 and 2 columns wide; photos two columns wide in the wide ones. */
function framesOf(storyIds: readonly string[], top: number, image: Image): PageOp[] {
  const rows = Math.floor((paper.lines - top) / 4)
  return storyIds.map((storyId, at): PageOp => {
    const place = at % 3
    const columnSpan = place === 2 ? 2 : 3
    const loose = { ...image, caption: '干渠上的管水员正在开闸放水。', credit: '江南 摄' }
    const inset = {
      ...insetPhotoDefaults,
      source: { kind: 'loose', photo: loose } as const,
      column: 1,
      columnSpan: 2,
      row: 2,
      rowSpan: 9,
    }
    return {
      op: 'add',
      before: null,
      frame: {
        ...storyFrameDefaults,
        head: { ...headDefaults, size: '小二' },
        id: `bench-${storyId}`,
        storyId,
        column: place * 3,
        row: top + Math.floor(at / 3) * rows,
        columnSpan,
        rowSpan: rows,
        columns: columnSpan,
        photos: place === 2 ? [] : [inset],
      },
    }
  })
}

interface Image {
  readonly image: string
  readonly width: number
  readonly height: number
}

/** A photograph of noise, so that no coder finds it easy. */
async function photo(client: NewsroomClient): Promise<Image> {
  const [width, height] = [1800, 1200]
  const next = numbers(5)
  const data = Buffer.from(Uint8Array.from({ length: width * height * 3 }, () => next(256)))
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .blur(3)
    .jpeg()
    .toBuffer()
  return client.photos.add({
    file: new File([new Uint8Array(jpeg)], 'bench.jpg', { type: 'image/jpeg' }),
  })
}

/** Makes a page of 200 frames: small advertisements on the grid, and the last story. */
export async function manyFrames(client: NewsroomClient, pageId: string, count: number): Promise<void> {
  const perRow = paper.columns
  const ops = Array.from({ length: count }, (_, at): PageOp => {
    return {
      op: 'add',
      before: null,
      frame: {
        kind: 'ad',
        client: `客户 ${at + 1}`,
        image: null,
        label: '广告',
        id: `bench-ad-${at}`,
        column: at % perRow,
        row: 14 + Math.floor(at / perRow) * 5,
        columnSpan: 1,
        rowSpan: 4,
      },
    }
  })
  await client.pages.submit({
    pageId,
    changes: [{ id: `bench-many-${pageId}`, ops, undo: [], label: '排版', kind: 'do', of: null }],
  })
}
