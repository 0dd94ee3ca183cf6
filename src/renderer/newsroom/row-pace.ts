import type { BudgetRow } from '../../shared/contract'

/** Milliseconds between two deliveries. */
const pace = 1000

/**
 * Hands on the rows that the newsroom tells of: the first at once, what follows closely together a moment later. A
 * story that is being written changes its row at every key, and lists and counts need not follow each of them.
 */
export class RowPace {
  readonly #waiting = new Map<string, BudgetRow>()
  #resting: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly deliver: (rows: readonly BudgetRow[]) => void) {}

  take(rows: readonly BudgetRow[]): void {
    this.#keep(rows)
    if (this.#resting === null) this.#handOn()
  }

  /** The desk's own: at once, with what waits. */
  now(rows: readonly BudgetRow[]): void {
    this.#keep(rows)
    this.#handOn()
  }

  /** Forgets what has not been handed on: all rows are read anew. */
  clear(): void {
    this.#waiting.clear()
  }

  /** An answer may be overtaken by a later event: what is older than what waits goes. */
  #keep(rows: readonly BudgetRow[]): void {
    for (const row of rows) {
      const waiting = this.#waiting.get(row.id)
      if (row.trashedAt !== null || (waiting?.version ?? -1) <= row.version) this.#waiting.set(row.id, row)
    }
  }

  #handOn(): void {
    if (this.#resting !== null) clearTimeout(this.#resting)
    const rows = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#resting = setTimeout(() => {
      this.#resting = null
      if (this.#waiting.size > 0) this.#handOn()
    }, pace)
    this.deliver(rows)
  }
}
