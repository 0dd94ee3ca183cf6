import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { saySaved, useFooter } from './footer'

beforeEach(() => {
  vi.useFakeTimers()
  saySaved({ kind: 'saved', at: '2026-11-24T10:00:00.000Z' })
})
afterEach(() => void vi.useRealTimers())

const told = () => useFooter.getState().told

it('knows at once that something is not saved, and says so only where it lasts', () => {
  saySaved({ kind: 'saving', at: null })
  expect(useFooter.getState().saved.kind).toBe('saving')
  expect(told().kind).toBe('saved')
  vi.advanceTimersByTime(400)
  expect(told().kind).toBe('saving')
})

it('does not speak of what was saved quickly, however many keys follow each other', () => {
  const spoken: string[] = []
  const stop = useFooter.subscribe(state => spoken.push(state.told.kind))
  for (let key = 0; key < 20; key++) {
    saySaved({ kind: 'saving', at: null })
    vi.advanceTimersByTime(60)
    saySaved({ kind: 'saved', at: `2026-11-24T10:00:0${Math.floor(key / 4)}.000Z` })
    vi.advanceTimersByTime(10)
  }
  stop()
  expect(new Set(spoken)).toEqual(new Set(['saved']))
  expect(told().at).toBe('2026-11-24T10:00:04.000Z')
})

it('says what waits for the line, and when it was saved after all', () => {
  saySaved({ kind: 'waiting', at: null })
  vi.advanceTimersByTime(5000)
  expect(told().kind).toBe('waiting')
  saySaved({ kind: 'saved', at: '2026-11-24T10:00:09.000Z' })
  expect(told()).toEqual({ kind: 'saved', at: '2026-11-24T10:00:09.000Z' })
})

it('keeps its words within a second', () => {
  const before = told()
  saySaved({ kind: 'saved', at: '2026-11-24T10:00:00.900Z' })
  expect(told()).toBe(before)
})
