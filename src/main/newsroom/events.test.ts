import { expect, onTestFinished, test, vi } from 'vitest'
import type { NewsroomEvent } from '../../shared/contract'
import type { Actor } from '../../shared/review/actor'
import { anyone, only, theDesk, type Audience } from '../../shared/review/audience'
import { EventHub, type Hearer } from './events'
import { Seat } from './seat'

const actor = (id: string): Actor => ({ id, name: id, roles: ['editor'] })
const still = () => () => undefined
const zhou: Hearer = { actor: () => Promise.resolve(actor('zhou')), watch: still }

const people: NewsroomEvent = { kind: 'people', people: [] }
const editions: NewsroomEvent = { kind: 'editions', editions: [], changed: 'e' }

test('every listener hears everything from when it came, hello first', async () => {
  const hub = new EventHub()
  const early = hub.subscribe(zhou)
  expect((await early.next()).value).toEqual({ kind: 'hello' })
  hub.emit(anyone, people)
  const late = hub.subscribe(zhou)
  expect((await late.next()).value).toEqual({ kind: 'hello' })
  hub.emit(anyone, editions)
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
  const events = hub.subscribe(zhou, stop.signal)
  await events.next()
  const waiting = events.next()
  stop.abort()
  expect((await waiting).done).toBe(true)
  expect(hub.size).toBe(0)
})

test('a listener that falls far behind is told to read everything again', async () => {
  const hub = new EventHub()
  const events = hub.subscribe(zhou)
  await events.next()
  for (let at = 0; at < 22_000; at++) hub.emit(anyone, people)
  hub.emit(anyone, editions)
  const kinds: string[] = []
  for await (const { kind } of events) {
    kinds.push(kind)
    if (kind === 'editions') break
  }
  expect(kinds[0]).toBe('hello')
  expect(kinds.length).toBeLessThanOrEqual(5001)
  expect(hub.size).toBe(0)
})

test('a service hears at once, until it leaves, and what it throws is no matter of whoever tells', () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => told.mockRestore())
  const hub = new EventHub()
  const heard: string[] = []
  hub.listen(() => {
    throw new Error('a bug')
  })
  const listener = (event: NewsroomEvent) => void heard.push(event.kind)
  const leave = hub.listen(listener)
  hub.listen(listener)
  hub.emit(anyone, people)
  expect(heard).toEqual(['people', 'people'])
  leave()
  hub.emit(anyone, editions)
  expect([heard, hub.size]).toEqual([['people', 'people', 'editions'], 2])
  expect(told).toHaveBeenCalledTimes(2)
})

test.each<readonly [string, (string | null)[], string[]]>([
  // Who sits there as each is sent: one for anyone, for the desk, for 陆 alone, for the desk, for anyone.
  ['one who sits there', ['zhou', 'zhou', 'zhou', 'zhou', 'zhou'], ['1', '2', '4', '5']],
  ['one who is named', ['lu', 'lu', 'lu', 'lu', 'lu'], ['1', '2', '3', '4', '5']],
  ['nobody', [null, null, null, null, null], ['1', '5']],
  ['nobody, and then one who sits down', [null, null, null, 'zhou', 'zhou'], ['1', 'hello', '4', '5']],
  ['one who sits down in time', [null, 'lu', 'lu', 'lu', 'lu'], ['1', '2', '3', '4', '5']],
  ['one who leaves', ['zhou', 'zhou', null, null, null], ['1', '2', '5']],
  ['one who was let go and is back', ['zhou', null, null, null, 'zhou'], ['1', 'hello', '5']],
  ['one in whose place another sits', ['zhou', 'zhou', 'zhou', 'lu', 'lu'], ['1', '2', 'hello', '4', '5']],
])('%s is told what he may know, and hello where he may have missed something', async (_, seats, told) => {
  const hub = new EventHub()
  let sent = 0
  // The first hello is told before any of them.
  const hearer: Hearer = {
    actor() {
      const id = sent === 0 ? seats[0] : seats[sent - 1]
      sent++
      return Promise.resolve(id ? actor(id) : null)
    },
    watch: still,
  }
  const events = hub.subscribe(hearer)
  await events.next()
  const audiences: readonly Audience[] = [anyone, theDesk, only('lu'), theDesk, anyone]
  for (const [at, audience] of audiences.entries()) {
    hub.emit(audience, { kind: 'editions', editions: [], changed: `${at + 1}` })
  }
  const heard: string[] = []
  while (heard.at(-1) !== '5') {
    const event = (await events.next()).value!
    heard.push(event.kind === 'editions' ? event.changed : event.kind)
  }
  expect(heard).toEqual(told)
  await events.return()
})

test('whoever sits down where something was withheld is told at once to read anew', async () => {
  const hub = new EventHub()
  const seat = new Seat()
  const events = hub.subscribe({
    actor: () => Promise.resolve(seat.personId === null ? null : actor(seat.personId)),
    watch: moved => seat.watch(moved),
  })
  const next = async () => (await events.next()).value?.kind
  expect(await next()).toBe('hello')
  hub.emit(theDesk, { kind: 'pageSettings' })
  hub.emit(anyone, people)
  expect(await next()).toBe('people')
  const waiting = next()
  seat.take('zhou')
  expect(await waiting).toBe('hello')
  // Nothing was withheld from him.
  seat.take('lu')
  hub.emit(anyone, editions)
  expect(await next()).toBe('editions')
  await events.return()
  seat.leave()
})
