import { describe, expect, test } from 'vitest'
import { readDay } from './DayInput'

describe('readDay', () => {
  test.each([
    ['2026-11-24', '2026-11-24'],
    [' 2026/1/5 ', '2026-01-05'],
    ['2026.12.31', '2026-12-31'],
    ['2026年2月28日', '2026-02-28'],
    ['2028-02-29', '2028-02-29'],
    ['2026-02-29', ''],
    ['2026-13-01', ''],
    ['11-24', ''],
    ['', ''],
    ['明天', ''],
  ])('%s → %s', (text, day) => expect(readDay(text)).toBe(day))
})
