import type { NewsroomEvent } from '../../shared/contract'

/** Events that a window may lag behind by before it is told to read everything again. */
const mostWaiting = 5000

/** Tells every window what has been committed, in order. */
export class EventHub {
  readonly #listeners = new Set<(event: NewsroomEvent) => void>()

  emit(event: NewsroomEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  /** Tells a service of the newsroom every event, as it is emitted; ends with what it answers. */
  listen(listener: (event: NewsroomEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * The events from now on, `hello` first, until the signal aborts or the reader stops. A reader that falls
   * far behind is not fed from an endless queue: it gets `hello` again and reads what it missed.
   */
  async *subscribe(signal?: AbortSignal): AsyncGenerator<NewsroomEvent, void, void> {
    let waiting: NewsroomEvent[] = [{ kind: 'hello' }]
    let wake: (() => void) | null = null
    const listener = (event: NewsroomEvent) => {
      if (waiting.length >= mostWaiting) waiting = [{ kind: 'hello' }]
      else waiting.push(event)
      wake?.()
    }
    const stop = () => wake?.()
    this.#listeners.add(listener)
    signal?.addEventListener('abort', stop)
    try {
      for (;;) {
        if (signal?.aborted) return
        const next = waiting.shift()
        if (next) yield next
        else await new Promise<void>(resolve => (wake = resolve))
      }
    } finally {
      this.#listeners.delete(listener)
      signal?.removeEventListener('abort', stop)
    }
  }

  /** How many windows listen. */
  get size(): number {
    return this.#listeners.size
  }
}
