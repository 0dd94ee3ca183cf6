import type { ClientLink } from '@orpc/client'

export type Link = ClientLink<Record<never, never>>

/** The line on which something was asked is gone; whether it was done nobody knows. */
export class LineEnded extends Error {
  constructor() {
    super('The line has ended')
  }
}

type Call = Link['call']

/**
 * A link whose calls fail when the line ends, whatever the way to the newsroom makes of them: a port whose other end
 * died with its process says nothing, and who waits on it would wait for ever. Streams end the same way.
 */
export class EndableLink implements Link {
  readonly #waiting = new Set<(error: LineEnded) => void>()
  #hasEnded = false

  constructor(private readonly link: Link) {}

  call: Call = async (...asked) => {
    if (this.#hasEnded) throw new LineEnded()
    const answer = await this.#orEnd(this.link.call(...asked))
    return isStream(answer) ? this.#stream(answer) : answer
  }

  /** Fails all that waits for an answer, and all that is asked from now on. */
  end(): void {
    this.#hasEnded = true
    const error = new LineEnded()
    for (const fail of this.#waiting) fail(error)
  }

  #orEnd<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject)
      answer.then(resolve, reject).finally(() => this.#waiting.delete(reject))
    })
  }

  #stream(stream: AsyncIterator<unknown>): AsyncIterableIterator<unknown> {
    const endable: AsyncIterableIterator<unknown> = {
      next: () => (this.#hasEnded ? Promise.reject(new LineEnded()) : this.#orEnd(stream.next())),
      return: value => stream.return?.(value) ?? Promise.resolve({ done: true, value }),
      [Symbol.asyncIterator]: () => endable,
    }
    return endable
  }
}

const isStream = (answer: unknown): answer is AsyncIterator<unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
