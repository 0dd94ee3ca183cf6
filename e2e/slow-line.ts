import type { Page } from '@playwright/test'

/** What is said on the wire, in either direction: JSON, or bytes where a file comes along. */
type Message = string | Buffer

/** Changes a message, or leaves it as it is. */
type Change = (message: string) => string

/**
 * A window's line to the newsroom that can be made slow call by call, and on which the newsroom can be made to say
 * what it says seldom. Through the browser door only.
 */
export class SlowLine {
  readonly #held = new Map<string, (() => void)[]>()
  /** What goes to the newsroom, and what comes from it, as the test wants it changed. */
  asked: Change = message => message
  answered: Change = message => message

  /** Stands on the window's line from its next opening on. */
  static async on(page: Page): Promise<SlowLine> {
    const line = new SlowLine()
    await page.routeWebSocket(/\/rpc$/, window => {
      const newsroom = window.connectToServer()
      window.onMessage(message => {
        const send = () => newsroom.send(changed(message, line.asked))
        const held = [...line.#held].find(([path]) => isCallOf(message, path))
        if (held) held[1].push(send)
        else send()
      })
      newsroom.onMessage(message => window.send(changed(message, line.answered)))
    })
    await page.reload()
    return line
  }

  /** Calls of this method wait from now on: `stories/open`. */
  hold(path: string): void {
    this.#held.set(path, [])
  }

  /** They go, those that wait and those that follow. */
  release(path: string): void {
    const waiting = this.#held.get(path) ?? []
    this.#held.delete(path)
    for (const send of waiting) send()
  }

  /** How many calls of the method wait. */
  waiting(path: string): number {
    return this.#held.get(path)?.length ?? 0
  }
}

const isCallOf = (message: Message, path: string) => message.toString().includes(`"/${path}"`)

const changed = (message: Message, change: Change): Message =>
  typeof message === 'string' ? change(message) : message
