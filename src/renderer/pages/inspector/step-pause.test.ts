import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { StepPause } from './step-pause'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('quick steps are one piece of work, the newest', () => {
  const pause = new StepPause()
  const done: number[] = []
  for (const step of [1, 2, 3]) {
    pause.plan(() => done.push(step))
    vi.advanceTimersByTime(300)
  }
  expect(done).toEqual([])
  expect(pause.isWaiting).toBe(true)
  vi.advanceTimersByTime(600)
  expect(done).toEqual([3])
  expect(pause.isWaiting).toBe(false)
})

test('flushed work is not done again', () => {
  const pause = new StepPause()
  const done: number[] = []
  pause.plan(() => done.push(1))
  pause.flush()
  pause.flush()
  vi.advanceTimersByTime(5000)
  expect(done).toEqual([1])
})

test('cancelled work is never done', () => {
  const pause = new StepPause()
  const done: number[] = []
  pause.plan(() => done.push(1))
  pause.cancel()
  pause.flush()
  vi.advanceTimersByTime(5000)
  expect(done).toEqual([])
})
