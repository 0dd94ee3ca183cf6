import { history, undo } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import type { CutPassage } from '../../shared/contract'
import { documentOf, emptyParts, partsOf } from '../../shared/story/parts'
import { cutAll } from './cut-passages'

const first = '今年冬灌比去年提前五天，各镇都做了准备。'
const second = '水利局说，闸门已经检修完毕。'
const stateOf = (...texts: string[]) =>
  EditorState.create({
    doc: documentOf({
      ...emptyParts,
      headline: '冬灌开闸',
      dateline: '本报讯（记者 张三）',
      blocks: texts.map(text => ({ kind: 'paragraph' as const, text })),
    }),
    plugins: [history()],
  })
const cut = (block: number, of: string, text: string): CutPassage => {
  const start = of.indexOf(text)
  return { block, start, end: start + text.length, text }
}
const texts = (state: EditorState) =>
  partsOf(state.doc).blocks.map(block => (block.kind === 'photo' ? '' : block.text))

describe('cutting', () => {
  test('takes all passages in one step and gives them back in one', () => {
    let state = stateOf(first, second)
    const tr = cutAll(state, [cut(0, first, '，各镇都做了准备'), cut(1, second, '水利局说，')])
    expect(tr).not.toBe(null)
    state = state.apply(tr!)
    expect(texts(state)).toEqual(['今年冬灌比去年提前五天。', '闸门已经检修完毕。'])
    expect(partsOf(state.doc).dateline).toBe('本报讯（记者 张三）')
    undo(state, back => (state = state.apply(back)))
    expect(texts(state)).toEqual([first, second])
  })

  test('takes a paragraph away of which nothing is left', () => {
    const state = stateOf(first, second)
    expect(texts(state.apply(cutAll(state, [cut(1, second, second)])!))).toEqual([first])
  })

  test('keeps the dateline’s paragraph', () => {
    const state = stateOf(first, second)
    const after = state.apply(cutAll(state, [cut(0, first, first)])!)
    expect(texts(after)).toEqual(['', second])
    expect(partsOf(after.doc).dateline).toBe('本报讯（记者 张三）')
  })

  test.each([
    ['one that reads otherwise', [cut(0, first, '各镇'), { block: 1, start: 0, end: 2, text: '水务' }]],
    ['two that overlap', [cut(0, first, '提前五天，各镇'), cut(0, first, '各镇都')]],
  ])('refuses all for %s', (_, cuts) => {
    expect(cutAll(stateOf(first, second), cuts)).toBe(null)
  })
})
