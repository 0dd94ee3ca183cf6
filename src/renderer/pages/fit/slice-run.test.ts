import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SliceRun } from './slice-run'

let now = 0
beforeEach(() => {
  vi.useFakeTimers()
  now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Yields numbers, each of which takes some milliseconds. */
function* counting(most: number, cost: number): Generator<number> {
  for (let n = 1; n <= most; n++) {
    now += cost
    yield n
  }
}

test('work that is quick is told once', () => {
  const told: string[] = []
  new SliceRun<number>().start(counting(3, 1), (found, isDone) => told.push(`${found.join()} ${isDone}`))
  expect(told).toEqual([])
  vi.runAllTimers()
  expect(told).toEqual(['1,2,3 true'])
})

test('long work lets the window go on between its slices', () => {
  const told: string[] = []
  new SliceRun<number>().start(counting(3, 9), (found, isDone) => told.push(`${found.join()} ${isDone}`))
  vi.advanceTimersToNextTimer()
  expect(told).toEqual(['1 false'])
  vi.runAllTimers()
  expect(told).toEqual(['1 false', '1,2 false', '1,2,3 false', '1,2,3 true'])
})

test('steps that find nothing let the window go on and are not told', () => {
  const told: string[] = []
  function* work(): Generator<number | null> {
    for (const step of [null, null, 7, null]) {
      now += 9
      yield step
    }
  }
  new SliceRun<number>().start(work(), (found, isDone) => told.push(`${found.join()} ${isDone}`))
  vi.runAllTimers()
  expect(told).toEqual([' false', ' false', '7 false', '7 false', '7 true'])
})

test('newer work takes the place of what is under way', () => {
  const told: string[] = []
  const run = new SliceRun<number>()
  run.start(counting(5, 9), found => told.push(`old ${found.length}`))
  vi.advanceTimersToNextTimer()
  run.start(counting(2, 1), found => told.push(`new ${found.length}`))
  vi.runAllTimers()
  expect(told).toEqual(['old 1', 'new 2'])
})

test('stopped work tells nothing more', () => {
  const told: number[] = []
  const run = new SliceRun<number>()
  run.start(counting(5, 9), found => told.push(found.length))
  run.stop()
  vi.runAllTimers()
  expect(told).toEqual([])
})
