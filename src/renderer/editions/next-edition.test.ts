import { describe, expect, test } from 'vitest'
import { nextEdition } from './next-edition'

const edition = (date: string, number: number) => ({ date, number })

describe('nextEdition', () => {
  test.each([
    ['none: tomorrow, number 1', [], '2026-11-24', '2026-11-25', 1],
    ['one: the day after', [edition('2026-11-24', 1286)], '2026-11-23', '2026-11-25', 1287],
    ['a daily', [edition('2026-12-31', 9), edition('2026-12-30', 8)], '2026-12-30', '2027-01-01', 10],
    ['a weekly', [edition('2026-11-24', 9), edition('2026-11-17', 8)], '2026-11-23', '2026-12-01', 10],
    [
      'after a holiday gap',
      [edition('2026-10-08', 9), edition('2026-09-29', 8)],
      '2026-10-07',
      '2026-10-09',
      10,
    ],
    ['two of one day', [edition('2026-10-08', 9), edition('2026-10-08', 8)], '2026-10-07', '2026-10-09', 10],
    [
      'numbers out of order',
      [edition('2026-10-08', 3), edition('2026-10-07', 8)],
      '2026-10-07',
      '2026-10-09',
      9,
    ],
  ])('%s', (_, editions, today, date, number) => {
    expect(nextEdition(editions, today)).toEqual({ date, number })
  })
})
