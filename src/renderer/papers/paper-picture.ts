import { composePage } from '../../shared/page/compose/compose'
import { emptyLayout, headDefaults, storyFrameDefaults } from '../../shared/page/frame-defaults'
import { furnitureFrame } from '../../shared/page/furniture'
import type { Frame } from '../../shared/page/layout'
import type { Painting } from '../../shared/page/painting'
import { wholeColumns, type Paper } from '../../shared/page/paper'
import type { StoryParts } from '../../shared/story/parts'

const sentence =
  '入冬以来，县里的渠道清淤、机井检修和苗情调查同时进行，乡镇农技员每天到田间看墒情，把能浇的地块先浇上。'

const story = (headline: string, kicker: string): StoryParts => ({
  kicker,
  headline,
  deck: '',
  dateline: '本报讯',
  blocks: Array.from({ length: 40 }, () => ({ kind: 'paragraph', text: sentence + sentence })),
  byline: '',
})

const stories = new Map([
  ['lead', story('冬灌开闸 麦田喝上越冬水', '各乡镇抢抓农时')],
  ['left', story('夜间门诊方便上班族', '')],
  ['right', story('老旧小区加装电梯', '')],
])

/** A page of this paper as it would print, filled with text: what the form of a paper shows while it changes. */
export function paperPicture(paper: Paper, name: string): Painting {
  const bandTop = Math.min(paper.lines - 1, paper.mastheadLines)
  const rest = paper.lines - bandTop
  const lead = Math.max(1, Math.floor(rest * 0.45))
  const half = Math.max(1, Math.ceil(paper.columns / 2))
  const size = (span: number) =>
    paper.headlineSizes[Math.min(span, paper.headlineSizes.length) - 1] ?? headDefaults.size
  // 变栏 where the lead's width gives whole characters in a column or two less.
  const broken =
    wholeColumns(paper, paper.columns).findLast(
      columns => columns < paper.columns && columns * 2 >= paper.columns,
    ) ?? paper.columns
  const frames: Frame[] = [
    { ...furnitureFrame(paper, 'masthead', 'masthead'), rowSpan: bandTop },
    {
      ...storyFrameDefaults,
      id: 'lead',
      storyId: 'lead',
      column: 0,
      row: bandTop,
      columnSpan: paper.columns,
      rowSpan: lead,
      columns: broken,
      head: { ...headDefaults, size: paper.leadSize },
    },
    {
      ...storyFrameDefaults,
      id: 'left',
      storyId: 'left',
      column: 0,
      row: bandTop + lead,
      columnSpan: half,
      rowSpan: Math.max(1, rest - lead),
      columns: half,
      head: { ...headDefaults, size: size(half) },
      ruleAbove: 'thin',
    },
  ]
  if (half < paper.columns) {
    frames.push({
      ...storyFrameDefaults,
      id: 'right',
      storyId: 'right',
      column: half,
      row: bandTop + lead,
      columnSpan: paper.columns - half,
      rowSpan: Math.max(1, rest - lead),
      columns: paper.columns - half,
      boxed: true,
      head: { ...headDefaults, size: size(paper.columns - half) },
    })
  }
  return composePage({ ...emptyLayout(paper), frames }, stories, {
    paperName: name,
    date: '2026-11-24',
    editionNumber: 1286,
    pageNumber: 1,
    pageCount: 4,
    pageName: '要闻',
    credits: [],
  }).painting
}
