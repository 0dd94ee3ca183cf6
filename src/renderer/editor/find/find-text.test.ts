import { EditorState, TextSelection } from 'prosemirror-state'
import { replaceAll, search, setSearchState } from 'prosemirror-search'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { documentOf, emptyParts, partsOf } from '../../../shared/story/parts'
import {
  countMatches,
  foundQuery,
  isGoodPattern,
  plainQuery,
  searchedTexts,
  type FindWish,
} from './find-text'
import { matchesIn, patternOf, type PatternMatch } from './pattern-matches'
import { PatternSearch } from './pattern-search'

const story = {
  ...emptyParts,
  headline: '冬灌开闸',
  blocks: [
    { kind: 'paragraph', text: '今年冬灌比去年提前5天，冬灌用水充足。' },
    { kind: 'paragraph', text: '冬灌结束后转入春灌，10日前完成，GDP和gdp。' },
  ],
} as const
const state = EditorState.create({ doc: documentOf(story), plugins: [search()] })
const wish = (text: string, change: Partial<FindWish> = {}): FindWish => ({
  text,
  replace: '',
  isPattern: false,
  matchCase: false,
  ...change,
})

/** The query of a wish, its pattern looked for on the spot. */
function queryOf(looked: FindWish, range: { from: number; to: number } | null = null, from = state) {
  if (!looked.isPattern) return plainQuery(looked)
  if (!isGoodPattern(looked)) return null
  const texts = searchedTexts(from.doc, range)
  const pattern = patternOf(looked.text, looked.matchCase)!
  return foundQuery(
    looked,
    from.doc,
    texts,
    matchesIn(
      texts.map(({ text }) => text),
      pattern,
    ),
  )
}

/** The story's first paragraph after everything has been replaced. */
function replaced(looked: FindWish): string {
  let after = state.apply(setSearchState(state.tr, queryOf(looked)!))
  replaceAll(after, tr => (after = after.apply(tr)))
  const [first] = partsOf(after.doc).blocks
  return first && 'text' in first ? first.text : ''
}

describe('find', () => {
  test.each<[string, FindWish, number]>([
    ['headline and body', wish('冬灌'), 4],
    ['nothing', wish('夏灌'), 0],
    ['a mark that patterns use', wish('.'), 0],
    ['a pattern', wish('[冬春]灌', { isPattern: true }), 5],
    ['figures', wish('\\d+(?=天|日)', { isPattern: true }), 2],
    ['either case', wish('gdp'), 2],
    ['one case', wish('gdp', { matchCase: true }), 1],
  ])('%s', (_, looked, total) => {
    const query = queryOf(looked)
    expect(query && countMatches(state, query, null).total).toBe(total)
  })

  test.each(['', '[', '(冬', 'x*', '冬{2,1}'])('“%s” is no pattern to look for', text => {
    expect(queryOf(wish(text, { isPattern: true }))).toBeNull()
  })

  test('only inside a range, and says on which match the selection stands', () => {
    const query = queryOf(wish('冬灌'))!
    let from = 0
    state.doc.descendants((node, pos) => {
      if (from === 0 && node.type.name === 'paragraph') from = pos + 1
    })
    const range = { from, to: from + story.blocks[0].text.length }
    expect(countMatches(state, query, range)).toEqual({ total: 2, at: 0, isMore: false })
    const on = TextSelection.create(state.doc, from + 2, from + 4)
    expect(countMatches(state.apply(state.tr.setSelection(on)), query, range).at).toBe(1)
  })

  test.each<[text: string, replace: string, isPattern: boolean, after: string]>([
    ['(\\d+)天', '$1个昼夜', true, '今年冬灌比去年提前5个昼夜，冬灌用水充足。'],
    ['(\\d+)(天)', '$2$1', true, '今年冬灌比去年提前天5，冬灌用水充足。'],
    ['\\d天', '$$$&$', true, '今年冬灌比去年提前$5天$，冬灌用水充足。'],
    ['(夏)?5', '[$1]', true, '今年冬灌比去年提前[]天，冬灌用水充足。'],
    ['5天', '$$5', false, '今年冬灌比去年提前$$5，冬灌用水充足。'],
    ['5天', '$&$1', false, '今年冬灌比去年提前$&$1，冬灌用水充足。'],
    ['5天', '', false, '今年冬灌比去年提前，冬灌用水充足。'],
  ])('%s replaced by %s (pattern: %s) gives %s', (text, replace, isPattern, after) => {
    expect(replaced(wish(text, { replace, isPattern }))).toBe(after)
  })

  test('goes forth and back through the matches of a pattern, inside a range', () => {
    const looked = wish('[冬春]灌', { isPattern: true })
    const all: [number, number][] = []
    const query = queryOf(looked)!
    for (let found = query.findNext(state); found; found = query.findNext(state, found.to))
      all.push([found.from, found.to])
    expect(all.length).toBe(5)
    const back: [number, number][] = []
    for (let found = query.findPrev(state); found; found = query.findPrev(state, found.from))
      back.unshift([found.from, found.to])
    expect(back).toEqual(all)
    const [, second, third] = all
    const range = { from: second![0], to: third![1] }
    expect(countMatches(state, queryOf(looked, range)!, range).total).toBe(2)
  })

  test('finds nothing in a document that has changed since', () => {
    const query = queryOf(wish('冬.', { isPattern: true }))!
    const changed = state.apply(state.tr.insertText('冬灌', 1))
    expect([query.findNext(state), query.findNext(changed)]).toEqual([expect.anything(), null])
  })
})

test('a search that takes too long is ended and told; a new one ends the one before', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const runners: { ended: boolean; answer: (matches: PatternMatch[]) => void }[] = []
  const search = new PatternSearch(() => {
    const runner = { ended: false, answer: (() => {}) as (matches: PatternMatch[]) => void }
    runners.push(runner)
    return { run: (_, answer) => (runner.answer = answer), end: () => (runner.ended = true) }
  })
  const heard: unknown[] = []
  const order = { texts: ['冬'], source: '冬', matchCase: false }
  search.ask(order, matches => heard.push(['first', matches]))
  search.ask(order, matches => heard.push(['second', matches]))
  runners[0]!.answer([])
  expect([heard, runners.map(({ ended }) => ended)]).toEqual([[], [true, false]])
  vi.runAllTimers()
  runners[1]!.answer([])
  expect([heard, runners.map(({ ended }) => ended)]).toEqual([[['second', null]], [true, true]])
})
