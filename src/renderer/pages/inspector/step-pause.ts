/** Milliseconds of rest after which quick steps are made one change. */
const rest = 600

/** Work that waits for a rest of the keys: only the newest is done, once. */
export class StepPause {
  #timer: ReturnType<typeof setTimeout> | undefined
  #work: (() => void) | null = null

  /** Whether something waits. */
  get isWaiting(): boolean {
    return this.#work !== null
  }

  /** Takes the place of what waits. */
  plan(work: () => void): void {
    clearTimeout(this.#timer)
    this.#work = work
    this.#timer = setTimeout(() => this.flush(), rest)
  }

  /** Does at once what waits. */
  flush(): void {
    clearTimeout(this.#timer)
    const work = this.#work
    this.#work = null
    work?.()
  }

  /** Forgets what waits. */
  cancel(): void {
    clearTimeout(this.#timer)
    this.#work = null
  }
}
