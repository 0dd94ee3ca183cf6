import type { PatternMatch } from './pattern-matches'
import type { PatternOrder } from './pattern-worker'

/** Milliseconds that a pattern may take over a story; one written well takes a hundredth of it. */
const patience = 1500

/** The little of a worker that a search needs. */
export interface PatternRunner {
  run(order: PatternOrder, answer: (matches: PatternMatch[]) => void): void
  end(): void
}

function inWorker(): PatternRunner {
  const worker = new Worker(new URL('./pattern-worker.ts', import.meta.url), { type: 'module' })
  return {
    run(order, answer) {
      worker.addEventListener('message', ({ data }) => answer(data as PatternMatch[]))
      worker.postMessage(order)
    },
    end: () => worker.terminate(),
  }
}

/**
 * Looks for patterns where a bad one cannot hold up the window: `(.*)*。x` takes longer than the world will last. One
 * search at a time; a new one ends the one before, whose answer then never comes.
 */
export class PatternSearch {
  #runner: PatternRunner | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly start: () => PatternRunner = inWorker) {}

  /** `answer` gets null where the pattern took too long. */
  ask(order: PatternOrder, answer: (matches: PatternMatch[] | null) => void): void {
    this.end()
    const runner = this.start()
    this.#runner = runner
    const settle = (matches: PatternMatch[] | null) => {
      if (this.#runner !== runner) return
      this.end()
      answer(matches)
    }
    this.#timer = setTimeout(settle, patience, null)
    runner.run(order, settle)
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#runner?.end()
    this.#runner = null
  }
}
