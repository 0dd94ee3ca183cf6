import { expect, it } from 'vitest'
import { localTime, zipTime } from './zip-time'

const cases: [instant: string, zone: string, shown: string][] = [
  ['2025-06-12T13:30:05Z', 'Asia/Shanghai', '2025-06-12 21:30'],
  ['2025-06-12T16:00:00Z', 'Asia/Shanghai', '2025-06-13 00:00'],
  ['2025-12-31T23:59:59Z', 'Asia/Urumqi', '2026-01-01 05:59'],
  ['2025-06-12T13:30:05Z', 'UTC', '2025-06-12 13:30'],
]
it.each(cases)('%s in %s', (instant, zone, shown) => {
  expect(localTime(new Date(instant), zone)).toBe(shown)
  const time = zipTime(new Date(instant), zone)
  const two = (count: number) => String(count).padStart(2, '0')
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  expect(`${date} ${two(time.getHours())}:${two(time.getMinutes())}`).toBe(shown)
})

it.each([
  ['1970-01-01T00:00:00Z', 1980],
  ['2150-01-01T00:00:00Z', 2099],
])('%s is the nearest that a zip can show', (instant, year) => {
  expect(zipTime(new Date(instant), 'Asia/Shanghai').getFullYear()).toBe(year)
})
