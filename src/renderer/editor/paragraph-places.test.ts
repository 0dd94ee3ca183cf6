import { expect, test } from 'vitest'
import { crosshead, p, photo, run, stateOf, story, summary } from './sheet.testing'
import { goToParagraph, paragraphAt } from './paragraph-places'

const parts = story({
  headline: '题|',
  blocks: [summary('提要'), p('一'), crosshead('小'), p('二'), photo('图', '摄'), p('三')],
})

test.each([
  [1, '一'],
  [2, '二'],
  [3, '三'],
  [99, '三'],
  [0, '一'],
])('paragraph %d is %s', (ordinal, text) => {
  const state = stateOf(parts)
  let after = state
  expect(goToParagraph(ordinal)(state, tr => (after = state.apply(tr)))).toBe(true)
  expect(after.selection.$from.parent.textContent).toBe(text)
  expect(after.selection.$from.parentOffset).toBe(0)
  expect(paragraphAt(after.doc, after.selection.head)).toBe(Math.min(3, Math.max(1, ordinal)))
})

test('the head is before the first', () => {
  const state = stateOf(parts)
  expect(paragraphAt(state.doc, state.selection.head)).toBe(0)
})

test('going there changes nothing', () => {
  expect(run(goToParagraph(2), parts).parts.blocks).toEqual(parts.blocks)
})
