/** What was last used, the most recent last; of each thing only its newest version. */
export class NewestCache<T extends { readonly version: number }> {
  readonly #kept = new Map<string, T>()

  constructor(private readonly most: number) {}

  get(id: string): T | undefined {
    const found = this.#kept.get(id)
    if (found) {
      this.#kept.delete(id)
      this.#kept.set(id, found)
    }
    return found
  }

  /** Keeps a version unless a newer one is kept. */
  put(id: string, one: T): void {
    const kept = this.#kept.get(id)
    if (kept && kept.version > one.version) return
    this.#kept.delete(id)
    this.#kept.set(id, one)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.most) break
      this.#kept.delete(oldest)
    }
  }
}
