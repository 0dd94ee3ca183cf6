import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BudgetRow } from '../../shared/contract'
import { RowPace } from './row-pace'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const row = (id: string, version: number, trashedAt: string | null = null) =>
  ({ id, version, trashedAt }) as BudgetRow

function paced() {
  const delivered: string[] = []
  const pace = new RowPace(rows => delivered.push(rows.map(one => `${one.id}${one.version}`).join(' ')))
  return { pace, delivered }
}

it('hands on the first rows at once', () => {
  const { pace, delivered } = paced()
  pace.take([row('a', 1), row('b', 1)])
  expect(delivered).toEqual(['a1 b1'])
})

it('hands on the last of what follows closely, each story once', () => {
  const { pace, delivered } = paced()
  for (let version = 1; version <= 9; version++) pace.take([row('a', version)])
  pace.take([row('b', 1)])
  expect(delivered).toEqual(['a1'])
  vi.advanceTimersByTime(1000)
  expect(delivered).toEqual(['a1', 'a9 b1'])
  vi.advanceTimersByTime(5000)
  expect(delivered).toHaveLength(2)
})

it('is at once again after a rest', () => {
  const { pace, delivered } = paced()
  pace.take([row('a', 1)])
  vi.advanceTimersByTime(1100)
  pace.take([row('a', 2)])
  expect(delivered).toEqual(['a1', 'a2'])
})

it('brings nothing back that was read anew meanwhile', () => {
  const { pace, delivered } = paced()
  pace.take([row('a', 1)])
  pace.take([row('a', 2)])
  pace.clear()
  vi.advanceTimersByTime(1000)
  expect(delivered).toEqual(['a1'])
})

it('lets nothing older go over what waits, but what goes to the trash goes', () => {
  const { pace, delivered } = paced()
  pace.take([row('x', 1)])
  pace.take([row('a', 12)])
  pace.take([row('a', 10)])
  pace.take([row('b', 5)])
  pace.take([row('b', 5, '2026-11-24T10:00:00Z')])
  vi.advanceTimersByTime(1000)
  expect(delivered).toEqual(['x1', 'a12 b5'])
})

it('hands on the desk’s own at once, with what waits, and rests again after it', () => {
  const { pace, delivered } = paced()
  pace.take([row('a', 1)])
  pace.take([row('a', 2)])
  pace.now([row('b', 1)])
  expect(delivered).toEqual(['a1', 'a2 b1'])
  pace.take([row('a', 3)])
  vi.advanceTimersByTime(999)
  expect(delivered).toHaveLength(2)
  vi.advanceTimersByTime(1)
  expect(delivered.at(-1)).toBe('a3')
})
