import { expect, test } from 'vitest'
import { orderRows, textValue, type Direction, type SortValue } from './row-order'

const order = (values: readonly SortValue[], direction: Direction) =>
  orderRows(
    values.map((value, at) => ({ number: at + 1, value })),
    row => row.value,
    direction,
  ).map(row => row.value)

test.each<[string, SortValue[], Direction, SortValue[]]>([
  ['figures by size', [10, 9, 100], 'ascend', [9, 10, 100]],
  [
    'text by pinyin, the figures in it by size',
    ['中学', '第10场', '阿姨', '第2场'],
    'ascend',
    ['阿姨', '第2场', '第10场', '中学'],
  ],
  ['what has no value last', [null, 2, 1], 'ascend', [1, 2, null]],
  ['what has no value last the other way, too', [null, 1, 2], 'descend', [2, 1, null]],
])('%s', (_, values, direction, ordered) => {
  expect(order(values, direction)).toEqual(ordered)
})

test.each<Direction>(['ascend', 'descend'])('equal values stand by 稿号, %s', direction => {
  const rows = [3, 1, 2].map(number => ({ number }))
  expect(orderRows(rows, () => 5, direction).map(row => row.number)).toEqual([1, 2, 3])
})

test.each([
  ['', null],
  [' 　', null],
  [' 冬灌 ', '冬灌'],
])('the value of %j', (text, value) => {
  expect(textValue(text)).toBe(value)
})
