import { headDefaults, insetPhotoDefaults, storyFrameDefaults } from '../src/shared/page/frame-defaults'
import type { Frame, StoryFrame } from '../src/shared/page/layout'

/**
 * The front page of five stories that flows of single frames start from: its numbers stand in the specs, so it stays
 * as it is whatever the sample edition looks like.
 */
export function plainFrontPage(storyId: (slug: string) => string): Frame[] {
  const story = (slug: string, place: Pick<StoryFrame, 'column' | 'row' | 'columnSpan' | 'rowSpan'>) => ({
    ...storyFrameDefaults,
    ...place,
    id: `story-${slug}`,
    storyId: storyId(slug),
    columns: place.columnSpan,
    head: { ...headDefaults, size: '小二' as const },
  })
  const photo = (slug: string, column: number, rowSpan: number) => ({
    ...insetPhotoDefaults,
    source: { kind: 'story' as const, storyId: storyId(slug), photo: 0 },
    column,
    columnSpan: 2,
    row: 0,
    rowSpan,
  })
  return [
    { id: 'masthead', kind: 'masthead', column: 0, row: 0, columnSpan: 6, rowSpan: 9 },
    {
      ...story('冬灌开闸', { column: 0, row: 9, columnSpan: 6, rowSpan: 20 }),
      photos: [photo('冬灌开闸', 4, 14)],
      head: { ...headDefaults, size: '一号', kickerSize: '三号', deckSize: '三号' },
      looseness: 1,
    },
    {
      ...story('供热冷态试运行', { column: 0, row: 29, columnSpan: 2, rowSpan: 13 }),
      boxed: true,
      head: { ...headDefaults, size: '小二', space: 1 },
    },
    {
      ...story('短评·那盏灯', { column: 0, row: 42, columnSpan: 2, rowSpan: 24 }),
      ruleRight: 'thin',
      looseness: 1,
    },
    {
      ...story('社区食堂送餐', { column: 0, row: 66, columnSpan: 2, rowSpan: 10 }),
      ruleAbove: 'thin',
      ruleRight: 'thin',
    },
    {
      ...story('夜间门诊', { column: 2, row: 29, columnSpan: 4, rowSpan: 47 }),
      columns: 3,
      photos: [photo('夜间门诊', 1, 17)],
      head: { ...headDefaults, size: '小一' },
      ruleAbove: 'thin',
      looseness: 1,
    },
  ]
}
