import { expect, test } from 'vitest'
import { factsOf, noneWaits } from './tray-words'

test.each([
  [{ genre: '消息', characters: 614, photos: 0 }, '消息 · 614 字'],
  [{ genre: '图片新闻', characters: 82, photos: 2 }, '图片新闻 · 82 字 · 2 图'],
] as const)('%j: %s', (row, words) => {
  expect(factsOf(row)).toBe(words)
})

test.each([
  [1, 0, '还没有稿件归到一版。'],
  [12, 0, '还没有稿件归到十二版。'],
  [1, 6, '归到这一版的稿件都排上了。'],
])('nothing waits for page %i, for which %i are planned', (page, planned, words) => {
  expect(noneWaits(page, planned)).toBe(words)
})
