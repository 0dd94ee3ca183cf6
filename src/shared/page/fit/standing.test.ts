import { describe, expect, it } from 'vitest'
import type { StoryParts } from '../../story/parts'
import { emptyParts } from '../../story/parts'
import { composePage } from '../compose/compose'
import { newStoryFrame } from '../edit/drop-story'
import { adFrameDefaults, emptyLayout } from '../frame-defaults'
import type { Frame } from '../layout'
import { paperOf } from '../paper'
import { fitSaid, pageFitOf, standingOf } from './standing'

const paper = paperOf('tabloid-6x11')
const facts = {
  paperName: '',
  date: null,
  editionNumber: null,
  pageNumber: 1,
  pageCount: null,
  pageName: '',
  credits: [],
}

it.each<[string, [number, number], [number, number], string, string]>([
  ['over', [3, 41], [0, 0], 'over', '溢 3 行 41 字'],
  ['under', [0, 0], [5, 55], 'under', '欠 5 行 55 字'],
  ['a little white at the foot', [0, 0], [2, 22], 'fits', '齐'],
  ['just so', [0, 0], [0, 0], 'fits', '齐'],
])('a story that is %s', (_, over, under, standing, words) => {
  const fit = {
    overset: { lines: over[0], characters: over[1] },
    underset: { lines: under[0], characters: under[1] },
  }
  expect(standingOf(fit)).toBe(standing)
  expect(fitSaid(fit)).toBe(words)
})

describe('a page', () => {
  const story = (characters: number): StoryParts => ({
    ...emptyParts,
    blocks: [{ kind: 'paragraph', text: '水'.repeat(characters - 1) + '。' }],
  })
  const frame = (id: string, column: number, columnSpan: number, rowSpan: number) =>
    newStoryFrame(paper, id, id, { column, row: 0, columnSpan, rowSpan })
  const fitOf = (frames: Frame[], stories: Record<string, StoryParts>) => {
    const layout = { ...emptyLayout(paper), frames }
    const composed = composePage(layout, new Map(Object.entries(stories)), facts)
    return { fit: pageFitOf({ layout, composed }), composed }
  }

  it('adds up what is over and what is under, story by story', () => {
    const stories = { a: story(600), b: story(400), c: story(60) }
    const { fit, composed } = fitOf(
      [frame('a', 0, 2, 20), frame('b', 2, 2, 15), frame('c', 4, 2, 20)],
      stories,
    )
    const own = (id: string) => composed.frames.get(id)!.fit!
    expect(fit.stories).toBe(3)
    expect(fit.overset).toEqual({
      lines: own('a').overset.lines + own('b').overset.lines,
      characters: own('a').overset.characters + own('b').overset.characters,
    })
    expect(fit.underset).toEqual(own('c').underset)
    expect(fit.underset.lines).toBeGreaterThan(20)
  })

  const whole = { column: 0, row: 0, columnSpan: paper.columns, rowSpan: paper.lines }
  it.each<[string, Frame[], number]>([
    ['is empty', [], 0],
    ['is one advertisement', [{ ...adFrameDefaults, ...whole, id: 'ad' }], 1],
    [
      'has an advertisement on its upper half',
      [{ ...adFrameDefaults, ...whole, rowSpan: paper.lines / 2, id: 'ad' }],
      0.5,
    ],
    [
      'has two of them over each other',
      [
        { ...adFrameDefaults, ...whole, rowSpan: paper.lines / 2, id: 'ad' },
        { ...adFrameDefaults, ...whole, rowSpan: paper.lines / 2, id: 'ad2' },
      ],
      0.5,
    ],
    ['is a place kept free', [newStoryFrame(paper, 'x', null, whole)], 0],
  ])('that %s is filled to its share', (_, frames, filled) => {
    expect(fitOf(frames, {}).fit.filled).toBeCloseTo(filled, 6)
  })

  it('is not filled where its text leaves white', () => {
    const place = { column: 0, row: 0, columnSpan: 2, rowSpan: 20 }
    const { fit, composed } = fitOf([newStoryFrame(paper, 'a', 'a', place)], { a: story(60) })
    const white = composed.frames.get('a')!.fit!.underset.lines
    expect(fit.filled).toBeCloseTo((2 * 20 - white) / (paper.columns * paper.lines), 6)
  })
})
