import { ems } from '../sizes'
import { describe, expect, it } from 'vitest'
import type { StoryParts, StoryPhoto } from '../../story/parts'
import { composePage } from './compose'
import type { ComposedFrame } from './composed'
import { insetPhotoDefaults, storyFrameDefaults } from '../frame-defaults'
import type { Edge, Frame, InsetPhoto, PageFacts, StoryFrame } from '../layout'
import type { TextRun } from '../painting'
import { geometryOf, paperOf, type Rect } from '../paper'

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
const { pitch, bodySize } = paper
const { area, columnWidth, gutterWidth } = geometryOf(paper)
const leftOf = (column: number) => area.x + column * (columnWidth + gutterWidth)
const topOf = (row: number) => area.y + row * pitch

const photo: StoryPhoto = {
  image: 'a'.repeat(64),
  width: 1500,
  height: 1000,
  caption: '11月20日，管水员在闸门前查看水位。',
  credit: '江南 摄',
}
const story = (characters: number): StoryParts => ({
  kicker: '',
  headline: '',
  deck: '',
  dateline: '',
  blocks: [
    { kind: 'paragraph', text: '清'.repeat(characters) },
    { kind: 'photo', ...photo },
  ],
  byline: '',
})
const frame = (more: Partial<StoryFrame> = {}): StoryFrame => ({
  ...storyFrameDefaults,
  id: 'a',
  storyId: 's',
  column: 0,
  row: 10,
  columnSpan: 2,
  rowSpan: 10,
  columns: 2,
  ...more,
})
function set(characters: number, ...frames: Frame[]): ComposedFrame {
  const page = composePage(
    { paper, frames, ignored: [] },
    new Map([
      ['s', story(characters)],
      ['t', story(40)],
    ]),
    facts,
  )
  return page.frames.get('a')!
}
const textOf = (own: ComposedFrame) =>
  own.items.filter((item): item is TextRun => item.kind === 'text' && item.source?.part === 'body')
const right = (rect: Rect) => rect.x + rect.width

describe('变栏: a frame’s own columns', () => {
  it.each([
    [2, 2, 11],
    [3, 2, 17],
    [4, 3, 15],
    [4, 2, 23],
    [6, 5, 13.4],
    [2, 1, 23],
  ])('%i base columns set as %i have %s characters a line', (columnSpan, columns, characters) => {
    const own = set(400, frame({ columnSpan, columns }))
    expect(own.columns).toHaveLength(columns)
    for (const column of own.columns) expect(column.width / bodySize).toBeCloseTo(characters, 1)
    expect(own.columns[0]!.x).toBeCloseTo(leftOf(0))
    expect(right(own.columns.at(-1)!)).toBeCloseTo(leftOf(columnSpan - 1) + columnWidth)
    const gaps = own.columns.slice(1).map((column, at) => column.x - right(own.columns[at]!))
    for (const gap of gaps) expect(gap).toBeCloseTo(gutterWidth)
  })

  it('of a boxed one stand an em inside', () => {
    const own = set(400, frame({ boxed: true }))
    expect(own.columns[0]!.x).toBeCloseTo(leftOf(0) + bodySize)
    expect(right(own.columns[1]!)).toBeCloseTo(leftOf(1) + columnWidth - bodySize)
    expect(own.columns[0]!.y).toBeCloseTo(topOf(11))
    const box = own.items.find(item => item.kind === 'box')!
    expect(box.rect.x).toBeCloseTo(leftOf(0))
    expect(box.rect.width).toBeCloseTo(own.rect.width)
  })
})

