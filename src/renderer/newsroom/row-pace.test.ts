import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RowPace } from './row-pace'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A pace, and what has been shown: what was newest when its turn came. */
function paced() {
  const shown: string[] = []
  let newest = ''
  const pace = new RowPace(() => shown.push(newest))
  return {
    shown,
    soon: (row: string) => ((newest = row), pace.soon()),
    now: (row: string) => ((newest = row), pace.now()),
  }
}

it('shows the first at once', () => {
  const { soon, shown } = paced()
  soon('a1')
  expect(shown).toEqual(['a1'])
})

it('shows what follows closely once, as it is when its turn comes', () => {
  const { soon, shown } = paced()
  for (let revision = 1; revision <= 9; revision++) soon(`a${revision}`)
  expect(shown).toEqual(['a1'])
  vi.advanceTimersByTime(1000)
  expect(shown).toEqual(['a1', 'a9'])
  vi.advanceTimersByTime(5000)
  expect(shown).toHaveLength(2)
})

it('is at once again after a rest', () => {
  const { soon, shown } = paced()
  soon('a1')
  vi.advanceTimersByTime(1100)
  soon('a2')
  expect(shown).toEqual(['a1', 'a2'])
})

it('shows the desk’s own at once, what waits with it, and rests again after it', () => {
  const { soon, now, shown } = paced()
  soon('a1')
  soon('a2')
  now('b1')
  expect(shown).toEqual(['a1', 'b1'])
  soon('a3')
  vi.advanceTimersByTime(999)
  expect(shown).toHaveLength(2)
  vi.advanceTimersByTime(1)
  expect(shown.at(-1)).toBe('a3')
})
