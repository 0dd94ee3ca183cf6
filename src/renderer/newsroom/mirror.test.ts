import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyMirror, knownIn, mirrored, type Mirror, type MirrorRule, type Telling } from './mirror'

interface Thing {
  readonly id: string
  readonly revision: number
  readonly isGone: boolean
}

const rule: MirrorRule<Thing> = {
  idOf: thing => thing.id,
  isNewer: (thing, than) => thing.revision > than.revision,
}

const thing = (said: string): Thing => ({ id: said[0]!, revision: Number(said[1]), isGone: said[2] === '-' })
const things = (said: string): Thing[] => said.split(' ').filter(Boolean).map(thing)
const told = (said: string): Telling<Thing> => ({ kind: 'told', things: things(said) })
const read = (said: string, hellos = 1): Telling<Thing> => ({ kind: 'read', hellos, things: things(said) })
const hello: Telling<Thing> = { kind: 'hello' }

const after = (...tellings: Telling<Thing>[]): Mirror<Thing> =>
  tellings.reduce((mirror, telling) => mirrored(rule, mirror, telling), emptyMirror<Thing>())
const knownAfter = (...tellings: Telling<Thing>[]): string =>
  [...knownIn(after(...tellings)).values()]
    .map(({ id, revision }) => `${id}${revision}`)
    .sort()
    .join(' ')

describe('of two tellings of a thing the newer stands', () => {
  test.each<readonly [string, readonly Telling<Thing>[], string]>([
    ['an event after an answer', [hello, read('a1 b1'), told('a2')], 'a2 b1'],
    ['an answer that an event has overtaken', [hello, read('a1'), told('a3'), told('a2')], 'a3'],
    ['an event that comes before everything is read', [hello, told('a2'), read('a1 b1')], 'a2 b1'],
    ['an event of what is read already', [hello, read('a2'), told('a1'), told('a2')], 'a2'],
    ['what is new since the answer was given', [hello, told('c1'), read('a1')], 'a1 c1'],
    ['what has gone while the line was down', [hello, read('a1 b1'), hello, read('a1', 2)], 'a1'],
    ['what was known stays until all is read', [hello, read('a1 b1'), hello], 'a1 b1'],
    ['and what is told meanwhile', [hello, read('a5 b1'), hello, told('a6')], 'a6 b1'],
    ['an older newsroom, out of a backup', [hello, read('a5'), hello, told('a3'), read('a2', 2)], 'a3'],
    ['an answer of before the last hello', [hello, hello, read('a1 b1', 1), read('a2', 2)], 'a2'],
  ])('%s', (_, tellings, known) => {
    expect(knownAfter(...tellings)).toBe(known)
  })
})

test('stays the same object where nothing is new', () => {
  const mirror = after(hello, read('a2 b1'))
  for (const telling of [told('a2'), told('a1 b1'), told(''), read('c1', 0)]) {
    expect(mirrored(rule, mirror, telling)).toBe(mirror)
  }
})

/**
 * A newsroom's history as a window lives through it: changes, each told by its event; answers that hold what was so
 * when they were given and come whenever they like; breaks in the line, whose events nobody gets.
 */
type Act =
  | { readonly act: 'change'; readonly id: string; readonly goes: boolean; readonly answered: boolean }
  | { readonly act: 'break' }
  /** Everything is read as it stands now. */
  | { readonly act: 'answer' }
  /** Events wait in the line; so many come through. */
  | { readonly act: 'hear'; readonly events: number }
  /** One of the answers under way arrives. */
  | { readonly act: 'arrive'; readonly which: number }

const acts = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constant('change' as const),
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        goes: fc.boolean(),
        answered: fc.boolean(),
      }),
    },
    fc.record({ act: fc.constant('break' as const) }),
    fc.record({ act: fc.constant('answer' as const) }),
    { weight: 3, arbitrary: fc.record({ act: fc.constant('hear' as const), events: fc.nat(4) }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('arrive' as const), which: fc.nat(5) }) },
  ),
  { maxLength: 60 },
)

function livedThrough(history: readonly Act[]) {
  const store = new Map<string, Thing>()
  let mirror = emptyMirror<Thing>()
  let inLine: Telling<Thing>[] = []
  let underWay: Telling<Thing>[] = []
  let wasRead = false
  const take = (telling: Telling<Thing>) => void (mirror = mirrored(rule, mirror, telling))
  const standing = () => [...store.values()].filter(one => !one.isGone)
  /** The line breaks, with what is in it and under way, and stands again. */
  const breakLine = () => {
    inLine = []
    underWay = []
    wasRead = false
    take(hello)
  }
  const answer = () => {
    underWay.push({ kind: 'read', hellos: mirror.hellos, things: standing() })
    wasRead = true
  }
  breakLine()
  for (const act of history) {
    if (act.act === 'change') {
      const next = { id: act.id, revision: (store.get(act.id)?.revision ?? 0) + 1, isGone: act.goes }
      store.set(act.id, next)
      inLine.push({ kind: 'told', things: [next] })
      if (act.answered) underWay.push({ kind: 'told', things: [next] })
    }
    if (act.act === 'break') breakLine()
    if (act.act === 'answer') answer()
    if (act.act === 'hear') inLine.splice(0, act.events).forEach(take)
    if (act.act === 'arrive' && underWay.length > 0) {
      take(underWay.splice(act.which % underWay.length, 1)[0]!)
    }
  }
  if (!wasRead) answer()
  return { store: standing(), inLine, underWay, take, known: () => knownIn(mirror) }
}

test('however events and answers interleave, a window ends with what the newsroom has', () => {
  fc.assert(
    fc.property(acts, fc.boolean(), fc.func(fc.nat()), (history, eventsFirst, order) => {
      const { store, inLine, underWay, take, known } = livedThrough(history)
      const answers = underWay.toSorted((a, b) => order(a) - order(b))
      for (const telling of eventsFirst ? [...inLine, ...answers] : [...answers, ...inLine]) take(telling)
      const shown = [...known().values()].filter(one => !one.isGone)
      const byId = (a: Thing, b: Thing) => a.id.localeCompare(b.id)
      expect(shown.sort(byId)).toEqual(store.sort(byId))
    }),
    { numRuns: 2000 },
  )
})