describe('an L of several rectangles', () => {
  const region = { column: 0, row: 20, columnSpan: 1, rowSpan: 6, columns: 1 }

  it('fills them in their order', () => {
    const own = set(400, frame({ regions: [region, { ...region, column: 3 }] }))
    expect(own.columns).toHaveLength(4)
    expect(own.rects.map(rect => rect.y)).toEqual([topOf(10), topOf(20), topOf(20)])
    expect(own.columns[2]).toMatchObject({ x: leftOf(0), y: topOf(20) })
    const order = textOf(own).map(run => own.columns.findIndex(column => holds(column, run)))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(new Set(order)).toEqual(new Set([0, 1, 2, 3]))
    expect(own.fit!.available).toBe(10 + 10 + 6 + 6)
  })

  it('is boxed as one: no stroke where its rectangles meet', () => {
    const own = set(300, frame({ boxed: true, regions: [region] }))
    const between = topOf(20)
    const strokes = own.items.filter(item => item.kind === 'rule' && item.y1 === item.y2)
    const overFirst = strokes.filter(
      item =>
        item.kind === 'rule' &&
        Math.abs(item.y1 - between) < pitch &&
        item.x1 < leftOf(0) + columnWidth / 2 &&
        item.x2 > leftOf(0) + columnWidth / 2,
    )
    expect(strokes.length).toBeGreaterThan(1)
    expect(overFirst).toEqual([])
    // The text runs on over the border without a line lost.
    expect(own.columns[2]!.y).toBeCloseTo(between)
  })

  it('of two measures sets a paragraph that turns to both', () => {
    const own = set(200, frame({ columnSpan: 1, columns: 1, regions: [{ ...region, columnSpan: 3 }] }))
    const counts = textOf(own).map(run => run.clusters.length)
    expect(counts.slice(0, 3)).toEqual([9, 11, 11])
    expect(Math.max(...counts)).toBe(35)
  })
})

const holds = (column: Rect, run: TextRun) =>
  run.xs[0]! > column.x - bodySize &&
  run.xs[0]! < right(column) &&
  run.y > column.y &&
  run.y < column.y + column.height + 0.1

describe('a photo among the columns', () => {
  const inset = (more: Partial<InsetPhoto> = {}): InsetPhoto => ({
    ...insetPhotoDefaults,
    source: { kind: 'story', storyId: 's', photo: 0 },
    column: 0,
    columnSpan: 2,
    row: 2,
    rowSpan: 8,
    ...more,
  })
  const wide = (more: Partial<InsetPhoto> = {}) =>
    set(500, frame({ columns: 1, rowSpan: 20, photos: [inset({ columnSpan: 1, ...more })] }))

  it('has text above and below, none beside, where it fills its column', () => {
    const own = wide()
    const [shown] = own.photos
    expect(shown!.picture.width).toBeCloseTo(own.columns[0]!.width)
    const rows = textOf(own).map(run => Math.round((run.y - own.columns[0]!.y) / pitch))
    expect(rows.filter(row => row > 2 && row <= 10)).toEqual([])
    expect(rows.some(row => row > 10)).toBe(true)
    expect(shown!.wrapRoom).toBeNull()
  })

  it.each([
    ['left', 9],
    ['right', 12],
  ] as const)('has text run round it where it stands at the %s', (side, width) => {
    const own = wide({ wrap: { side, width: ems(width) } })
    const { picture, wrapRoom } = own.photos[0]!
    expect(picture.width / bodySize).toBeCloseTo(width)
    expect(wrapRoom).toBeCloseTo(23 - width - 1)
    const column = own.columns[0]!
    const beside = textOf(own).filter(run => run.y > picture.y + pitch && run.y < picture.y + picture.height)
    expect(beside.length).toBeGreaterThan(3)
    for (const run of beside) {
      const [from, to] = [run.xs[0]!, run.xs.at(-1)! + bodySize]
      // A gap of an em; set lines stand out over their measure by a tenth.
      const gap = side === 'left' ? from - right(picture) : picture.x - to
      expect(gap / bodySize).toBeGreaterThan(0.85)
      expect(from).toBeGreaterThanOrEqual(column.x - 0.01)
      expect(to).toBeLessThanOrEqual(right(column) + bodySize * 0.15)
    }
  })

  it.each([
    ['under', (picture: Rect, words: Rect) => words.y >= picture.y + picture.height],
    ['left', (picture: Rect, words: Rect) => right(words) <= picture.x],
    ['right', (picture: Rect, words: Rect) => words.x >= right(picture)],
  ] as const)('has its words %s', (captionPlace, stands) => {
    const own = set(
      500,
      frame({
        columnSpan: 4,
        columns: 4,
        rowSpan: 30,
        photos: [inset({ columnSpan: 3, captionPlace, rowSpan: 14 })],
      }),
    )
    const { picture, words } = own.photos[0]!
    expect(stands(picture, words!)).toBe(true)
    const parts = own.items.flatMap(item => (item.kind === 'text' ? [item.source?.part] : []))
    expect(parts).toContain('caption')
    expect(parts).toContain('credit')
    expect(own.hides).toBe(false)
  })

  it('says the pixels an inch of what it shows', () => {
    const own = wide({ crop: { x: 0.25, y: 0.25, width: 0.5, height: 0.5 } })
    const { picture, crop, ppi } = own.photos[0]!
    expect(ppi).toBeCloseTo((1500 * crop.width * 72) / picture.width)
  })
})

