import { EditorState, TextSelection } from 'prosemirror-state'
import { replaceAll, search, setSearchState } from 'prosemirror-search'
import { describe, expect, test } from 'vitest'
import { documentOf, emptyParts, partsOf } from '../../shared/story/parts'
import { countMatches, queryOf, type FindWish } from './find-text'

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

  test('replaces with what a pattern has caught', () => {
    const query = queryOf(wish('(\\d+)天', { isPattern: true, replace: '$1个昼夜' }))!
    let after = state.apply(setSearchState(state.tr, query))
    replaceAll(after, tr => (after = after.apply(tr)))
    expect(partsOf(after.doc).blocks[0]).toMatchObject({ text: '今年冬灌比去年提前5个昼夜，冬灌用水充足。' })
  })
})
