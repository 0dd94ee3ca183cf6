import { describe, expect, it, test } from 'vitest'
import { emptyParts, type StoryParts } from '../../story/parts'
import { em } from '../../typeset'
import { flowOf } from '../compose/body'
import { CutSearch } from './cuts'
import { cuttablePassages, storyWithout } from './passages'

const story = (...texts: string[]): StoryParts => ({
  ...emptyParts,
  headline: '冬灌开闸',
  blocks: texts.map(text => ({ kind: 'paragraph', text })),
})
const second = (text: string) =>
  (cuttablePassages(story('开头。', text))[1] ?? []).map(passage => passage.text)

describe('what can be cut without writing a word', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'clauses after a sentence’s first, and the paragraph',
      '水到了，人在渠头，田也浇透了。',
      ['，人在渠头', '，田也浇透了', '，人在渠头，田也浇透了', '水到了，人在渠头，田也浇透了。'],
      ['水到了，', '田也浇透了。'],
    ],
    ['whole sentences', '水到了。人也到了。', ['水到了。', '人也到了。', '水到了。人也到了。'], []],
    [
      'never half of what is said',
      '他说：“水到了，田也浇透了。”人都笑了。',
      ['人都笑了。', '，田也浇透了'],
      ['，田也浇透了。', '“水到了，田也浇透了。'],
    ],
    ['nothing inside a pair of brackets alone', '水（第一轮，早了五天）到了。', [], ['，早了五天）到了']],
  ])('%s', (_, text, some, none) => {
    const found = second(text)
    for (const one of some) expect(found).toContain(one)
    for (const one of none) expect(found).not.toContain(one)
  })

  it('keeps the first sentence of the story', () => {
    const [first] = cuttablePassages(story('水到了。人也到了。', '完。'))
    expect(first!.map(passage => passage.text)).toEqual(['人也到了。'])
  })
})

test('a story without passages', () => {
  const was = story('水到了，人在渠头。', '完。')
  const cut = (block: number, text: string) => {
    const own = was.blocks[block]!
    const start = own.kind === 'paragraph' ? own.text.indexOf(text) : 0
    return { block, start, end: start + text.length, text }
  }
  expect(storyWithout(was, [cut(0, '，人在渠头')])).toEqual(story('水到了。', '完。'))
  expect(storyWithout(was, [cut(1, '完。')])).toEqual(story('水到了，人在渠头。'))
  expect(storyWithout(was, [cut(0, '，人在渠头'), cut(0, '水到')])).toEqual(story('了。', '完。'))
})

test('the cheapest cuts save what is asked, one of a paragraph, and no fewer characters would do', () => {
  const texts = [
    '今年冬灌比去年提前五天，各镇都做了准备，渠道清了淤。',
    '清水河干渠一号闸门缓缓提起，渠水顺着斗渠流进麦田，人在渠头等着水来。',
    '水到地头，人在田头，一畦一畦地浇。据介绍，全县共有十二万亩麦田列入计划。',
  ]
  const parts = story(...texts)
  const search = new CutSearch(parts, flowOf(parts, em(11)), em(11))
  const steps = [...search.search()]
  expect(steps).toHaveLength(3)
  let before = 0
  for (const lines of [1, 2, 3, 4]) {
    const cuts = search.cheapest(lines)
    expect(new Set(cuts.map(cut => cut.passage.block)).size).toBe(cuts.length)
    expect(cuts.reduce((sum, cut) => sum + cut.lines, 0)).toBeGreaterThanOrEqual(lines)
    const characters = cuts.reduce((sum, cut) => sum + cut.passage.text.length, 0)
    expect(characters).toBeGreaterThanOrEqual(before)
    before = characters
  }
  // More than there is: as much as can go.
  const all = search.cheapest(100)
  expect(all.length).toBe(3)
})
