import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AfterFrame } from './after-frame'

let frames: (() => void)[] = []

beforeEach(() => {
  frames = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback))
  vi.stubGlobal('cancelAnimationFrame', (id: number) => (frames[id - 1] = () => undefined))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The window paints a frame, and what was posted in it is delivered. */
async function paint(): Promise<void> {
  for (const frame of frames.splice(0)) frame()
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve))
}

function counted() {
  const done = { times: 0 }
  return { done, after: new AfterFrame(() => done.times++) }
}

it('waits for the frame, and works once for all that was asked before it', async () => {
  const { done, after } = counted()
  for (let key = 0; key < 5; key++) after.ask()
  expect(done.times).toBe(0)
  await paint()
  expect(done.times).toBe(1)
  after.ask()
  await paint()
  expect(done.times).toBe(2)
  after.close()
})

it('works at once where it is told to, and not again at the frame that was asked for', async () => {
  const { done, after } = counted()
  after.ask()
  after.now()
  expect(done.times).toBe(1)
  await paint()
  vi.advanceTimersByTime(1000)
  expect(done.times).toBe(1)
  after.close()
})

it('works without a frame in a window that is not seen', () => {
  const { done, after } = counted()
  after.ask()
  vi.advanceTimersByTime(200)
  expect(done.times).toBe(1)
  after.close()
})

it('does nothing once it is closed', async () => {
  const { done, after } = counted()
  after.ask()
  after.close()
  await paint()
  vi.advanceTimersByTime(1000)
  after.now()
  expect(done.times).toBe(0)
})
