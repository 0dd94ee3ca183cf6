import type { NewsroomEvent } from '../../shared/contract'
import type { Actor } from '../../shared/review/actor'
import { anyone, maySee, type Audience } from '../../shared/review/audience'

/** Events that a window may lag behind by before it is told to read everything again. */
const mostWaiting = 5000

/** Hears at once what has been committed. What it has to do about it, it does later, in transactions of its own. */
export type EventListener = (event: NewsroomEvent) => void

/** Where a stream of events goes to. */
export interface Hearer {
  /** Who sits there now; null: nobody. */
  actor(): Promise<Actor | null>
  /** Tells whenever somebody sits down there or leaves, until what comes back is called. */
  watch(moved: () => void): () => void
}

interface Told {
  readonly audience: Audience
  readonly event: NewsroomEvent
}

const hello: Told = { audience: anyone, event: { kind: 'hello' } }

/** Tells the newsroom's services and every window what has been committed, in order. */
export class EventHub {
  readonly #listeners = new Set<(told: Told) => void>()

  /** Called after the commit. What a listener throws is a bug of its own, and no matter of whoever tells. */
  emit(audience: Audience, event: NewsroomEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener({ audience, event })
      } catch (error) {
        console.error(error)
      }
    }
  }

  /** For the newsroom's own services: every event from now on, until what comes back is called. */
  listen(listener: EventListener): () => void {
    return this.#hear(({ event }) => listener(event))
  }

  #hear(listener: (told: Told) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /**
   * The events from now on that the hearer may know of, `hello` first, until the signal aborts or the reader stops.
   * A reader that falls far behind is not fed from an endless queue: it gets `hello` again and reads what it missed.
   * So does one from whom something was withheld once somebody else sits there, who may know of it perhaps.
   */
  async *subscribe(hearer: Hearer, signal?: AbortSignal): AsyncGenerator<NewsroomEvent, void, void> {
    let waiting = [hello]
    /** From whom something was withheld. */
    let withheld: { readonly from: string | null } | null = null
    let hasMoved = false
    let wake: (() => void) | null = null
    const stop = () => wake?.()
    const leaveSeat = hearer.watch(() => {
      hasMoved = true
      wake?.()
    })
    const leave = this.#hear(told => {
      if (waiting.length >= mostWaiting) waiting = [hello]
      else waiting.push(told)
      wake?.()
    })
    signal?.addEventListener('abort', stop)
    try {
      for (;;) {
        if (signal?.aborted) return
        const next = waiting.shift()
        if (!next && !hasMoved) {
          await new Promise<void>(resolve => (wake = resolve))
          continue
        }
        // Asked when it is sent: whoever has left the seat meanwhile is told nothing more.
        hasMoved = false
        const actor = await hearer.actor()
        const from = actor?.id ?? null
        if (withheld && withheld.from !== from) {
          withheld = null
          yield hello.event
        }
        if (!next) continue
        if (maySee(actor, next.audience)) yield next.event
        else withheld = { from }
      }
    } finally {
      leave()
      leaveSeat()
      signal?.removeEventListener('abort', stop)
    }
  }

  /** How many listen. */
  get size(): number {
    return this.#listeners.size
  }
}
