import { pt } from '../sizes'
import { describe, expect, test } from 'vitest'
import type { StoryParts } from '../../story/parts'
import {
  em,
  faceAdvance,
  sansBold,
  sansRegular,
  serifRegular,
  setParagraph,
  type ColumnShape,
} from '../../typeset'
import type { TextRun } from '../painting'
import { flowOf, paintBody, setBody, type Flow } from './body'

const sentence = '清水河干渠一号闸门缓缓提起，渠水顺着刚刚修整一新的斗渠流进麦田，管水员每天沿渠走一趟。'
const story = (...lengths: number[]): StoryParts => ({
  kicker: '',
  headline: '',
  deck: '',
  dateline: '本报讯',
  blocks: lengths.map(length => ({ kind: 'paragraph', text: `${sentence.repeat(9).slice(0, length)}。` })),
  byline: '',
})
const measure = em(11)
const linesOf = ({ inputs }: Flow) => inputs.map(input => setParagraph(input, measure).lines.length)
const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0)

describe('looseness is lines over the whole story', () => {
  test.each([
    ['none', 0, [81, 95, 130, 47], 0],
    ['a line more', 1, [81, 95, 130, 47], 1],
    ['four lines more', 4, [81, 95, 130, 47, 160], 4],
    ['no more than its paragraph gives', 20, [12], 1],
    ['an empty story', 3, [], 0],
  ])('%s', (_, looseness, lengths, more) => {
    const own = linesOf(flowOf(story(...lengths), measure))
    const set = linesOf(flowOf(story(...lengths), measure, looseness))
    expect(sum(set) - sum(own)).toBe(more)
  })

  test.each([
    ['the last line of the shorter paragraph is full', [81, 130], [1, 0]],
    ['it is half empty', [85, 130], [0, 1]],
  ])('it goes where it shows least: %s', (_, lengths, looseness) => {
    const { inputs } = flowOf(story(...lengths), measure, 1)
    expect(inputs.map(input => input.looseness ?? 0)).toEqual(looseness)
  })
})

test.each([
  ['paragraph', serifRegular],
  ['crosshead', sansBold],
  ['editorNote', sansRegular],
] as const)('a %s is set in the face that it is painted in', (kind, face) => {
  const text = '清WIFI水'
  const flow = flowOf({ ...story(), dateline: '', blocks: [{ kind, text }] }, measure)
  const column = { x: pt(0), y: pt(0), shape: { measure, lines: 2 } }
  const [run] = paintBody(setBody(flow, [column]), [column], {
    frameId: 'a',
    storyId: 's',
    size: pt(1000),
    pitch: pt(1000),
    firstLine: 0,
  })
  const { xs } = run as TextRun
  const steps = [...text].slice(0, -1).map((_, at) => Math.round(xs[at + 1]! - xs[at]!))
  expect(steps).toEqual([...text].slice(0, -1).map(one => faceAdvance(face, one.codePointAt(0)!) ?? 1000))
})

describe('a crosshead stands in the middle of its two rows', () => {
  const parts: StoryParts = {
    ...story(40),
    blocks: [
      { kind: 'paragraph', text: '今年冬灌比去年提前5天。' },
      { kind: 'crosshead', text: '水到地头' },
      { kind: 'paragraph', text: sentence },
    ],
  }
  const baseline = (around: ColumnShape['around']) => {
    const shape: ColumnShape = { measure, lines: 20, ...(around && { around }) }
    const columns = [{ x: pt(0), y: pt(0), shape }]
    const style = { frameId: 'a', storyId: 's', size: pt(10), pitch: pt(13), firstLine: 0 }
    const runs = paintBody(setBody(flowOf(parts, measure), columns), columns, style)
    return runs.flatMap(run =>
      run.kind === 'text' && run.clusters.join('') === '水到地头' ? [run.y] : [],
    )[0]!
  }
  const alone = baseline(undefined)

  test.each([
    ['a photo far below', [{ from: 12, to: 16, left: em(0), right: measure }], 0],
    ['a photo above', [{ from: 0, to: 2, left: em(0), right: measure }], 2 * 13],
    // The second row is not below the first: the head stands in the first alone.
    ['a photo right under its first row', [{ from: 3, to: 6, left: em(0), right: measure }], -6.5],
  ])('with %s', (_, around, lower) => expect(baseline(around)).toBeCloseTo(alone + lower, 5))
})
