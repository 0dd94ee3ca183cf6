/** Milliseconds of work before the window may paint again. */
const slice = 8

/** Long work that is done a little at a time, told as it goes, and left when something newer begins. */
export class SliceRun<T> {
  #round = 0

  /**
   * Goes through what `work` yields (null: nothing yet, but time to pause) and hands all found so far to `tell`, after each slice and at the end. A
   * new start, or `stop`, leaves the work before it.
   */
  start(work: Iterator<T | null>, tell: (found: readonly T[], isDone: boolean) => void): void {
    const round = ++this.#round
    const found: T[] = []
    const go = () => {
      if (round !== this.#round) return
      const until = performance.now() + slice
      for (;;) {
        const next = work.next()
        if (next.done) {
          tell([...found], true)
          return
        }
        if (next.value !== null) found.push(next.value)
        if (performance.now() >= until) break
      }
      tell([...found], false)
      setTimeout(go)
    }
    setTimeout(go)
  }

  stop(): void {
    this.#round++
  }
}
