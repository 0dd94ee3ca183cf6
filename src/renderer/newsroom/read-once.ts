import type { NewsroomEvent } from '../../shared/contract'

/** What reads things, and what tells of the newsroom's events. */
export interface OnceSource {
  /** Reads one thing and shows it. */
  read(key: string): Promise<void>
  watch(watcher: (event: NewsroomEvent) => void): unknown
  warn(error: unknown): void
}

/** Reads things that never change, by their key: each once, and once more after each hello where that failed. */
export class ReadOnce {
  readonly #wanted = new Set<string>()
  readonly #missed = new Set<string>()

  constructor(private readonly source: OnceSource) {
    source.watch(event => {
      if (event.kind !== 'hello') return
      for (const key of this.#missed) this.#read(key)
    })
  }

  /** Reads those that were never wanted before. */
  want(keys: Iterable<string>): void {
    for (const key of keys) {
      if (this.#wanted.has(key)) continue
      this.#wanted.add(key)
      this.#read(key)
    }
  }

  #read(key: string): void {
    this.#missed.delete(key)
    this.source.read(key).catch((error: unknown) => {
      this.#missed.add(key)
      this.source.warn(error)
    })
  }
}
