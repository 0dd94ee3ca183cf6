interface Kept<From, Value> {
  readonly from: From
  readonly value: Value
}

/** Values by key, each kept as long as what it is made from stays the same. */
export class Memo<From, Value> {
  readonly #kept: Map<string, Kept<From, Value>>
  readonly #asked = new Set<string>()

  /** `begun`: another's values, to go on from; that other stays as it is. */
  constructor(
    private readonly isSame: (a: From, b: From) => boolean,
    begun?: Memo<From, Value>,
  ) {
    this.#kept = new Map(begun ? begun.#kept : [])
  }

  /** The value of a key. It is made anew where it is made from something else now; `make` may build on the last. */
  of(key: string, from: From, make: (last: Value | undefined) => Value): Value {
    this.#asked.add(key)
    const kept = this.#kept.get(key)
    const value = kept && this.isSame(kept.from, from) ? kept.value : make(kept?.value)
    this.#kept.set(key, { from, value })
    return value
  }

  /** Forgets the keys that nobody has asked for since the last time. */
  sweep(): void {
    for (const key of this.#kept.keys()) if (!this.#asked.has(key)) this.#kept.delete(key)
    this.#asked.clear()
  }
}
