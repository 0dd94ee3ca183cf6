import type { Failure, LoggedStep, NewsroomEvent } from '../../shared/contract'
import type { HeldText } from '../../shared/story/log/held-text'
import {
  LogClient,
  type Fault,
  type LogClientIdentity,
  type LogPorts,
  type LogStatus,
  type TextHolder,
} from '../../shared/story/log/log-client'
import type { UnsentKeeper } from '../../shared/story/log/unsent-keeper'
import { resumedText, wordsOf, type UnsentSteps } from '../../shared/story/log/unsent-steps'

/** What the ends need of the window. */
export interface StoryLine extends Pick<LogPorts<Failure>, 'submit' | 'stepsSince' | 'later'> {
  /** Whether the line stands and this person sits at it: nothing is sent in another's name. */
  isUpFor(personId: string): boolean
  /** A story at a version of its log, and the steps since. */
  between(asked: { readonly storyId: string; readonly version: number }): Promise<{
    readonly doc: Readonly<Record<string, unknown>>
    readonly steps: readonly LoggedStep[]
  }>
  faultOf(error: unknown): Fault<Failure>
}

/** What a window that is gone had written, and why it cannot be delivered. */
export interface Undelivered {
  readonly unsent: UnsentSteps
  readonly words: string
  readonly failure: Failure
}

/** What the window is told. */
export interface StoryEndsWatcher {
  /** Of a client's text: whether all of it is in the newsroom, when the last of it came there, or why it does not. */
  status(identity: LogClientIdentity, status: LogStatus<Failure>): void
  undelivered(all: readonly Undelivered[]): void
}

/** One text and its client; the window holds it for as long as something of it is on its way. */
export interface StoryEnd {
  readonly client: LogClient<Failure>
  /** Something was typed: the window says so before the frame comes. */
  typed(): void
  /** Nobody looks at the text any more; `delivered` is called when the newsroom has all of it. */
  leave(delivered: () => void): void
  /** Somebody looks at it again. */
  stay(): void
}

/**
 * This window's ends of the stories' logs: those of the sheet, those of stories that were left with something on its
 * way, and those of windows that died with it. Line, events and what is kept go through here to each client.
 */
export class StoryEnds {
  readonly #ends = new Set<End>()
  /** Steps heard of stories that are just being opened. */
  readonly #gathering = new Set<{ readonly storyId: string; readonly steps: LoggedStep[] }>()
  #undelivered: readonly Undelivered[] = []

  constructor(
    private readonly line: StoryLine,
    private readonly keeper: UnsentKeeper,
    private readonly watcher: StoryEndsWatcher,
  ) {}

  /** Steps of a story that come while it is opened, given to its client when it stands. */
  gather(storyId: string): () => readonly LoggedStep[] {
    const gathered = { storyId, steps: [] }
    this.#gathering.add(gathered)
    return () => {
      this.#gathering.delete(gathered)
      return gathered.steps
    }
  }

  hold(
    identity: LogClientIdentity,
    text: TextHolder,
    begin: { readonly confirmed: number; readonly savedAt: string | null },
  ): StoryEnd {
    return this.#hold(identity, text, begin, status => this.watcher.status(identity, status))
  }

