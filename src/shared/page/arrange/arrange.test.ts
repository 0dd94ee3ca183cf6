import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryParts, StoryPhoto } from '../../story/parts'
import { arrangePage } from './arrange'
import { pageLayoutSchema, type PageLayout } from '../layout'
import { paperOf, papers, type Paper } from '../paper'

const words =
  '清水河干渠一号闸门缓缓提起，渠水顺着斗渠流进麦田。今年冬灌比去年提前5天，管水员每天沿渠走一趟。'
const photo = (caption: string): StoryPhoto => ({
  image: null,
  width: 1500,
  height: 1000,
  caption,
  credit: '江南 摄',
})

/** A story of about so many characters, with so many photos. */
function story(id: string, characters: number, photos = 0): { id: string; parts: StoryParts } {
  const length = Math.max(1, Math.ceil(characters / 120))
  const text = words.repeat(8).slice(0, Math.ceil(characters / length))
  return {
    id,
    parts: {
      kicker: '',
      headline: `第${id}篇的标题有十几个字`,
      deck: '',
      dateline: '本报讯',
      blocks: [
        ...Array.from({ length }, () => ({ kind: 'paragraph' as const, text })),
        ...Array.from({ length: photos }, (_, at) => ({ kind: 'photo' as const, ...photo(`图说${at}。`) })),
      ],
      byline: '（沈一禾）',
    },
  }
}

/** Every cell of the page's grid that two frames claim, or that lies off the page. */
function faults(layout: PageLayout, paper: Paper): string[] {
  const taken = new Map<string, string>()
  const found: string[] = []
  for (const frame of layout.frames) {
    if (frame.column + frame.columnSpan > paper.columns) found.push(`${frame.id} is wider than the page`)
    if (frame.row + frame.rowSpan > paper.lines) found.push(`${frame.id} is deeper than the page`)
    for (let column = frame.column; column < frame.column + frame.columnSpan; column++) {
      for (let row = frame.row; row < frame.row + frame.rowSpan; row++) {
        const cell = `${column} ${row}`
        const other = taken.get(cell)
        if (other) found.push(`${frame.id} lies over ${other}`)
        taken.set(cell, frame.id)
      }
    }
  }
  return found
}

const paper = paperOf('tabloid-6x11')

describe('an arranged page', () => {
  it('puts the lead at the top left under the widest head', () => {
    const stories = [story('1', 900, 1), story('2', 500), story('3', 300), story('4', 700, 1)]
    const { layout, unplaced } = arrangePage({ paper, furniture: 'masthead', stories })
    const lead = layout.frames.find(frame => frame.id === 'story-1')!
    expect(lead.column).toBe(0)
    expect(lead.row).toBe(paper.mastheadLines)
    expect(unplaced).toEqual([])
    const widest = Math.max(
      ...layout.frames.flatMap(frame => (frame.kind === 'story' ? [frame.columnSpan] : [])),
    )
    expect(lead.columnSpan).toBe(widest)
  })

  it('leaves the foot white when there is little to print, and nothing over', () => {
    const { layout, page } = arrangePage({
      paper,
      furniture: 'folio',
      stories: [story('1', 600), story('2', 300)],
    })
    const foot = Math.max(...layout.frames.map(frame => frame.row + frame.rowSpan))
    expect(foot).toBeLessThan(paper.lines)
    const over = [...page.frames.values()].map(frame => frame.fit?.overset.lines ?? 0)
    expect(over.filter(lines => lines > 0)).toEqual([])
  })

  it('keeps a strap over its stories and the advertisement at the foot', () => {
    const stories = [story('1', 500), story('2', 400), story('3', 400)]
    const strap = { text: '乡村振兴', storyIds: ['2', '3'] }
    const ad = { client: '农商银行', rows: 12 }
    const { layout } = arrangePage({ paper, furniture: 'folio', stories, strap, ad })
    const at = (id: string) => layout.frames.find(frame => frame.id === id)!
    const bar = layout.frames.find(frame => frame.kind === 'strap')!
    expect(bar.columnSpan).toBe(paper.columns)
    expect(at('story-1').row).toBeLessThan(bar.row)
    for (const id of ['story-2', 'story-3']) expect(at(id).row).toBeGreaterThanOrEqual(bar.row + bar.rowSpan)
    expect(at('ad').row + at('ad').rowSpan).toBe(paper.lines)
  })

  it('gives a loose photo to the story that its caption speaks of, else a frame of its own', () => {
    const stories = [story('1', 600), story('2', 500)]
    const photos = [photo('清水河干渠一号闸门缓缓提起。'), photo('学生们在操场上踢球。')]
    const { layout } = arrangePage({ paper, furniture: 'folio', stories, photos })
    const owner = layout.frames.find(frame => frame.kind === 'story' && frame.photos.length > 0)
    expect(owner?.id).toBe('story-1')
    expect(layout.frames.filter(frame => frame.kind === 'photo')).toHaveLength(1)
  })

  it('overlaps nothing, keeps every story, and comes out the same again', () => {
    const many = fc.array(fc.tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 0, max: 2 })), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(many, fc.constantFrom(...papers), (sizes, one) => {
        const stories = sizes.map(([characters, photos], at) => story(String(at + 1), characters, photos))
        const input = { paper: one, furniture: 'folio' as const, stories }
        const { layout, page, unplaced } = arrangePage(input)
        expect(faults(layout, one)).toEqual([])
        const placed = layout.frames.flatMap(frame => (frame.kind === 'story' ? [frame.storyId] : []))
        expect([...placed, ...unplaced].toSorted()).toEqual(stories.map(({ id }) => id).toSorted())
        expect(pageLayoutSchema.parse(layout)).toEqual(layout)
        const { items, height } = page.painting
        expect(items.filter(item => item.kind === 'text' && item.y > height)).toEqual([])
        expect(arrangePage(input).layout).toEqual(layout)
      }),
      { numRuns: 8 },
    )
  })
})