describe('rules', () => {
  const widthsOf = (own: ComposedFrame) =>
    own.items.flatMap(item => (item.kind === 'rule' ? [[item.width, item.y1] as const] : []))
  it.each<[Edge, 'ruleAbove' | 'ruleBelow', number[]]>([
    ['none', 'ruleAbove', []],
    ['thin', 'ruleAbove', [0.4]],
    ['thick', 'ruleAbove', [1.2]],
    ['double', 'ruleAbove', [1.2, 0.4]],
    ['double', 'ruleBelow', [0.4, 1.2]],
    ['thin', 'ruleBelow', [0.4]],
  ])('正线, 反线, 文武线: %s as %s', (edge, side, widths) => {
    const own = set(100, frame({ [side]: edge }))
    const found = widthsOf(own).toSorted((a, b) => a[1] - b[1])
    expect(found.map(([width]) => width)).toEqual(widths)
    for (const [, y] of found) expect(y > own.rect.y && y < own.rect.y + own.rect.height).toBe(true)
    // The text keeps off the rule's line.
    const lines = side === 'ruleAbove' && edge !== 'none' ? 1 : 0
    expect(own.columns[0]!.y).toBeCloseTo(topOf(10 + lines))
    expect(own.fit!.available).toBe(edge === 'none' ? 20 : 18)
  })

  it('at the right stands in the gutter, and not at the page’s edge', () => {
    const inner = set(100, frame({ ruleRight: 'thin' }))
    const rule = inner.items.find(item => item.kind === 'rule')!
    expect(rule.x1).toBeCloseTo(leftOf(1) + columnWidth + gutterWidth / 2)
    const outer = set(100, frame({ column: 4, ruleRight: 'thin' }))
    expect(outer.items.filter(item => item.kind === 'rule')).toEqual([])
  })
})

describe('栏底取齐', () => {
  const feet = (own: ComposedFrame) =>
    own.columns.map(column => textOf(own).filter(run => holds(column, run)).length)
  it.each([
    [100, [5, 5]],
    [110, [6, 5]],
    [45, [3, 2]],
    [218, [10, 10]],
  ])('%i characters stand in columns of %j lines', (characters, lines) => {
    expect(feet(set(characters, frame({ balanced: true })))).toEqual(lines)
  })

  it('says what is left as before', () => {
    const [level, plain] = [set(100, frame({ balanced: true })), set(100, frame())]
    expect(feet(plain)).toEqual([10, 0])
    expect(level.fit).toEqual(plain.fit)
  })
})

describe('frames over one another', () => {
  const photoFrame: Frame = {
    id: 'p',
    kind: 'photo',
    source: { kind: 'loose', photo },
    crop: null,
    captionPlace: 'under',
    facing: null,
    ruleAbove: 'none',
    ruleRight: 'none',
    column: 1,
    row: 14,
    columnSpan: 2,
    rowSpan: 8,
  }
  it('the story gives way to the photo and runs round it', () => {
    const own = set(400, frame({ rowSpan: 12 }), photoFrame)
    const foot = topOf(14)
    const second = textOf(own).filter(run => run.xs[0]! > leftOf(1) - 1)
    expect(second.length).toBe(4)
    expect(second.every(run => run.y < foot)).toBe(true)
    expect(own.fit!.available).toBe(12 + 4)
  })

  it('the later of two stories gives way', () => {
    const other = { ...frame({ id: 'b', storyId: 't', column: 1, row: 12 }), rowSpan: 6 }
    expect(set(400, other, frame()).fit!.available).toBe(10 + 4)
    expect(set(400, frame(), other).fit!.available).toBe(20)
  })
})
