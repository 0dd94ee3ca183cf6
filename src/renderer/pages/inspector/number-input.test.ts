import { describe, expect, test } from 'vitest'
import { readNumber, stepNumber, writeNumber, type NumberRange } from './number-input'

const columns: NumberRange = { least: 1, most: 6, unit: '栏', why: '版心共 6 栏' }
const points: NumberRange = { least: -40, most: 40, unit: '磅', fractions: true }
const measures: NumberRange = { least: 11, most: 47, unit: '字', allowed: [11, 15, 23, 47] }

describe('what is typed as a number', () => {
  test.each([
    ['4', columns, 4],
    [' ４ 栏', columns, 4],
    ['-2.5', points, -2.5],
    ['−2.5 磅', points, -2.5],
    ['15', measures, 15],
  ] as const)('%s is read', (text, range, value) => {
    expect(readNumber(text, '占栏', range)).toEqual({ value })
  })

  test.each([
    ['', columns, '占栏要填一个数，1 到 6 栏'],
    ['四', columns, '占栏只填数字，例如 1'],
    ['1e3', columns, '占栏只填数字，例如 1'],
    ['2.5', columns, '占栏要填整数，例如 2'],
    ['0', columns, '占栏最少 1 栏'],
    ['-3', columns, '占栏最少 1 栏'],
    ['7', columns, '占栏最多 6 栏：版心共 6 栏'],
    ['41', points, '占栏最多 40 磅'],
    ['16', measures, '占栏只能是 11、15、23、47 字'],
  ] as const)('%s gets a sentence', (text, range, says) => {
    expect(readNumber(text, '占栏', range)).toEqual({ says })
  })
})

describe('an arrow key', () => {
  test.each([
    [3, 1, 1, columns, 4],
    [6, 1, 1, columns, 6],
    [1, -1, 1, columns, 1],
    [0.5, -1, 0.5, points, 0],
    [0.1, 1, 0.2, points, 0.3],
    [15, 1, 1, measures, 23],
    [17.67, 1, 1, measures, 23],
    [17.67, -1, 1, measures, 15],
    [47, 1, 1, measures, 47],
  ] as const)('leads from %d by %d × %d to another value', (value, by, step, range, next) => {
    expect(stepNumber(value, by, step, range)).toBe(next)
  })
})

test.each([
  [4, '4'],
  [17.666666, '17.67'],
  [-2.5, '-2.5'],
])('%d is written %s', (value, written) => {
  expect(writeNumber(value)).toBe(written)
})
