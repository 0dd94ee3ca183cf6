import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cases } from '../../random.testing'
import { Refusal, settled, TestClock, TestLog, testStory, TestWindow } from './log-world.testing'

/** What may happen next, to which window. */
const happening = fc.record({
  at: fc.nat(2),
  what: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant('type' as const), letters: fc.integer({ min: 1, max: 4 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('move' as const),
        where: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('enter' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('backspace' as const) }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('reach' as const) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        which: fc.constantFrom('first' as const, 'last' as const),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('hear' as const), skip: fc.constantFrom(0, 0, 0, 1) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('hear again' as const), from: fc.nat(30), count: fc.nat(4) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), reached: fc.nat(2) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('mend' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('catch up' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('compose' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('refuse' as const),
        how: fc.constantFrom('passing' as const, 'unclear' as const, 'lasting' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('take again' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(50, 1000, 5000, 30_000) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('crash' as const),
        heirs: fc.constantFrom(0, 1, 1, 2),
        // Windows that live are not told from dead ones everywhere.
        sparing: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('crash while it writes' as const), after: fc.nat(3) }),
    },
  ),
})
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

/** Three windows on one story, and what their hands have written. */
class Desk {
  readonly clock = new TestClock()
  readonly log = new TestLog(testStory())
  #made = 0
  #letters = 0
  readonly windows = [0, 1, 2].map(at => this.#open(at))
  /** What delivers for windows that died. */
  readonly resumed: TestWindow[] = []
  /** Letters that stand, in the order in which each was written in one go. */
  readonly bursts: string[][] = []
  readonly #burst: string[][] = [[], [], []]
  readonly #own = [0, 1, 2].map(() => new Set<string>())

  #open(at: number): TestWindow {
    return TestWindow.open(this.log, this.clock, `person ${at}`, `client ${at}.${++this.#made}`)
  }

  #endBurst(at: number): void {
    this.#burst[at] = []
  }

  async happen({ at, what }: Happening): Promise<void> {
    const window = this.windows[at]!
    switch (what.do) {
      case 'type': {
        const letters = Array.from({ length: what.letters }, () =>
          String.fromCodePoint(0x4e00 + this.#letters++),
        )
        if (!this.bursts.includes(this.#burst[at]!)) this.bursts.push(this.#burst[at]!)
        this.#burst[at]!.push(...letters)
        for (const letter of letters) this.#own[at]!.add(letter)
        window.type(letters.join(''))
        break
      }
      case 'move':
        window.moveTo(what.where)
        this.#endBurst(at)
        break
      case 'enter':
        window.enter()
        break
      case 'backspace': {
        const gone = window.backspace(this.#own[at]!)
        if (gone === null) break
        this.#own[at]!.delete(gone)
        for (const burst of this.bursts) if (burst.includes(gone)) burst.splice(burst.indexOf(gone), 1)
        break
      }
      case 'reach':
        window.reach()
        break
      case 'answer':
        await window.answer(what.which)
        break
      case 'hear':
        window.hear(what.skip)
        break
      case 'hear again':
        window.hearAgain(what.from, what.count)
        break
      case 'cut':
        window.cut(what.reached)
        break
      case 'mend':
        await window.mend()
        break
      case 'catch up':
        void window.client.catchUp()
        break
      case 'compose':
        window.isComposing = !window.isComposing
        break
      case 'refuse':
        this.log.refusal = new Refusal(what.how, `refused: ${what.how}`)
        break
      case 'take again':
        this.log.refusal = null
        break
      case 'wait':
        await this.clock.pass(what.ms)
        break
      case 'crash while it writes': {
        // What was not kept was not shown: nobody has seen it.
        window.client.receive(this.log.steps.slice(window.client.version))
        window.storage.changesLeft = what.after
        window.client.keep()
        this.#dies(at)
        break
      }
      case 'crash':
        window.reach()
        this.#dies(at)
        for (let n = 0; n < what.heirs; n++) this.#takeOver(what.sparing)
        break
    }
    await settled()
  }

  #dies(at: number): void {
    this.windows[at]!.die()
    this.windows[at] = this.#open(at)
    this.#own[at] = new Set()
    this.#endBurst(at)
  }

  #takeOver(isSparing: boolean): void {
    const alive = new Set(this.windows.map(window => window.parts.clientId))
    this.resumed.push(...TestWindow.takeOver(this.log, this.clock, id => isSparing && alive.has(id)))
  }

  /** Everything comes right, and time passes. */
  async end(): Promise<void> {
    this.log.refusal = null
    this.#takeOver(true)
    const all = [...this.windows, ...this.resumed]
    for (const window of all) {
      window.isComposing = false
      await window.mend()
      window.client.retry()
    }
    for (let n = 0; n < 12; n++) {
      for (const window of all) {
        await window.serve()
        window.told = 0
        while (window.told < this.log.steps.length) window.hear()
      }
      await this.clock.pass(30_000)
    }
  }
}

it('loses nothing, takes nothing twice and keeps the order, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 120 }), async happenings => {
      const desk = new Desk()
      for (const one of happenings) await desk.happen(one)
      await desk.end()
      const text = desk.log.doc.textContent
      desk.log.doc.check()
      for (const window of [...desk.windows, ...desk.resumed]) {
        expect(window.status.isPending).toBe(false)
        expect(window.status.trouble).toBeNull()
        expect(window.words).toBe(text)
      }
      expect([...desk.log.storage.items.keys()]).toEqual([])
      const standing = [...text].filter(letter => letter >= '\u4e00')
      expect(standing.toSorted()).toEqual(desk.bursts.flat().toSorted())
      for (const burst of desk.bursts) {
        const places = burst.map(letter => text.indexOf(letter))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }
    }),
    { numRuns: cases(4000, 200) },
  )
})
