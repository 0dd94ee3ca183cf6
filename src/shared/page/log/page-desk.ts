import { applyOps, changeOf, undoOf, type PageChange } from '../changes/page-change'
import type { PageOp } from '../changes/page-op'
import { emptyUndoStack, pushChange, type UndoStack } from '../changes/undo-stack'
import type { PageLayout } from '../layout'
import type { LoggedPageChange, PageState } from './logged'
import { openedLog, withLogged, without, withOwn, type PageLog } from './page-log'
import type { PendingKeeper } from './pending-keeper'

/** Why something did not go; the caller's own, known here by its code. */
interface Refusal {
  readonly code: string
}

/** The pages of an edition, in order: as they stand, and apart from them those that cannot be read. */
interface Opened<F> {
  readonly states: readonly PageState[]
  readonly damaged: readonly { readonly pageId: string; readonly failure: F }[]
}

/** What the desk asks of the newsroom; the client's `pages` is one. */
export interface PagesLine<F> {
  open(input: { editionId: string }): Promise<Opened<F>>
  submit(input: { pageId: string; changes: PageChange[] }): Promise<LoggedPageChange[]>
  changesSince(input: { pageId: string; version: number }): Promise<LoggedPageChange[]>
  recent(input: { pageId: string; limit: number }): Promise<LoggedPageChange[]>
}

/** A page as a view reads it. */
export interface PageOnDesk<F> {
  readonly pageId: string
  /** Of the newsroom's log. */
  readonly version: number
  /** Confirmed and pending changes done. */
  readonly layout: PageLayout
  /** Changes that the newsroom has not acknowledged. */
  readonly pending: number
  /** Why the newsroom does not take them; they stay in the window. */
  readonly refused: F | null
}

export interface DeskPorts<F extends Refusal> {
  readonly line: PagesLine<F>
  readonly keeper: PendingKeeper
  /** Who sits at this window: in whose name the newsroom takes what is sent. Empty: nobody. */
  me(): string
  /** Why a call failed; `lost` when the same call may well go through later. */
  why(error: unknown): { readonly failure: F; readonly lost: boolean }
  newId(): string
  /** Calls `again` after `ms`. */
  later(again: () => void, ms: number): void
  /** Pages or stacks have changed. */
  tell(desk: PageDesk<F>): void
  /** Nothing is pending any more (with the time of the last acknowledgement), or something is. */
  saved(at: string | null): void
  /** What costs nothing but a look later: the desk goes on. */
  warn(error: unknown): void
}

/** As many changes as go in one call. */
const batch = 200
/** As far as undo goes back after a restart. */
const recalled = 500
const retryAfter = 1000

interface OpenPage<F> {
  log: PageLog
  sending: boolean
  refused: F | null
  /** Own changes by person, oldest first; `recalled` once those before this window are among them. */
  readonly hands: Map<string, Hand>
}

interface Hand {
  changes: PageChange[]
  recalled: boolean
  stack: UndoStack
}

/**
 * The pages of the edition on the desk, kept in step with the newsroom. A change shows at once, is kept until
 * it is acknowledged, is sent in order and as often as it takes; others' changes come in by version, and what
 * is pending is done anew on top of them. All windows therefore end on the newsroom's order of changes.
 */
export class PageDesk<F extends Refusal> {
  readonly #open = new Map<string, OpenPage<F>>()
  /** Newest version of pages heard of before they were open. */
  readonly #heard = new Map<string, number>()
  #edition: string | null = null
  #order: readonly string[] = []
  #damaged: ReadonlyMap<string, F> = new Map()

  constructor(private readonly ports: DeskPorts<F>) {}

