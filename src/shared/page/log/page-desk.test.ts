import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOps, type PageChange } from '../changes/page-change'
import type { PageOp } from '../changes/page-op'
import { adFrameDefaults, emptyLayout } from '../frame-defaults'
import type { Frame, PageLayout } from '../layout'
import { paperOf } from '../paper'
import type { LoggedPageChange } from './logged'
import type { KeptStorage } from '../../story/log/kept-storage'
import { MemoryStorage } from '../../story/log/memory-storage.testing'
import type { PagesLine } from './page-desk'
import { PageWindow, Refused, type Failure } from './page-window.testing'

const paper = paperOf('tabloid-6x11')
const pageId = 'page-1'
const ad = (id: string, column = 0): Frame => ({
  ...adFrameDefaults,
  id,
  column,
  row: 10,
  columnSpan: 2,
  rowSpan: 8,
})
const add = (id: string, column = 0): PageOp => ({ op: 'add', frame: ad(id, column), before: null })
const move = (frameId: string, column: number): PageOp => ({ op: 'set', frameId, fields: { column } })

/** A newsroom that takes every change once, in the order in which it comes. */
class FakeNewsroom {
  readonly log: LoggedPageChange[] = []
  readonly windows = new Set<PageWindow>()
  refuses: Failure | null = null
  damaged: { pageId: string; failure: Failure }[] = []

  get layout(): PageLayout {
    return applyOps(
      emptyLayout(paper),
      this.log.flatMap(one => one.change.ops),
    )
  }

  submit(by: string, changes: readonly PageChange[]): LoggedPageChange[] {
    const fresh: LoggedPageChange[] = []
    const answer = changes.map(change => {
      const known = this.log.find(one => one.change.id === change.id)
      if (known) return known
      // As over a wire: what comes out is not the object that went in.
      const own = structuredClone(change)
      const logged = { version: this.log.length + 1, by, at: '2026-11-24T10:00:00Z', change: own }
      this.log.push(logged)
      fresh.push(logged)
      return logged
    })
    if (fresh.length > 0) for (const window of this.windows) window.events.push(fresh)
    return answer
  }

  /** The line of a window; whoever sits there speaks. */
  lineOf(window: () => PageWindow): PagesLine<Failure> {
    const asked = async <T>(answer: T): Promise<T> => {
      if (this.refuses) throw new Refused(this.refuses)
      return answer
    }
    return {
      open: async () => ({
        states: [{ pageId, version: this.log.length, layout: structuredClone(this.layout) }],
        damaged: this.damaged,
      }),
      submit: async ({ changes }) => {
        await asked(null)
        return this.submit(window().by, changes)
      },
      changesSince: ({ version }) => asked(this.log.filter(one => one.version > version)),
      recent: async ({ limit }) => this.log.filter(one => one.by === window().by).slice(-limit),
    }
  }
}

/** A window that has not opened the page yet. */
function windowAt(newsroom: FakeNewsroom, by: string, storage?: KeptStorage): PageWindow {
  const line = newsroom.lineOf(() => window)
  const window: PageWindow = new PageWindow(line, { editionId: 'edition-1', pageId }, by, storage)
  newsroom.windows.add(window)
  return window
}

async function opened(newsroom: FakeNewsroom, by = 'he', storage?: KeptStorage): Promise<PageWindow> {
  const window = windowAt(newsroom, by, storage)
  await window.open()
  return window
}

