/** Milliseconds between two showings. */
const pace = 1000

/**
 * When the rows that the newsroom tells of are shown: the first at once, what follows closely together a moment later.
 * A story that is being written changes its row at every key, and lists and counts need not follow each of them.
 */
export class RowPace {
  #isWaiting = false
  #resting: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly show: () => void) {}

  /** Something is new: shown when its turn comes. */
  soon(): void {
    this.#isWaiting = true
    if (this.#resting === null) this.now()
  }

  /** The desk's own: at once, with what waits. */
  now(): void {
    if (this.#resting !== null) clearTimeout(this.#resting)
    this.#isWaiting = false
    this.#resting = setTimeout(() => {
      this.#resting = null
      if (this.#isWaiting) this.now()
    }, pace)
    this.show()
  }
}
