import { describe, expect, test } from 'vitest'
import {
  allBlockColumns,
  blockColumns,
  cheapestCuts,
  cheapestFillers,
  em,
  fitColumns,
  fitWithoutCutting,
  setParagraph,
  spanWidth,
} from './index'
import type { FlowInput } from './index'

const sentence = '县里的春耕生产，今年比往年早了半个月。农技员走村入户，把良种、化肥和技术送到田间地头，'
const story = (...lengths: number[]): FlowInput[] =>
  lengths.map(length => ({
    kind: 'paragraph',
    text: sentence.repeat(9).slice(0, length) + '。',
    indent: em(2),
  }))
const lines = (input: FlowInput) => setParagraph(input, em(16)).lines.length

describe('cheapest cuts and fillers', () => {
  const flow = story(81, 95, 130, 47)
  test('every cut named wins the lines it names, and the cheapest comes first', () => {
    const cuts = cheapestCuts(flow, em(16))
    expect(cuts.length).toBe(flow.length)
    for (const cut of cuts) {
      const input = flow[cut.paragraph] as FlowInput
      const shorter = { ...input, text: input.text.slice(0, -1 - cut.characters) + '。' }
      const nearly = { ...input, text: input.text.slice(0, -cut.characters) + '。' }
      expect(lines(shorter)).toBe(lines(input) - cut.linesWon)
      expect(lines(nearly)).toBe(lines(input))
    }
    const counts = cuts.map(cut => cut.characters)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  })

  test('every filler named takes one line more', () => {
    for (const filler of cheapestFillers(flow, em(16))) {
      const input = flow[filler.paragraph] as FlowInput
      const longer = { ...input, text: input.text.slice(0, -1) + '一'.repeat(filler.characters) + '。' }
      expect(lines(longer)).toBe(lines(input) + 1)
    }
  })
})

describe('fit without touching a word', () => {
  const flow = story(81, 95, 130, 47)
  const own = flow.reduce((sum, input) => sum + lines(input), 0)
  test('its own depth costs nothing', () => {
    expect(fitWithoutCutting(flow, em(16), own)).toMatchObject({
      fits: true,
      ugliness: 0,
      looseness: [0, 0, 0, 0],
    })
  })
  test.each([1, 2, 3])('%i lines longer are met, and the plan is what the setter does', more => {
    const plan = fitWithoutCutting(flow, em(16), own + more)
    expect(plan.fits).toBe(true)
    const set = flow.map((input, i) => lines({ ...input, looseness: plan.looseness[i] ?? 0 }))
    expect(set.reduce((a, b) => a + b)).toBe(own + more)
  })
  test('what cannot be met comes as near as it gets', () => {
    const plan = fitWithoutCutting(flow, em(16), 1)
    expect(plan.fits).toBe(false)
    expect(plan.lines).toBeLessThanOrEqual(own)
  })
  test('columns are filled to their depth', () => {
    const columns = [
      { measure: em(16), lines: own - 10 },
      { measure: em(16), lines: 11 },
    ]
    const { plan, set } = fitColumns(flow, columns)
    expect(plan.fits).toBe(true)
    expect([set.overset.lines, set.underset.lines]).toEqual([0, 0])
  })
})

describe('破栏', () => {
  const xinmin = { measure: em(11), gutter: em(1) }
  test.each([
    [2, 23],
    [3, 35],
    [4, 47],
    [5, 59],
  ])('%i columns of 11 with a gutter of 1 are %i wide', (spans, width) =>
    expect(spanWidth(xinmin, spans)).toBe(em(width)),
  )
  test.each([
    [11, 3, 2, 17, true],
    [11, 4, 3, 15, true],
    [11, 5, 4, 14, true],
    [13, 3, 2, 20, true],
    [13, 4, 3, 17, false],
    [13, 5, 4, 16, false],
  ])('%i base: %i into %i is %i, whole: %s', (base, spans, columns, measure, isWhole) => {
    const way = blockColumns({ measure: em(base), gutter: em(1) }, spans, columns)
    expect([way.wholeMeasure, way.isWhole]).toEqual([measure * 1000, isWhole])
  })
  test('a list begins with the whole ones', () => {
    const ways = allBlockColumns(xinmin, 5)
    expect(ways.findLastIndex(way => way.isWhole)).toBe(ways.findIndex(way => !way.isWhole) - 1)
  })
})