describe('a page on the desk', () => {
  it('shows a change at once, and the newsroom has it', async () => {
    const newsroom = new FakeNewsroom()
    const window = await opened(newsroom)
    expect(window.change(add('a'))).toBe(true)
    expect(window.columns).toEqual({ a: 0 })
    expect(window.pending).toBe(1)
    await window.settle()
    expect(window.pending).toBe(0)
    expect(newsroom.layout).toEqual(window.layout)
  })

  it('makes no change of what changes nothing', async () => {
    const window = await opened(new FakeNewsroom())
    expect(window.change(move('nobody', 3))).toBe(false)
    expect(window.pending).toBe(0)
  })

  it('sends once more what lost its answer, and the log has it once', async () => {
    const newsroom = new FakeNewsroom()
    const window = await opened(newsroom)
    window.line = 'answers lost'
    window.change(add('a'))
    await window.settle()
    expect(newsroom.log).toHaveLength(1)
    expect(window.pending).toBe(1)
    await window.back()
    expect(newsroom.log).toHaveLength(1)
    expect(window.pending).toBe(0)
  })

  it('delivers in order what was done without a line', async () => {
    const newsroom = new FakeNewsroom()
    const window = await opened(newsroom)
    window.line = 'down'
    for (const column of [1, 2, 3]) window.change(...(column === 1 ? [add('a', 1)] : [move('a', column)]))
    await window.settle()
    expect(newsroom.log).toHaveLength(0)
    await window.back()
    expect(newsroom.log.map(one => one.change.ops[0]?.op)).toEqual(['add', 'set', 'set'])
    expect(newsroom.layout.frames[0]?.column).toBe(3)
  })

  it('loses nothing that a crashed window had not delivered', async () => {
    const newsroom = new FakeNewsroom()
    const storage = new MemoryStorage()
    const first = await opened(newsroom, 'he', storage)
    first.line = 'down'
    first.change(add('a'))
    first.change(move('a', 4))
    await first.settle()
    newsroom.windows.delete(first)
    const second = await opened(newsroom, 'he', storage)
    expect(second.columns).toEqual({ a: 4 })
    expect(newsroom.layout.frames[0]?.column).toBe(4)
    expect(storage.length).toBe(0)
  })

  it('sends nothing of somebody’s in the name of who sits here after him, and all of it once he is back', async () => {
    const newsroom = new FakeNewsroom()
    const storage = new MemoryStorage()
    const window = await opened(newsroom, 'he', storage)
    newsroom.refuses = { code: 'actor.left', message: '离岗', remedy: '换人' }
    window.change(add('a'))
    await window.settle()
    expect(window.desk.pages().get(pageId)).toMatchObject({ pending: 1, refused: { code: 'actor.left' } })
    newsroom.refuses = null
    await window.sit('zhou')
    expect([window.columns, window.pending, newsroom.log]).toEqual([{}, 0, []])
    window.change(add('b'))
    await window.settle()
    expect(newsroom.log.map(one => one.by)).toEqual(['zhou'])
    expect(storage.length).toBe(1)

    await window.sit('he')
    expect(newsroom.log.map(one => one.by)).toEqual(['zhou', 'he'])
    expect(window.columns).toEqual({ a: 0, b: 0 })
    expect(storage.length).toBe(0)
    expect(window.undo()).toBe('移动文框')
  })

  it('takes over from a crashed window only what he himself did there', async () => {
    const newsroom = new FakeNewsroom()
    const storage = new MemoryStorage()
    const first = await opened(newsroom, 'he', storage)
    first.line = 'down'
    first.change(add('a'))
    newsroom.windows.delete(first)
    const second = await opened(newsroom, 'zhou', storage)
    expect([second.columns, newsroom.log]).toEqual([{}, []])
    await second.sit('he')
    expect(newsroom.log.map(one => one.by)).toEqual(['he'])
    expect(storage.length).toBe(0)
  })

  it('asks for what lies in a gap', async () => {
    const newsroom = new FakeNewsroom()
    const [one, two] = [await opened(newsroom, 'he'), await opened(newsroom, 'zhou')]
    one.change(add('a'))
    await one.settle()
    two.events.length = 0
    one.change(add('b'))
    await one.settle()
    await two.settle()
    expect(two.columns).toEqual({ a: 0, b: 0 })
  })

  it('hears of changes made while the page was being opened', async () => {
    const newsroom = new FakeNewsroom()
    const one = await opened(newsroom, 'he')
    const two = windowAt(newsroom, 'zhou')
    const opening = two.desk.openEdition('edition-1')
    for (let turn = 0; turn < 2; turn++) await Promise.resolve()
    one.change(add('late'))
    await one.settle()
    two.hear()
    await opening
    await two.settle()
    expect(two.columns).toEqual({ late: 0 })
  })

  it('keeps in the window what the newsroom refuses, and says why', async () => {
    const newsroom = new FakeNewsroom()
    const window = await opened(newsroom)
    newsroom.refuses = { code: 'person.unknown', message: '没有这个人', remedy: '换一个人' }
    window.change(add('a'))
    await window.settle()
    expect(window.desk.pages().get(pageId)).toMatchObject({ pending: 1, refused: { code: 'person.unknown' } })
    newsroom.refuses = null
    window.change(move('a', 2))
    await window.settle()
    expect(window.desk.pages().get(pageId)).toMatchObject({ pending: 0, refused: null })
    expect(newsroom.layout.frames[0]?.column).toBe(2)
  })

  const damaged: Failure = { code: 'page.damaged', message: '记录不符', remedy: '找备份' }

  it('says why a page of the edition is not here', async () => {
    const newsroom = new FakeNewsroom()
    const window = windowAt(newsroom, 'he')
    newsroom.damaged = [{ pageId: 'page-2', failure: damaged }]
    await window.desk.openEdition('edition-1')
    expect([...window.desk.pages().keys()]).toEqual([pageId])
    expect(window.desk.damaged).toEqual(new Map([['page-2', damaged]]))
  })

  it('says why an open page cannot catch up', async () => {
    const newsroom = new FakeNewsroom()
    const window = await opened(newsroom)
    newsroom.refuses = damaged
    await window.back()
    expect(window.desk.pages().get(pageId)).toMatchObject({ refused: damaged })
  })
})

