import { expect, test } from 'vitest'
import { saidTime } from './said-time'

// Shanghai is eight hours ahead: 16:00 UTC is midnight there.
const now = new Date('2026-11-24T10:42:00Z')

test.each([
  ['the same evening', '2026-11-24T10:42:07.000Z', '今天 18:42'],
  ['just after midnight there, the day before in UTC', '2026-11-23T16:05:00.000Z', '今天 00:05'],
  ['just before midnight there', '2026-11-23T15:59:59.000Z', '昨天 23:59'],
  ['two days ago', '2026-11-22T01:05:00.000Z', '11月22日 09:05'],
  ['later today', '2026-11-24T12:00:00.000Z', '今天 20:00'],
  ['tomorrow', '2026-11-25T04:00:00.000Z', '明天 12:00'],
  ['in three days', '2026-11-27T04:00:00.000Z', '11月27日 12:00'],
  ['last year', '2025-12-31T15:00:00.000Z', '2025年12月31日 23:00'],
  ['the new year there', '2026-12-31T16:00:00.000Z', '2027年1月1日 00:00'],
])('%s', (_, instant, said) => {
  expect(saidTime(instant, now, 'Asia/Shanghai')).toBe(said)
})

test('the zone decides the day', () => {
  expect(saidTime('2026-11-23T16:05:00.000Z', now, 'UTC')).toBe('昨天 16:05')
})
