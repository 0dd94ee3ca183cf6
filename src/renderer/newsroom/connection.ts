import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract, Failure } from '../../shared/contract'
import { EndableLink, LineEnded, type Link } from './endable-link'

export type { Link } from './endable-link'

export type NewsroomClient = ContractRouterClient<typeof contract>

/** What a way to the newsroom tells of its line. */
export interface LineWatcher {
  /** A line stands, in place of any before it; `hangUp` ends it. */
  opened(link: Link, hangUp: () => void): void
  /** It has ended, or could not be opened. */
  dropped(): void
}

/** Tries once to open a line. */
export type Dial = (watcher: LineWatcher) => void

const retryAfter = [200, 500, 1000, 2000, 4000]

/** Why somebody cannot sit where he sat: he has left the paper, or it is another newsroom's folder. */
const seatIsLost: ReadonlySet<string> = new Set(['actor.left', 'person.unknown'])

/**
 * One line to the newsroom that comes back by itself, and who sits at it. Calls made while it is down wait for the
 * next one; calls under way when it drops fail, and whoever made them decides whether to send again. On a new line
 * whoever sat here sits down again before anything else is said on it: nothing is ever sent in nobody's name, or in
 * another's, because a line was lost.
 */
export class Connection {
  #link: Promise<Link>
  #give!: (link: Link) => void
  /** The line that stands, or on which somebody is just sitting down. */
  #current: EndableLink | null = null
  #tries = 0
  #seat: string | null = null
  #lost: Failure | null = null
  readonly #watchers = new Set<(up: boolean) => void>()
  up = false

  constructor(
    private readonly dial: Dial,
    private readonly later: (work: () => void, ms: number) => void,
  ) {
    this.#link = this.#awaited()
    this.#open()
  }

  link = (): Promise<Link> => this.#link

  /** Who sits at this window; null before anybody does. */
  get seat(): string | null {
    return this.#seat
  }

  /** Why the newsroom does not take him any more, since the line was opened anew. */
  get lostSeat(): Failure | null {
    return this.#lost
  }

  /** Takes the seat for somebody. Throws what the newsroom answers; who sat here before stays then. */
  async sit(personId: string): Promise<void> {
    await clientOn(await this.#link).desk.sit({ personId })
    this.#seat = personId
    this.#lost = null
  }

  /** Whoever could not sit down on this line tries again: he may be back. */
  async sitAgain(): Promise<void> {
    if (this.#lost) await this.#sitOn(await this.#link)
  }

  watch(watcher: (up: boolean) => void): () => void {
    this.#watchers.add(watcher)
    watcher(this.up)
    return () => this.#watchers.delete(watcher)
  }

  #awaited(): Promise<Link> {
    return new Promise(resolve => (this.#give = resolve))
  }

  #open(): void {
    this.dial({
      opened: (link, hangUp) => void this.#opened(link, hangUp),
      dropped: () => {
        this.#down()
        this.later(() => this.#open(), retryAfter[Math.min(this.#tries++, retryAfter.length - 1)]!)
      },
    })
  }

  async #opened(way: Link, hangUp: () => void): Promise<void> {
    this.#down()
    const link = new EndableLink(way)
    this.#current = link
    try {
      await this.#sitOn(link)
    } catch {
      // It dropped again, or the newsroom has its own trouble: another line is tried.
      if (this.#current === link) hangUp()
      return
    }
    if (this.#current !== link) return
    this.#tries = 0
    this.#give(link)
    this.#tell(true)
  }

  #down(): void {
    const gone = this.#current
    this.#current = null
    if (this.up) {
      this.#link = this.#awaited()
      this.#tell(false)
    }
    // Only now: whoever is told that his call came to nothing finds the line down.
    gone?.end()
  }

  async #sitOn(link: Link): Promise<void> {
    if (this.#seat === null) return
    try {
      await clientOn(link).desk.sit({ personId: this.#seat })
      this.#lost = null
    } catch (error) {
      const failure = expectedFailure(error)
      if (!failure || !seatIsLost.has(failure.code)) throw error
      this.#lost = failure
    }
  }

  #tell(up: boolean): void {
    if (up === this.up) return
    this.up = up
    for (const watcher of this.#watchers) watcher(up)
  }
}

const clientOn = (link: Link): NewsroomClient => createORPCClient(link)

/** Whether an error says only that the line ended before an answer came. */
export const isLineEnded = (error: unknown): boolean => error instanceof LineEnded

/** The newsroom's own sentence in an error; null for a bug or a lost line. */
export const expectedFailure = (error: unknown): Failure | null =>
  error instanceof ORPCError && error.code === 'EXPECTED' ? (error.data as Failure) : null