describe('undo on a page', () => {
  it('takes back and does again, saying what', async () => {
    const window = await opened(new FakeNewsroom())
    window.change(add('a'))
    window.change(move('a', 3))
    expect(window.undo()).toBe('移动文框')
    expect(window.columns).toEqual({ a: 0 })
    expect(window.redo()).toBe('移动文框')
    expect(window.columns).toEqual({ a: 3 })
    window.undo()
    window.undo()
    expect(window.columns).toEqual({})
    expect(window.undo()).toBe(null)
  })

  it('is each person’s own', async () => {
    const newsroom = new FakeNewsroom()
    const [one, two] = [await opened(newsroom, 'he'), await opened(newsroom, 'zhou')]
    one.change(add('a'))
    await one.settle()
    await two.settle()
    two.change(add('b'))
    await two.settle()
    await one.settle()
    one.undo()
    expect(one.columns).toEqual({ b: 0 })
    expect(one.undo()).toBe(null)
  })

  it('outlives a restart', async () => {
    const newsroom = new FakeNewsroom()
    const one = await opened(newsroom)
    one.change(add('a'))
    one.change(move('a', 3))
    one.undo()
    await one.settle()
    const two = await opened(newsroom)
    await two.desk.recall(pageId, 'he')
    expect(two.redo()).toBe('移动文框')
    expect(two.columns).toEqual({ a: 3 })
    two.undo()
    two.undo()
    expect(two.columns).toEqual({})
  })

  it('goes past what others have taken away', async () => {
    const newsroom = new FakeNewsroom()
    const [one, two] = [await opened(newsroom, 'he'), await opened(newsroom, 'zhou')]
    one.change(add('a'), add('b'))
    one.change(move('a', 2))
    one.change(move('b', 2))
    await one.settle()
    await two.settle()
    two.change({ op: 'remove', frameId: 'b' })
    await two.settle()
    await one.settle()
    one.undo()
    expect(one.columns).toEqual({ a: 0 })
  })

  it('goes back to what others made of it when the change came after theirs', async () => {
    const newsroom = new FakeNewsroom()
    const [one, two] = [await opened(newsroom, 'he'), await opened(newsroom, 'zhou')]
    one.change(add('a'))
    await one.settle()
    await two.settle()
    one.line = 'down'
    one.change(move('a', 3))
    two.change(move('a', 1))
    await two.settle()
    await one.back()
    expect(one.columns).toEqual({ a: 3 })
    one.undo()
    expect(one.columns).toEqual({ a: 1 })
  })
})

describe('windows at one page', () => {
  const frame = fc.constantFrom('a', 'b', 'c')
  const op = fc.oneof(
    fc.record({ id: frame, column: fc.nat(4) }).map(({ id, column }) => add(id, column)),
    fc.record({ id: frame, column: fc.nat(4) }).map(({ id, column }) => move(id, column)),
    frame.map((frameId): PageOp => ({ op: 'remove', frameId })),
    fc.record({ frameId: frame, before: frame }).map((both): PageOp => ({ op: 'order', ...both })),
  )
  const act = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('change' as const),
        ops: fc.array(op, { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.constantFrom({ kind: 'undo' as const }, { kind: 'redo' as const }) },
    { weight: 3, arbitrary: fc.constantFrom({ kind: 'hear' as const }, { kind: 'turn' as const }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        { kind: 'down' as const },
        { kind: 'lose' as const },
        { kind: 'back' as const },
        { kind: 'crash' as const },
      ),
    },
  )

  it('converge on the newsroom’s page, and every change is in its log once', async () => {
    const work = fc.array(fc.tuple(fc.nat(1), act), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(work, async script => {
        const newsroom = new FakeNewsroom()
        const storages = [new MemoryStorage(), new MemoryStorage()]
        const windows = [
          await opened(newsroom, 'he', storages[0]),
          await opened(newsroom, 'zhou', storages[1]),
        ]
        let made = 0
        for (const [at, does] of script) {
          const window = windows[at]!
          if (does.kind === 'change' && window.change(...does.ops)) made++
          if (does.kind === 'undo') window.undo()
          if (does.kind === 'redo') window.redo()
          if (does.kind === 'hear') window.hear()
          if (does.kind === 'turn') await Promise.resolve()
          if (does.kind === 'down') window.line = 'down'
          if (does.kind === 'lose') window.line = 'answers lost'
          if (does.kind === 'back') await window.back()
          if (does.kind === 'crash') {
            window.line = 'down'
            newsroom.windows.delete(window)
            windows[at] = await opened(newsroom, window.by, storages[at])
          }
        }
        for (const window of windows) await window.back()
        for (const window of windows) await window.settle()
        for (const window of windows) {
          expect(window.pending).toBe(0)
          expect(window.layout).toEqual(newsroom.layout)
        }
        expect(newsroom.log.filter(one => one.change.kind === 'do')).toHaveLength(made)
        expect(new Set(newsroom.log.map(one => one.change.id)).size).toBe(newsroom.log.length)
        expect(storages.map(storage => storage.length)).toEqual([0, 0])
      }),
      { numRuns: 150 },
    )
  })
})
