import { describe, expect, it } from 'vitest'
import type { StoryParts } from '../../story/parts'
import { composeCache } from './cache'
import { composePage } from './compose'
import { textOf } from './composed'
import { adFrameDefaults, insetPhotoDefaults, storyFrameDefaults } from '../frame-defaults'
import type { Frame, PageFacts, PageLayout, StoryFrame } from '../layout'
import { linesOf, type TextRun } from '../painting'
import { paperOf } from '../paper'
import { inkOf } from './ink.testing'

const facts: PageFacts = {
  paperName: '云岭报',
  date: '2026-11-24',
  editionNumber: 1286,
  pageNumber: 1,
  pageCount: 4,
  pageName: '要闻',
  credits: [{ role: '责编', name: '周岚' }],
}
const frame = (more: Partial<StoryFrame> = {}): StoryFrame => ({
  ...storyFrameDefaults,
  id: 'a',
  storyId: 's',
  column: 0,
  row: 10,
  columnSpan: 3,
  rowSpan: 20,
  columns: 3,
  ...more,
})
const page = (...frames: Frame[]): PageLayout => ({ paper: paperOf('tabloid-6x11'), frames, ignored: [] })
const words = '清水河干渠一号闸门缓缓提起，渠水顺着斗渠流进麦田。今年冬灌比去年提前5天。“以前全靠跑，”他说，'
const story = (more: Partial<StoryParts> = {}): StoryParts => ({
  kicker: '提前五天',
  headline: '冬灌开闸 麦田喝上越冬水',
  deck: '',
  dateline: '本报讯',
  blocks: [
    { kind: 'paragraph', text: words.repeat(3) },
    { kind: 'crosshead', text: '水到地头' },
    { kind: 'paragraph', text: words.repeat(2) },
  ],
  byline: '（沈一禾）',
  ...more,
})

const plain = (text: string) => text.replace(/\s/g, '')
/**
 * A body's text in printed order: the dateline opens the first paragraph, which may follow a crosshead, and
 * related links follow the byline.
 */
function printed({ dateline, blocks, byline }: StoryParts): string[] {
  const first = blocks.findIndex(block => block.kind === 'paragraph')
  const textsOf = (related: boolean) =>
    blocks.map((block, at) =>
      block.kind === 'photo' || (block.kind === 'related') !== related
        ? ''
        : (at === first ? dateline : '') + block.text,
    )
  return [...textsOf(false), first < 0 ? dateline : '', byline, ...textsOf(true)]
}
const bodyOf = (parts: StoryParts) => plain(printed(parts).join(''))
const runs = (items: readonly { kind: string }[]) =>
  items.filter((item): item is TextRun => item.kind === 'text')

