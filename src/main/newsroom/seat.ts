/**
 * Where a connection to the newsroom sits, told by its door: empty, or a person's. What he may do is looked up at
 * every call, so whoever has left the paper meanwhile is refused at once.
 */
export class Seat {
  readonly #watchers = new Set<() => void>()

  constructor(private person: string | null = null) {}

  get personId(): string | null {
    return this.person
  }

  take(personId: string): void {
    this.#set(personId)
  }

  leave(): void {
    this.#set(null)
  }

  /** Tells whenever somebody sits down or leaves, until what comes back is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  #set(person: string | null): void {
    this.person = person
    for (const watcher of this.#watchers) watcher()
  }
}

/** What a door gives the router with each call. */
export interface Connection {
  readonly seat: Seat
}

/** A connection that has just come in: nobody sits there. */
export const newConnection = (): Connection => ({ seat: new Seat() })