  /** The pages of the edition, in its order. */
  pages(): Map<string, PageOnDesk<F>> {
    return new Map(
      this.#order.flatMap(id => {
        const page = this.#open.get(id)
        if (!page) return []
        const { log, refused } = page
        const { version, layout, pending } = log
        return [[id, { pageId: id, version, layout, pending: pending.length, refused }] as const]
      }),
    )
  }

  /** Why pages of the edition are not here. */
  get damaged(): ReadonlyMap<string, F> {
    return this.#damaged
  }

  layout(pageId: string): PageLayout | null {
    return this.#open.get(pageId)?.log.layout ?? null
  }

  /** Opens an edition's pages; those that are open already only catch up. */
  async openEdition(editionId: string): Promise<void> {
    this.#edition = editionId
    let opened: Opened<F>
    try {
      opened = await this.ports.line.open({ editionId })
    } catch (error) {
      const { lost, failure } = this.ports.why(error)
      if (!lost) this.ports.warn(failure)
      if (this.#edition === editionId) {
        this.ports.later(() => {
          if (this.#edition === editionId) void this.openEdition(editionId)
        }, retryAfter)
      }
      return
    }
    if (this.#edition !== editionId) return
    const { states, damaged } = opened
    for (const state of states) {
      const known = this.#open.get(state.pageId)
      if (known) {
        if (known.log.version < state.version) void this.catchUp(state.pageId)
        continue
      }
      const log = openedLog(state, this.ports.keeper.takeOver(state.pageId, this.ports.me()))
      this.#open.set(state.pageId, { log, sending: false, refused: null, hands: new Map() })
      for (const { by, change } of log.pending) this.#note(state.pageId, by, change)
      if ((this.#heard.get(state.pageId) ?? 0) > state.version) void this.catchUp(state.pageId)
      this.#heard.delete(state.pageId)
      void this.#send(state.pageId)
    }
    this.#order = states.map(state => state.pageId)
    this.#damaged = new Map(damaged.map(({ pageId, failure }) => [pageId, failure]))
    this.ports.tell(this)
  }

  /** Makes a change; false where it would change nothing. */
  change(pageId: string, by: string, label: string, ops: PageOp[]): boolean {
    const page = this.#open.get(pageId)
    const change = page && changeOf(this.ports.newId(), label, page.log.layout, ops)
    if (!page || !change) return false
    this.#make(page, by, change)
    return true
  }

  /** Takes back a person's last change; its label, or null where there is none. */
  undo(pageId: string, by: string): string | null {
    return this.#turn(pageId, by, 'undo')
  }

  /** Does again what was taken back last. */
  redo(pageId: string, by: string): string | null {
    return this.#turn(pageId, by, 'redo')
  }

  #turn(pageId: string, by: string, kind: 'undo' | 'redo'): string | null {
    const page = this.#open.get(pageId)
    if (!page) return null
    for (;;) {
      const last = this.stack(pageId, by)[kind].at(-1)
      if (!last) return null
      const { layout } = page.log
      const ops = kind === 'undo' ? last.undo : last.ops
      const does = applyOps(layout, ops) !== layout
      // A change needs an op; one whose frame others have taken away is turned by doing nothing.
      const sent: PageOp[] = ops.length > 0 ? ops : [{ op: 'heed', key: 'nothing' }]
      this.#make(page, by, {
        id: this.ports.newId(),
        ops: sent,
        undo: undoOf(layout, ops),
        label: last.label,
        kind,
        of: last.id,
      })
      if (does) return last.label
    }
  }

  stack(pageId: string, by: string): UndoStack {
    return this.#open.get(pageId)?.hands.get(by)?.stack ?? emptyUndoStack
  }

  /** Reads what a person did on a page before this window opened, so that it can be undone. */
  async recall(pageId: string, by: string): Promise<void> {
    const page = this.#open.get(pageId)
    const hand = page && this.#hand(page, by)
    if (!hand || hand.recalled) return
    hand.recalled = true
    try {
      const logged = await this.ports.line.recent({ pageId, limit: recalled })
      const here = new Set(hand.changes.map(change => change.id))
      hand.changes = [
        ...logged.map(one => one.change).filter(change => !here.has(change.id)),
        ...hand.changes,
      ]
      hand.stack = hand.changes.reduce(pushChange, emptyUndoStack)
      this.ports.tell(this)
    } catch (error) {
      hand.recalled = false
      this.ports.warn(error)
    }
  }

  /** Takes changes of the newsroom's log: others' work, and own as confirmation. */
  receive(pageId: string, logged: readonly LoggedPageChange[]): void {
    const page = this.#open.get(pageId)
    if (!page) {
      const newest = Math.max(this.#heard.get(pageId) ?? 0, ...logged.map(one => one.version))
      this.#heard.set(pageId, newest)
      return
    }
    for (const { by, change } of logged) if (by !== null) this.#note(pageId, by, change, true)
    const next = withLogged(page.log, logged)
    if (next.log !== page.log) {
      page.log = next.log
      this.#renew(page)
      this.ports.keeper.keep(pageId, page.log.pending)
      this.ports.tell(this)
      if (this.pending === 0) this.ports.saved(logged.at(-1)?.at ?? null)
    }
    if (next.gap) void this.catchUp(pageId)
  }

  /** Reads what was missed, for example while the line was down. */
  async catchUp(pageId: string): Promise<void> {
    const page = this.#open.get(pageId)
    if (!page) return
    try {
      this.receive(pageId, await this.ports.line.changesSince({ pageId, version: page.log.version }))
    } catch (error) {
      const { failure, lost } = this.ports.why(error)
      // A page that is gone leaves the edition; what else the newsroom refuses is said in place.
      if (lost || failure.code === 'page.unknown') return this.ports.warn(error)
      page.refused = failure
      this.ports.tell(this)
    }
  }

  /**
   * Somebody else sits here now. What the newsroom has not taken of the one before is set aside until he sits at a window
   * again; what he himself left undelivered goes on.
   */
  seatTaken(): void {
    const { keeper } = this.ports
    const me = this.ports.me()
    for (const [pageId, page] of this.#open) {
      const { pending, version, confirmed } = page.log
      const others = pending.filter(one => one.by !== me)
      if (others.length > 0) keeper.setAside(pageId, others)
      const own = pending.filter(one => one.by === me)
      keeper.keep(pageId, own)
      const left = keeper.takeOver(pageId, me)
      page.refused = null
      page.log = openedLog({ pageId, version, layout: confirmed }, [...own, ...left])
      for (const { by, change } of left) this.#note(pageId, by, change)
      void this.#send(pageId)
    }
    this.ports.tell(this)
  }

  /** The line has come back: what was missed is read, what is pending is sent. */
  async reconnect(): Promise<void> {
    if (this.#edition !== null) await this.openEdition(this.#edition)
    for (const pageId of this.#open.keys()) {
      void this.catchUp(pageId).then(() => this.#send(pageId))
    }
  }

  #make(page: OpenPage<F>, by: string, change: PageChange): void {
    const { pageId } = page.log
    page.log = withOwn(page.log, by, change)
    page.refused = null
    this.#note(pageId, by, change)
    this.ports.keeper.keep(pageId, page.log.pending)
    this.ports.tell(this)
    this.ports.saved(null)
    void this.#send(pageId)
  }

  async #send(pageId: string): Promise<void> {
    const page = this.#open.get(pageId)
    const first = page?.log.pending[0]
    // The newsroom writes the name of who sits here to all that is sent.
    if (!page || !first || page.sending || page.refused || first.by !== this.ports.me()) return
    const changes = page.log.pending.slice(0, batch).map(one => one.change)
    page.sending = true
    try {
      this.receive(pageId, await this.ports.line.submit({ pageId, changes }))
      const sent = new Set(changes.map(change => change.id))
      if (page.log.pending.some(({ change }) => sent.has(change.id))) {
        // Others' changes came in between, or the log had these before: read them where they stand.
        await this.catchUp(pageId)
      }
      page.sending = false
      const left = new Set(page.log.pending.map(one => one.change.id))
      if ([...sent].every(id => left.has(id))) this.ports.later(() => void this.#send(pageId), retryAfter)
      else void this.#send(pageId)
    } catch (error) {
      page.sending = false
      const { failure, lost } = this.ports.why(error)
      if (lost) {
        this.ports.later(() => void this.#send(pageId), retryAfter)
      } else if (failure.code === 'page.unknown') {
        page.log = without(page.log, new Set(page.log.pending.map(one => one.change.id)))
        this.ports.keeper.keep(pageId, [])
        this.ports.tell(this)
      } else {
        page.refused = failure
        this.ports.tell(this)
      }
    }
  }

  /** Puts a change of a person's hand on his stack, once. */
  #note(pageId: string, by: string, change: PageChange, onlyKnown = false): void {
    const page = this.#open.get(pageId)
    if (!page) return
    if (onlyKnown && !page.hands.has(by)) return
    const hand = this.#hand(page, by)
    if (hand.changes.some(one => one.id === change.id)) return
    hand.changes.push(change)
    hand.stack = pushChange(hand.stack, change)
  }

  /** What is pending may have got a new way back on top of others' work: that is the one to undo by. */
  #renew(page: OpenPage<F>): void {
    for (const { by, change } of page.log.pending) {
      const hand = this.#hand(page, by)
      const at = hand.changes.findIndex(one => one.id === change.id)
      if (at < 0 || hand.changes[at] === change) continue
      hand.changes[at] = change
      hand.stack = hand.changes.reduce(pushChange, emptyUndoStack)
    }
  }

  #hand(page: OpenPage<F>, by: string): Hand {
    const known = page.hands.get(by)
    if (known) return known
    const hand: Hand = { changes: [], recalled: false, stack: emptyUndoStack }
    page.hands.set(by, hand)
    return hand
  }

  /** Changes of all pages that the newsroom has not acknowledged. */
  get pending(): number {
    return [...this.#open.values()].reduce((sum, page) => sum + page.log.pending.length, 0)
  }
}