  #hold(
    identity: LogClientIdentity,
    text: TextHolder,
    begin: { readonly confirmed: number; readonly savedAt: string | null },
    tell: (status: LogStatus<Failure>) => void,
  ): End {
    const ended = () => this.#ends.delete(end)
    const end = new End(identity, text, begin, this.line, this.keeper, { tell, ended })
    this.#ends.add(end)
    return end
  }

  hear(event: NewsroomEvent): void {
    if (event.kind === 'steps') {
      for (const { storyId, steps } of this.#gathering) if (storyId === event.id) steps.push(...event.steps)
      for (const { client } of this.#ends)
        if (client.identity.storyId === event.id) client.receive(event.steps)
    }
    if (event.kind === 'hello') for (const { client } of this.#ends) void client.catchUp()
  }

  /** The line, or who sits at it, has changed. */
  lineChanged(): void {
    for (const { client } of this.#ends) client.lineIs(this.line.isUpFor(client.identity.personId))
  }

  /** Keeps what was typed a moment ago: the window may go. */
  keep(): void {
    for (const { client } of this.#ends) client.keep()
  }

  /** Tries again what a person's texts of a story were refused. */
  retry(storyId: string): void {
    for (const { client } of this.#ends) if (client.identity.storyId === storyId) client.retry()
  }

  /** Whether something of a person's is not in the newsroom; of anybody's where none is named. */
  isPending(personId?: string): boolean {
    const isMeant = ({ client }: End) => personId === undefined || client.identity.personId === personId
    return [...this.#ends].some(end => isMeant(end) && end.client.isPending)
  }

  /** Delivers what windows that are gone have left. */
  takeOver(living: ReadonlySet<string>): void {
    for (const unsent of this.keeper.takeOver(id => living.has(id))) void this.#deliver(unsent)
  }

  /** Gives up what could not be delivered. */
  discard(unsent: UnsentSteps): void {
    this.keeper.keep(unsent, null)
    this.#tellUndelivered(this.#undelivered.filter(one => one.unsent !== unsent))
  }

  async #deliver(unsent: UnsentSteps, broken = 0): Promise<void> {
    const { storyId, version } = unsent
    let text: HeldText
    let steps: readonly LoggedStep[]
    const gathered = this.gather(storyId)
    try {
      const opened = await this.line.between({ storyId, version })
      const resumed = resumedText(unsent, opened.doc)
      if (!resumed.ok) return this.#cannotDeliver(unsent, unfitting)
      text = resumed.value
      steps = [...opened.steps, ...gathered()]
    } catch (error) {
      const fault = this.line.faultOf(error)
      const isUnclear = fault.kind === 'unclear'
      if (fault.kind === 'lasting' || (isUnclear && broken >= mostBroken))
        return this.#cannotDeliver(unsent, fault.failure)
      this.line.later(() => void this.#deliver(unsent, isUnclear ? broken + 1 : broken), deliverAgainAfter)
      return undefined
    } finally {
      gathered()
    }
    const end = this.#hold(unsent, text, { confirmed: unsent.sequence, savedAt: null }, status => {
      this.watcher.status(unsent, status)
      if (!status.trouble || status.trouble.passes) return
      end.close()
      this.watcher.status(unsent, { ...status, isPending: false, trouble: null })
      this.#cannotDeliver(unsent, status.trouble.failure)
    })
    end.leave(() => undefined)
    end.client.receive(steps)
    void end.client.catchUp()
  }

  #cannotDeliver(unsent: UnsentSteps, failure: Failure): void {
    this.#tellUndelivered([...this.#undelivered, { unsent, words: wordsOf(unsent.steps), failure }])
  }

  #tellUndelivered(all: readonly Undelivered[]): void {
    this.#undelivered = all
    this.watcher.undelivered(all)
  }
}

/** Milliseconds after which a story that could not be read is asked for again. */
const deliverAgainAfter = 5000
/** Tries after which what breaks is no accident. */
const mostBroken = 4

const unfitting: Failure = {
  code: 'story.unfitting',
  message: '上次没存下的改动和稿件现在的记录对不上，没有放进稿里。',
  remedy: '请复制下来，粘贴到该放的地方。',
}

const anotherSits = new Error('Another sits there')

class End implements StoryEnd {
  readonly client: LogClient<Failure>
  #delivered: (() => void) | null = null
  #isPending = false

  constructor(
    identity: LogClientIdentity,
    text: TextHolder,
    begin: { readonly confirmed: number; readonly savedAt: string | null },
    line: StoryLine,
    keeper: UnsentKeeper,
    private readonly told: { tell(status: LogStatus<Failure>): void; ended(): void },
  ) {
    this.client = new LogClient<Failure>(
      identity,
      text,
      {
        // Somebody else may just have taken the seat: the newsroom would write his name to it.
        submit: sent => (line.isUpFor(identity.personId) ? line.submit(sent) : Promise.reject(anotherSits)),
        stepsSince: asked => line.stepsSince(asked),
        faultOf: error => (error === anotherSits ? { kind: 'lost' } : line.faultOf(error)),
        later: (work, ms) => line.later(work, ms),
        tell: status => this.#tell(status),
        keep: unconfirmed => keeper.keep(identity, unconfirmed),
      },
      { ...begin, isUp: line.isUpFor(identity.personId) },
    )
  }

  #tell(status: LogStatus<Failure>): void {
    this.#isPending = status.isPending
    this.told.tell(status)
    this.#leaveIfDelivered()
  }

  typed(): void {
    if (!this.#isPending && this.client.isPending) this.#tell(this.client.status)
  }

  leave(delivered: () => void): void {
    this.#delivered = delivered
    this.#leaveIfDelivered()
  }

  stay(): void {
    this.#delivered = null
  }

  close(): void {
    this.#delivered = null
    this.client.close()
    this.told.ended()
  }

  #leaveIfDelivered(): void {
    const delivered = this.#delivered
    if (!delivered || this.client.isPending) return
    this.close()
    delivered()
  }
}
