import { describe, expect, it } from 'vitest'
import type { StoryParts } from '../../story/parts'
import { composePage } from './compose'
import type { ComposedFrame } from './composed'
import { headDefaults, storyFrameDefaults } from '../frame-defaults'
import type { HeadStyle, PageFacts, StoryFrame } from '../layout'
import type { TextRun } from '../painting'
import { geometryOf, paperOf } from '../paper'

const facts: PageFacts = {
  paperName: '云岭报',
  date: '2026-11-24',
  editionNumber: 1286,
  pageNumber: 1,
  pageCount: 4,
  pageName: '要闻',
  credits: [],
}
const paper = paperOf('tabloid-6x11')
const { area, columnWidth, gutterWidth } = geometryOf(paper)
const leftOf = (column: number) => area.x + column * (columnWidth + gutterWidth)
const story = (more: Partial<StoryParts> = {}): StoryParts => ({
  kicker: '提前五天 三十六座泵站运行',
  headline: '冬灌开闸 麦田喝上越冬水',
  deck: '管水员日夜巡渠',
  dateline: '本报讯',
  blocks: [{ kind: 'paragraph', text: '清水河干渠一号闸门缓缓提起，渠水流进麦田。'.repeat(30) }],
  byline: '',
  ...more,
})
function set(head: Partial<HeadStyle>, frame: Partial<StoryFrame> = {}, parts = story()): ComposedFrame {
  const own: StoryFrame = {
    ...storyFrameDefaults,
    id: 'a',
    storyId: 's',
    column: 0,
    row: 10,
    columnSpan: 4,
    rowSpan: 30,
    columns: 4,
    ...frame,
    head: { ...headDefaults, ...head },
  }
  return composePage({ paper, frames: [own], ignored: [] }, new Map([['s', parts]]), facts).frames.get('a')!
}
const runs = (frame: ComposedFrame, part: string) =>
  frame.items.filter((item): item is TextRun => item.kind === 'text' && item.source?.part === part)
const sizesOf = (frame: ComposedFrame) =>
  ['kicker', 'headline', 'deck'].map(part => runs(frame, part)[0]?.size ?? 0)

describe('a 横题', () => {
  it.each<[string, Partial<HeadStyle>, number, number]>([
    ['over all columns', {}, 0, 4],
    ['over one of them', { columnSpan: 1, size: '三号' }, 0, 1],
    ['over two in the middle', { column: 1, columnSpan: 2, size: '三号' }, 1, 3],
    ['over the last', { column: 3, columnSpan: 1, size: '三号' }, 3, 4],
    ['asked wider than the frame', { column: 2, columnSpan: 9, size: '三号' }, 2, 4],
  ])('%s: the text begins under it there, beside it elsewhere', (_, head, from, to) => {
    const { columns, head: own, rect } = set(head)
    expect(own!.rect.x).toBeCloseTo(leftOf(from))
    expect(own!.rect.x + own!.rect.width).toBeCloseTo(leftOf(to - 1) + columnWidth)
    columns.forEach((column, at) => {
      const isUnder = at >= from && at < to
      expect(column.y).toBeCloseTo(isUnder ? own!.rect.y + own!.rect.height : rect.y)
    })
  })

  it('stands 引题, 主题, 副题 one below the other, the 主题 largest by three sizes', () => {
    const frame = set({ size: '一号', kickerSize: '一号', deckSize: '一号' })
    const [kicker, main, deck] = sizesOf(frame) as [number, number, number]
    expect(main).toBe(26)
    expect([kicker, deck].every(size => size <= 18)).toBe(true)
    const ys = ['kicker', 'headline', 'deck'].map(part => runs(frame, part)[0]!.y)
    expect(ys).toEqual(ys.toSorted((a, b) => a - b))
  })

  it.each<[string, Partial<HeadStyle>, Partial<StoryFrame>, Partial<StoryParts>]>([
    ['too long for its width', { size: '特号', lines: 1 }, {}, {}],
    ['too deep for its frame', { size: '特号' }, { rowSpan: 8 }, {}],
  ])('comes down in size when it is %s, and loses nothing', (_, head, frame, parts) => {
    const own = set(head, frame, story(parts))
    expect(own.head!.wished).toBe('特号')
    expect(own.head!.size).not.toBe('特号')
    expect(own.hides).toBe(false)
    const shown = runs(own, 'headline').flatMap(run => run.clusters)
    expect(shown.join('').replace(/\s/g, '')).toBe('冬灌开闸麦田喝上越冬水')
  })

  it('takes the white asked for below it, whole lines', () => {
    const [none, two] = [set({}), set({ space: 2 })]
    expect(two.head!.rect.height - none.head!.rect.height).toBeCloseTo(2 * paper.pitch)
  })

  it.each([
    ['centre', (rect: { x: number; width: number }) => rect.x + rect.width / 2],
    ['left', (rect: { x: number }) => rect.x],
  ] as const)('stands %s', (align, at) => {
    const { head } = set({ align })
    for (const line of head!.lines) {
      const own = align === 'centre' ? (line.from + line.to) / 2 : line.from
      expect(Math.abs(own - at(head!.rect))).toBeLessThan(align === 'centre' ? 0.5 : 0.01)
    }
  })

  it('of a continued story shows the 主题 only', () => {
    const first: StoryFrame = {
      ...storyFrameDefaults,
      id: 'a',
      storyId: 's',
      column: 0,
      row: 10,
      columnSpan: 2,
      rowSpan: 12,
      columns: 2,
    }
    const second = { ...first, id: 'b', column: 2, continues: true }
    const page = composePage(
      { paper, frames: [first, second], ignored: [] },
      new Map([['s', story()]]),
      facts,
    )
    expect(page.frames.get('a')!.head!.lines.map(line => line.part)).toContain('kicker')
    expect(new Set(page.frames.get('b')!.head!.lines.map(line => line.part))).toEqual(new Set(['headline']))
  })
})

