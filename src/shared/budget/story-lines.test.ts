import { describe, expect, test } from 'vitest'
import { setGalley } from '../page/galley/galley'
import { paperOf, papers } from '../page/paper'
import { emptyParts, type StoryParts } from '../story/parts'
import { baseColumnOf } from './base-column'
import { countLines } from './story-lines'

const sentence = '清水河干渠一号闸门缓缓提起，渠水顺着斗渠流进麦田。今年冬灌比去年提前5天。'
const story = (...texts: string[]): StoryParts => ({
  ...emptyParts,
  dateline: '本报讯',
  blocks: texts.map(text => ({ kind: 'paragraph', text })),
  byline: '（沈一禾）',
})
const parts = story(sentence.repeat(5), sentence.repeat(3), sentence)

describe.each(papers.map(paper => [paper.name, baseColumnOf(paper)] as const))('%s', (_, column) => {
  test('a story has the lines of its galley', () => {
    const galley = setGalley(parts, 's', { ...column, columns: 1, depth: null })
    expect(countLines(parts, column).lines).toBe(galley.lines)
  })

  test('counted after an edit it is as counted afresh', () => {
    const edited = story(sentence.repeat(5), `${sentence}好。`, sentence)
    const before = countLines(parts, column)
    expect(countLines(edited, column, before).lines).toBe(countLines(edited, column).lines)
  })
})

test('a wider column takes fewer lines, and what was set in another is not kept', () => {
  const narrow = countLines(parts, baseColumnOf(paperOf('tabloid-7x10')))
  const wide = baseColumnOf(paperOf('broadsheet-8x13'))
  expect(countLines(parts, wide).lines).toBeLessThan(narrow.lines)
  expect(countLines(parts, wide, narrow).lines).toBe(countLines(parts, wide).lines)
})
