import { expect, test } from 'vitest'
import { quickViews } from '../../shared/budget/quick-views'
import { contextFixture } from '../../shared/budget/rows.testing'
import { quickViewName } from './quick-view-names'

test.each([
  ['today’s edition', {}, '今日稿'],
  ['yesterday’s edition', { edition: 'before' }, '本期稿'],
  ['tomorrow’s edition', { today: '2026-11-23' }, '本期稿'],
  ['an edition that is gone', { edition: 'gone' }, '本期稿'],
  ['no edition', { edition: null }, '本期稿'],
])('with %s chosen its stories are %s', (_, change, name) => {
  const context = { ...contextFixture, ...change }
  expect(quickViewName('today', context)).toBe(name)
  expect(quickViews.slice(1).map(view => quickViewName(view, context))).toEqual([
    '我的稿',
    '缺图说',
    '超长',
    '全部',
  ])
})
