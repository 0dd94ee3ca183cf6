import { describe, expect, it } from 'vitest'
import type { StoryParts } from '../../story/parts'
import { composeCache } from './cache'
import { composePage } from './compose'
import { textOf } from './composed'
import { storyFrameDefaults } from '../frame-defaults'
import type { PageFacts, PageLayout, StoryFrame } from '../layout'
import { paperOf } from '../paper'

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
const story = (characters: number): StoryParts => ({
  kicker: '',
  headline: '',
  deck: '',
  dateline: '',
  blocks: [{ kind: 'paragraph', text: '清'.repeat(characters) }],
  byline: '',
})
const frame = (id: string, more: Partial<StoryFrame> = {}): StoryFrame => ({
  ...storyFrameDefaults,
  id,
  storyId: 's',
  column: 0,
  row: 10,
  columnSpan: 1,
  rowSpan: 10,
  columns: 1,
  ...more,
})
const pageOf = (...frames: StoryFrame[]): PageLayout => ({ paper, frames, ignored: [] })

/** Pages of an edition by their numbers, set as the window sets them: each with the others beside it. */
function setEdition(pages: Record<number, PageLayout>, characters: number) {
  const edition = Object.entries(pages).map(([number, layout]) => ({
    number: Number(number),
    name: '',
    layout,
  }))
  return (page: number, id: string) => {
    const stories = new Map([['s', story(characters)]])
    const own = { ...facts, pageNumber: page }
    return composePage(pages[page]!, stories, own, composeCache(), edition).frames.get(id)!
  }
}

describe('转版', () => {
  const twoPages = {
    1: pageOf(frame('a')),
    3: pageOf(frame('b', { continues: true, columnSpan: 2, columns: 2 })),
  }

  it('says on both pages where the story goes on and where it comes from', () => {
    const at = setEdition(twoPages, 200)
    const [first, second] = [at(1, 'a'), at(3, 'b')]
    expect(textOf(first).at(-1)).toBe('（下转第3版）')
    expect(textOf(second)[0]).toBe('（上接第1版）')
    expect([first.jumps, second.jumps]).toEqual([
      { to: 3, from: null },
      { to: null, from: 1 },
    ])
  })

  it('keeps a line for each, and loses no character between them', () => {
    const at = setEdition(twoPages, 200)
    const body = [...textOf(at(1, 'a')).slice(0, -1), ...textOf(at(3, 'b')).slice(1)]
    expect(body.slice(0, 9)).toHaveLength(9)
    expect(body.join('').replace(/\s/g, '')).toBe('清'.repeat(200))
    expect(at(1, 'a').fit!.overset.lines).toBe(0)
    expect(at(3, 'b').fit!.available).toBe(19)
  })

  it('says nothing where the story ends before', () => {
    const at = setEdition(twoPages, 60)
    expect([at(1, 'a').jumps, at(3, 'b').jumps]).toEqual([
      { to: null, from: null },
      { to: null, from: null },
    ])
    expect(textOf(at(1, 'a')).join('')).not.toContain('下转')
    expect(textOf(at(3, 'b'))).toEqual([])
  })

  it('says nothing between two frames of one page', () => {
    const page = { 1: pageOf(frame('a'), frame('b', { column: 1, continues: true })) }
    const at = setEdition(page, 150)
    expect(textOf(at(1, 'a')).join('') + textOf(at(1, 'b')).join('')).not.toMatch(/下转|上接/)
    expect(at(1, 'b').fit).toMatchObject({ overset: { lines: 0 } })
  })

  it('tells only at its end what is over', () => {
    const at = setEdition(twoPages, 600)
    expect(at(1, 'a').fit!.overset).toEqual({ lines: 0, characters: 0 })
    expect(at(3, 'b').fit!.overset.lines).toBeGreaterThan(0)
  })

  it('runs over three pages in their order, whatever order they are named in', () => {
    const pages = {
      4: pageOf(frame('c', { continues: true })),
      2: pageOf(frame('b', { continues: true })),
      1: pageOf(frame('a')),
    }
    const at = setEdition(pages, 270)
    expect([at(1, 'a').jumps, at(2, 'b').jumps, at(4, 'c').jumps]).toEqual([
      { to: 2, from: null },
      { to: 4, from: 1 },
      { to: null, from: 2 },
    ])
  })

  it('of a story that begins nowhere before begins there', () => {
    const at = setEdition({ 3: pageOf(frame('b', { continues: true })) }, 60)
    expect(at(3, 'b').jumps.from).toBeNull()
    expect(textOf(at(3, 'b'))[0]).toContain('清')
  })
})