describe('a 竖题', () => {
  const upright = { direction: 'vertical', columnSpan: 1, size: '一号' } as const

  it('runs from top to bottom, from right to left, beside the text', () => {
    const frame = set(upright)
    const { head, columns } = frame
    expect(head!.direction).toBe('vertical')
    const main = runs(frame, 'headline')
    expect(
      main
        .flatMap(run => run.clusters)
        .join('')
        .replace(/\s/g, ''),
    ).toBe('冬灌开闸麦田喝上越冬水')
    const [kicker, deck] = [runs(frame, 'kicker')[0]!, runs(frame, 'deck')[0]!]
    expect(kicker.xs[0]).toBeGreaterThan(main[0]!.xs[0]!)
    expect(deck.xs[0]).toBeLessThan(main[0]!.xs[0]!)
    const line = main.filter(run => run.line === main[0]!.line).map(run => run.y)
    expect(line).toEqual(line.toSorted((a, b) => a - b))
    // The other columns begin at the frame's head.
    expect(columns.slice(1).map(column => column.y)).toEqual(columns.slice(1).map(() => frame.rect.y))
    expect(columns[0]!.y).toBeGreaterThan(frame.rect.y)
  })

  it.each([
    ['as deep as asked', 14, 14],
    ['no deeper than its frame', 90, 30],
  ])('is %s', (_, rows, lines) => {
    expect(set({ ...upright, rows }).head!.rect.height / paper.pitch).toBeCloseTo(lines)
  })

  it('comes down in size until it goes in', () => {
    const low = set({ ...upright, size: '特号', rows: 8 })
    expect(sizesOf(low)[1]).toBeLessThan(48)
    expect(
      runs(low, 'headline')
        .flatMap(run => run.clusters)
        .join('')
        .replace(/\s/g, ''),
    ).toBe('冬灌开闸麦田喝上越冬水')
  })

  it.each([
    ['quotes in their vertical forms', '“越冬水”来了', '﹃越冬水﹄来了', 0],
    ['brackets and dashes on their side', '（麦田）——喝水', '（麦田）——喝水', 3],
    ['two digits side by side', '提前15天', '提前15天', 0],
    ['Latin on its side', '用上WIFI', '用上WIFI', 4],
  ])('has %s', (_, headline, shown, turned) => {
    const frame = set({ ...upright, rows: 20 }, {}, story({ headline, kicker: '', deck: '' }))
    const own = runs(frame, 'headline')
    expect(own.flatMap(run => run.clusters).join('')).toBe(shown)
    expect(own.filter(run => run.turn === 90)).toHaveLength(turned)
  })
})
