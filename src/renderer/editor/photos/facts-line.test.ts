import { expect, test } from 'vitest'
import { factsLine } from './facts-line'

test.each([
  ['', null, '', ''],
  ['河川县', null, '', '河川县'],
  ['', '2025-06-01', '', '2025年6月1日摄'],
  ['河川县', '2025-06-11', '只用于头版', '河川县 · 2025年6月11日摄 · 备注：只用于头版'],
] as const)('%s %s %s', (city, date, instructions, expected) => {
  expect(factsLine({ caption: '图说', credit: '史婉 摄', city, date, instructions })).toBe(expected)
})