describe('a story frame', () => {
  it('paints head, dateline in 黑体, text and byline in reading order', () => {
    const { frames } = composePage(page(frame()), new Map([['s', story()]]), facts)
    const lines = textOf(frames.get('a')!)
    expect(lines[0]).toBe('提前五天')
    expect(lines[1]).toBe('冬灌开闸 麦田喝上越冬水')
    expect(lines[2]).toMatch(/^本报讯　清水河/)
    expect(lines.at(-1)).toMatch(/（沈一禾）$/)
    expect(plain(lines.slice(2).join(''))).toBe(bodyOf(story()))
    const bold = runs(frames.get('a')!.items).filter(run => run.face === 'sans-bold')
    expect(bold.map(run => plain(run.clusters.join('')))).toEqual(['本报讯', '水到地头'])
  })

  it('sets 提要 and 编者按 off from the text, and 相关链接 behind the byline', () => {
    const parts = story({
      blocks: [
        { kind: 'related', text: '相关链接' },
        { kind: 'summary', text: '提要：今年冬灌提前五天。' },
        { kind: 'paragraph', text: words },
        { kind: 'editorNote', text: '编后：水要用在刀刃上。' },
      ],
    })
    const { items } = composePage(page(frame()), new Map([['s', parts]]), facts).frames.get('a')!
    const set = runs(items).filter(run => run.source?.part === 'body' || run.source?.part === 'byline')
    expect(plain(set.flatMap(run => run.clusters).join(''))).toBe(bodyOf(parts))
    const inFace = (face: string) =>
      plain(
        set
          .filter(run => run.face === face)
          .flatMap(run => run.clusters)
          .join(''),
      )
    expect(inFace('sans')).toBe('提要：今年冬灌提前五天。编后：水要用在刀刃上。相关链接')
    expect(inFace('sans-bold')).toBe('本报讯')
    expect(set.at(-1)?.source).toMatchObject({ part: 'body', block: 0, start: 0 })
  })

  it('tells what is over in lines and characters, and paints the rest', () => {
    const long = story({ blocks: [{ kind: 'paragraph', text: words.repeat(30) }] })
    const { fit, items } = composePage(page(frame()), new Map([['s', long]]), facts).frames.get('a')!
    const painted = runs(items).filter(run => run.source?.part === 'body' || run.source?.part === 'byline')
    const count = plain(painted.flatMap(run => run.clusters).join('')).length
    expect(fit!.overset.lines).toBeGreaterThan(0)
    expect(count + fit!.overset.characters).toBe(bodyOf(long).length)
  })

  it('gives every run the offset of its first character', () => {
    const { items } = composePage(page(frame()), new Map([['s', story()]]), facts).frames.get('a')!
    const body = runs(items).filter(run => run.source!.part === 'body')
    const own = (block: number) => (story().blocks[block] as { text: string }).text
    const found = body.map(({ source, clusters }) => {
      const { block, start } = source!
      const lead = block === 0 ? '本报讯　' : ''
      return (lead + own(block)).slice(lead.length + start, lead.length + start + clusters.join('').length)
    })
    expect(found).toEqual(body.map(run => run.clusters.join('')))
    expect(body[0]!.source!.start).toBe(-4)
  })

  it('says when a head or a caption finds no room', () => {
    const low = composePage(page(frame({ rowSpan: 1 })), new Map([['s', story()]]), facts)
    expect(low.frames.get('a')!.hides).toBe(true)
    const parts = runs(low.frames.get('a')!.items).map(run => run.source?.part)
    expect(new Set(parts)).toEqual(new Set(['body']))
  })

  it('stands photos among the columns and runs the text round them', () => {
    const photo = {
      kind: 'photo',
      image: null,
      width: 0,
      height: 0,
      caption: '闸门。',
      credit: '江南 摄',
    } as const
    const withPhoto = story({ blocks: [...story().blocks, photo] })
    const source = { kind: 'story', storyId: 's', photo: 0 } as const
    const inset = { ...insetPhotoDefaults, source, column: 1, columnSpan: 2, row: 0, rowSpan: 8 }
    const { items, fit, columns } = composePage(
      page(frame({ photos: [inset] })),
      new Map([['s', withPhoto]]),
      facts,
    ).frames.get('a')!
    const image = items.find(item => item.kind === 'image')!
    expect(image.rect.x).toBeCloseTo(columns[1]!.x)
    expect(image.rect.x + image.rect.width).toBeCloseTo(columns[2]!.x + columns[2]!.width)
    const foot = columns[1]!.y + 8 * 13
    const beside = runs(items).filter(run => run.source?.part === 'body' && run.xs[0]! >= columns[1]!.x - 6)
    expect(beside.length).toBeGreaterThan(0)
    expect(beside.filter(run => run.y - run.size < foot - 3)).toEqual([])
    const alone = composePage(page(frame()), new Map([['s', story()]]), facts).frames.get('a')!.fit!
    expect(fit!.available).toBe(alone.available - 16)
    expect(linesOf(items).at(-1)).toBe('闸门。江南 摄')
  })
})

describe('an advertisement that has not come', () => {
  it.each<[string, number, number, string, boolean]>([
    ['stands in the middle', 3, 12, '农商银行', true],
    ['stands clear of 广告 in a narrow place', 1, 2, '云岭县农村商业银行', false],
    ['stands clear of a long mark', 1, 3, '农商银行', false],
  ])('%s', (_, columnSpan, rowSpan, client, isMiddle) => {
    const place = { column: 0, row: 20, columnSpan, rowSpan }
    const label = isMiddle ? '广告' : '公益广告公益广告'
    const ad: Frame = { ...adFrameDefaults, ...place, id: 'ad', client, label }
    const { items, rect } = composePage(page(ad), new Map(), facts).frames.get('ad')!
    const [name, mark] = runs(items)
    const [a, b] = [inkOf(name!)!, inkOf(mark!)!]
    expect(name!.clusters.join('') + mark!.clusters.join('')).toBe(client + label)
    expect(a.y >= b.y + b.height || a.x + a.width <= b.x).toBe(true)
    expect(a.y + a.height).toBeLessThan(rect.y + rect.height)
    const middle = a.y + a.height / 2 - (rect.y + rect.height / 2)
    expect(Math.abs(middle) < 4).toBe(isMiddle)
  })
})

describe('a cache', () => {
  const layout = page(frame(), frame({ id: 'b', storyId: 't', column: 3 }))
  it('keeps frames that have not changed, and the page when none has', () => {
    const cache = composeCache()
    const stories = new Map([
      ['s', story()],
      ['t', story({ headline: '另一篇' })],
    ])
    const first = composePage(layout, stories, facts, cache)
    expect(composePage(structuredClone(layout), structuredClone(stories), facts, cache)).toBe(first)
    const typed = new Map(stories).set('s', story({ byline: '（赵小满）' }))
    const second = composePage(layout, typed, facts, cache)
    expect(second.frames.get('b')).toBe(first.frames.get('b'))
    expect(second.frames.get('a')).not.toBe(first.frames.get('a'))
    expect(second.painting).toEqual(composePage(layout, typed, facts).painting)
  })
})
