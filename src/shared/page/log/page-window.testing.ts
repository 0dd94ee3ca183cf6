import type { KeptStorage } from '../../story/log/kept-storage'
import { MemoryStorage } from '../../story/log/memory-storage.testing'
import type { PageOp } from '../changes/page-op'
import type { PageLayout } from '../layout'
import type { LoggedPageChange } from './logged'
import { PageDesk, type PagesLine } from './page-desk'
import { PendingKeeper } from './pending-keeper'

/** For tests only: the window's own page desk, with a line, timers and events that are the test's to rule. */

export interface Failure {
  readonly code: string
  readonly message: string
  readonly remedy: string
}

/** Why a call got no answer while the line is down. */
export const offline: Failure = { code: 'window.offline', message: '断开', remedy: '等' }

/** What a newsroom refuses with on purpose; whatever else a call fails with is taken for a lost answer. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message)
  }
}

/** More rounds than any exchange takes that comes to an end. */
const mostRounds = 500

let ids = 0

/** As over a wire: what is heard is not the object that was told. */
const copied = <T>(one: T): T => JSON.parse(JSON.stringify(one)) as T

/** A window at one page of an edition. */
export class PageWindow {
  /** What becomes of its calls. */
  line: 'up' | 'down' | 'answers lost' = 'up'
  /** What the newsroom has told, and the window has not heard yet. */
  readonly events: (readonly LoggedPageChange[])[] = []
  readonly desk: PageDesk<Failure>
  /** What calls were lost by, but for the line. */
  readonly lost: unknown[] = []
  #later: (() => void)[] = []
  #calls = 0
  #landed: (() => void)[] = []

  constructor(
    /** What its calls come to; another one after the newsroom was started again. */
    public newsroom: PagesLine<Failure>,
    readonly place: { readonly editionId: string; readonly pageId: string },
    /** Who sits here. */
    public by: string,
    storage: KeptStorage = new MemoryStorage(),
  ) {
    this.desk = new PageDesk<Failure>({
      line: {
        open: input => this.#call(() => this.newsroom.open(input)),
        submit: input => this.#call(() => this.newsroom.submit(input)),
        changesSince: input => this.#call(() => this.newsroom.changesSince(input)),
        recent: input => this.#call(() => this.newsroom.recent(input)),
      },
      keeper: new PendingKeeper(storage, `window-${++ids}`),
      me: () => this.by,
      why: error => {
        if (error instanceof Refused) return { failure: error.failure, lost: false }
        if (error !== offline) this.lost.push(error)
        return { failure: offline, lost: true }
      },
      newId: () => `change-${++ids}`,
      later: again => void this.#later.push(again),
      tell: () => {},
      saved: () => {},
      warn: () => {},
    })
  }

  async #call<T>(work: () => Promise<T>): Promise<T> {
    this.#calls++
    try {
      await Promise.resolve()
      if (this.line === 'down') throw offline
      const answer = await work()
      if (this.line === 'answers lost') throw offline
      return answer
    } finally {
      this.#calls--
      for (const landed of this.#landed.splice(0)) landed()
    }
  }

  get layout(): PageLayout {
    const layout = this.desk.layout(this.place.pageId)
    if (!layout) throw new Error('The page is not open')
    return layout
  }

  get columns(): Record<string, number> {
    return Object.fromEntries(this.layout.frames.map(frame => [frame.id, frame.column]))
  }

  get pending(): number {
    return this.desk.pending
  }

  change = (...ops: PageOp[]): boolean => this.desk.change(this.place.pageId, this.by, '移动文框', ops)
  undo = (): string | null => this.desk.undo(this.place.pageId, this.by)
  redo = (): string | null => this.desk.redo(this.place.pageId, this.by)

  /** Opens the page as a window does that has just come up. */
  async open(): Promise<void> {
    await this.desk.openEdition(this.place.editionId)
    await this.settle()
  }

  /** Somebody else takes the seat. */
  async sit(by: string): Promise<void> {
    this.by = by
    this.desk.seatTaken()
    await this.settle()
  }

  /** Takes one event, as it would come over the wire; one that comes while the line is down is never heard. */
  hear(): boolean {
    const event = this.events.shift()
    if (event && this.line === 'up') this.desk.receive(this.place.pageId, copied(event))
    return event !== undefined
  }

  /** Lets the timers go off that wait; whether there were any. */
  wait(): boolean {
    const due = this.#later.splice(0)
    for (const again of due) again()
    return due.length > 0
  }

  /** Resolves when a call has come back, and what follows from it has been done. */
  async turn(): Promise<void> {
    if (this.#calls > 0) await new Promise<void>(resolve => this.#landed.push(resolve))
    for (let step = 0; step < 12; step++) await Promise.resolve()
  }

  /** Runs calls, timers and events until nothing is under way, or nothing goes while the line is down. */
  async settle(): Promise<void> {
    for (let round = 0; round < mostRounds; round++) {
      do await this.turn()
      while (this.#calls > 0)
      const heard = this.hear()
      const waited = this.line === 'up' && this.wait()
      if (!heard && !waited && this.#calls === 0) return
    }
    throw new Error('The window and the newsroom never come to an end')
  }

  /** The line is up again, as the newsroom's first word tells it. */
  async back(): Promise<void> {
    this.line = 'up'
    await this.desk.reconnect()
    await this.settle()
  }
}
