import { expect, test } from 'vitest'
import type { NewsroomEvent } from '../../shared/contract'
import { EventHub } from './events'

const people: NewsroomEvent = { kind: 'people', people: [] }

test('every listener hears everything from when it came, hello first', async () => {
  const hub = new EventHub()
  const early = hub.subscribe()
  expect((await early.next()).value).toEqual({ kind: 'hello' })
  hub.emit(people)
  const late = hub.subscribe()
  expect((await late.next()).value).toEqual({ kind: 'hello' })
  hub.emit({ kind: 'editions', editions: [] })
  expect((await early.next()).value).toEqual(people)
  expect((await early.next()).value).toMatchObject({ kind: 'editions' })
  expect((await late.next()).value).toMatchObject({ kind: 'editions' })
  await early.return()
  await late.return()
  expect(hub.size).toBe(0)
})

test('a listener that waits is let go when its signal aborts', async () => {
  const hub = new EventHub()
  const stop = new AbortController()
  const events = hub.subscribe(stop.signal)
  await events.next()
  const waiting = events.next()
  stop.abort()
  expect((await waiting).done).toBe(true)
  expect(hub.size).toBe(0)
})

test('a listener that falls far behind is told to read everything again', async () => {
  const hub = new EventHub()
  const events = hub.subscribe()
  await events.next()
  for (let at = 0; at < 22_000; at++) hub.emit(people)
  hub.emit({ kind: 'editions', editions: [] })
  const kinds: string[] = []
  for await (const { kind } of events) {
    kinds.push(kind)
    if (kind === 'editions') break
  }
  expect(kinds[0]).toBe('hello')
  expect(kinds.length).toBeLessThanOrEqual(5001)
  expect(hub.size).toBe(0)
})
