import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isStorySaved, saySaved, storyText, useFooter } from './footer'

beforeEach(() => {
  vi.useFakeTimers()
  saySaved('稿', { kind: 'saved', at: '2026-11-24T10:00:00.000Z' })
})
afterEach(() => void vi.useRealTimers())

const told = () => useFooter.getState().told

it('knows at once that something is not saved, and says so only where it lasts', () => {
  saySaved('稿', { kind: 'saving', at: null })
  expect(useFooter.getState().saved.kind).toBe('saving')
  expect(told().kind).toBe('saved')
  vi.advanceTimersByTime(400)
  expect(told().kind).toBe('saving')
})

it('does not speak of what was saved quickly, however many keys follow each other', () => {
  const spoken: string[] = []
  const stop = useFooter.subscribe(state => spoken.push(state.told.kind))
  for (let key = 0; key < 20; key++) {
    saySaved('稿', { kind: 'saving', at: null })
    vi.advanceTimersByTime(60)
    saySaved('稿', { kind: 'saved', at: `2026-11-24T10:00:0${Math.floor(key / 4)}.000Z` })
    vi.advanceTimersByTime(10)
  }
  stop()
  expect(new Set(spoken)).toEqual(new Set(['saved']))
  expect(told().at).toBe('2026-11-24T10:00:04.000Z')
})

it('says what waits for the line, and when it was saved after all', () => {
  saySaved('稿', { kind: 'waiting', at: null })
  vi.advanceTimersByTime(5000)
  expect(told().kind).toBe('waiting')
  saySaved('稿', { kind: 'saved', at: '2026-11-24T10:00:09.000Z' })
  expect(told()).toEqual({ kind: 'saved', at: '2026-11-24T10:00:09.000Z' })
})

it('keeps its words within a second', () => {
  const before = told()
  saySaved('稿', { kind: 'saved', at: '2026-11-24T10:00:00.900Z' })
  expect(told()).toBe(before)
})

it('is saved when all of it is, and tells the gravest of what is not', () => {
  const kind = () => useFooter.getState().saved.kind
  saySaved('稿', { kind: 'saving', at: null })
  saySaved('版面', { kind: 'waiting', at: null })
  expect(kind()).toBe('waiting')
  saySaved('另一篇', { kind: 'refused', at: null })
  expect(kind()).toBe('refused')
  vi.advanceTimersByTime(400)
  expect(told().kind).toBe('refused')
  saySaved('另一篇', { kind: 'saved', at: null })
  saySaved('版面', { kind: 'saved', at: '2026-11-24T10:00:07.000Z' })
  expect(kind()).toBe('saving')
  saySaved('稿', { kind: 'saved', at: null })
  expect(told()).toEqual({ kind: 'saved', at: '2026-11-24T10:00:07.000Z' })
})

it('tells the stories apart: what waits of one is no matter of another', () => {
  saySaved(storyText('a', 'one'), { kind: 'refused', at: null })
  expect([isStorySaved('a'), isStorySaved('b')]).toEqual([false, true])
  saySaved(storyText('a', 'two'), { kind: 'saved', at: null })
  expect(isStorySaved('a')).toBe(false)
  saySaved(storyText('a', 'one'), { kind: 'saved', at: null })
  expect(isStorySaved('a')).toBe(true)
})
