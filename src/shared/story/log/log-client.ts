import { getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { storySchema } from '../schema'
import { mostStepsSent, type LoggedStep, type StepsSent, type SubmissionAnswer } from './submission'

/** What holds the text: an editor on the screen, or a mere state. Its state has the plugin `collab`. */
export interface TextHolder {
  readonly state: EditorState
  /** Whether an input method is at work: another text under its hands would end its work half done. */
  readonly isComposing: boolean
  take(tr: Transaction): void
}

/** Under which name the log's steps stand on the transaction that brings them. */
export const loggedMeta = 'logged'

/**
 * Why a call came to nothing.
 * - `lost`: no answer came; whether it was done nobody knows.
 * - `passing`: the newsroom cannot do it now, whatever is asked (a full disk).
 * - `unclear`: something broke that should not.
 * - `lasting`: this will be refused however often it is asked.
 */
export type Fault<Failure> =
  { readonly kind: 'lost' } | { readonly kind: 'passing' | 'unclear' | 'lasting'; readonly failure: Failure }

/** How far the text is in the log's keeping. */
export interface LogStatus<Failure> {
  /** Something is not acknowledged yet. */
  readonly isPending: boolean
  /** When the log took the last step (UTC, ISO 8601); null while nobody knows. */
  readonly savedAt: string | null
  /** Why it does not take the next ones; `passes`: it is tried again without anybody's doing. */
  readonly trouble: { readonly failure: Failure; readonly passes: boolean } | null
}

/** What the text has and the log has not acknowledged. */
export interface Unconfirmed {
  /** The log's version that the steps go on. */
  readonly version: number
  /** Steps of this client that the log has: the number of the first of `steps`. */
  readonly sequence: number
  /** Oldest first. */
  readonly steps: readonly Step[]
}

/** What a client needs of the world. */
export interface LogPorts<Failure> {
  submit(sent: StepsSent): Promise<SubmissionAnswer>
  stepsSince(asked: { readonly storyId: string; readonly version: number }): Promise<readonly LoggedStep[]>
  faultOf(error: unknown): Fault<Failure>
  /** Calls `work` after so many milliseconds, unless what it answers is called before. */
  later(work: () => void, ms: number): () => void
  /** Told whenever the status may be another. */
  tell(status: LogStatus<Failure>): void
  /** Keeps what is not acknowledged where a crash leaves it; null: there is nothing. */
  keep(unconfirmed: Unconfirmed | null): void
}

/** Whose text of which story. */
export interface LogClientIdentity {
  readonly storyId: string
  /** Names this client in the log; never used again by another. */
  readonly clientId: string
  /** Whose hand writes. */
  readonly personId: string
}

/** Milliseconds from one try to the next, the last for all that follow. */
const pauses = [1000, 2000, 4000, 8000, 15_000] as const
/** Milliseconds after which an answer is not waited for any longer; what was sent is sent again. */
const answerWithin = 20_000
/** Milliseconds after which is looked again whether the input method is done. */
const compositionPause = 30
/** Tries after which what breaks is no accident. */
const mostUnclear = 4

/**
 * One editor's end of a story's log. It sends what is typed, in pieces and in order, one submission at a time, and
 * puts in what others write; what it does not know to be taken it sends again, and the log takes each step once.
 * What is typed while the line is down goes as one piece once it is back, so that what others wrote at the same
 * place comes before or after it, never inside. It knows no screen, no socket and no clock.
 */
export class LogClient<Failure> {
  #isUp: boolean
  #isClosed = false
  /** The text here and the log's are not of one piece: nothing goes in or out any more. */
  #isBroken = false
  /** The log has refused for good: what waits is not sent again by itself. */
  #isStopped = false
  /** Others' steps have come while the input method was at work: nothing goes in or out before it is done. */
  #isHeld = false
  /** Steps of the log are missing here. */
  #isBehind = false
  /** The submission on its way, by its number; one that was given up is not among them. */
  #sending: number | null = null
  #submissions = 0
  /** Own steps that the log has confirmed. */
  #confirmed: number
  #savedAt: string | null
  #trouble: LogStatus<Failure>['trouble'] = null
  /** The last step that was there when the log refused for good: what is typed after it is worth another try. */
  #refusedUpTo: Step | null = null
  #tries = 0
  #unclear = 0
  #stopWaiting: (() => void) | null = null

  constructor(
    readonly identity: LogClientIdentity,
    private readonly text: TextHolder,
    private readonly ports: LogPorts<Failure>,
    begin: { readonly isUp: boolean; readonly confirmed: number; readonly savedAt: string | null },
  ) {
    this.#isUp = begin.isUp
    this.#confirmed = begin.confirmed
    this.#savedAt = begin.savedAt
  }

  get status(): LogStatus<Failure> {
    return { isPending: this.isPending, savedAt: this.#savedAt, trouble: this.#trouble }
  }

  get isPending(): boolean {
    return sendableSteps(this.text.state) !== null
  }

  /** The log's version up to which the text is in step with it. */
  get version(): number {
    return getVersion(this.text.state)
  }

  /** Own steps that the log has, as far as it has said so. */
  get confirmed(): number {
    return this.#confirmed
  }

  /** What is not acknowledged; null where everything is. */
  get unconfirmed(): Unconfirmed | null {
    const sendable = sendableSteps(this.text.state)
    return sendable && { version: sendable.version, sequence: this.#confirmed, steps: sendable.steps }
  }

  /** Keeps what was typed where a crash leaves it. */
  keep(): void {
    if (!this.#isClosed) this.ports.keep(this.unconfirmed)
  }

  /** Sends what is not sent yet, unless there is a reason to wait. */
  send(): void {
    if (this.#isClosed || this.#isBroken) return
    this.#tell()
    if (this.#sending !== null || this.#isHeld || !this.#isUp || this.#stopWaiting) return
    const unconfirmed = this.unconfirmed
    const last = unconfirmed?.steps.at(-1)
    if (!unconfirmed || !last) return
    if (this.#isStopped) {
      if (last === this.#refusedUpTo) return
      // Once for what was typed within this time: it may be what was asked for (a text made shorter).
      this.#refusedUpTo = last
      this.#wait(pauses[0])
      return
    }
    void this.#submit(unconfirmed)
  }

  async #submit({ version, sequence, steps }: Unconfirmed): Promise<void> {
    const { storyId, clientId, personId } = this.identity
    const number = ++this.#submissions
    this.#sending = number
    const isCurrent = () => this.#sending === number && !this.#isClosed
    const stopWatch = this.ports.later(() => {
      if (isCurrent()) this.#failed({ kind: 'lost' })
    }, answerWithin)
    const json = steps.slice(0, mostStepsSent).map(step => step.toJSON() as Record<string, unknown>)
    let answer: SubmissionAnswer
    try {
      answer = await this.ports.submit({ storyId, version, clientId, sequence, steps: json })
    } catch (error) {
      stopWatch()
      if (isCurrent()) this.#failed(this.ports.faultOf(error))
      return
    }
    stopWatch()
    if (this.#isClosed) return
    const isAwaited = isCurrent()
    if (isAwaited) this.#sending = null
    // What comes late is as true as what is awaited; what of it is known is passed over.
    if (answer.status === 'behind') {
      this.receive(answer.steps)
      if (!isAwaited) return
      if (this.version === version && !this.#isHeld && !this.#isBehind) this.#failed({ kind: 'lost' })
      else this.#goOn()
      return
    }
    const { at } = answer
    if (this.#savedAt === null || at > this.#savedAt) this.#savedAt = at
    this.#recovered()
    const logged = json.map((step, index): LoggedStep => {
      return { version: version + index + 1, step, clientId, personId, at }
    })
    this.receive(logged)
    if (isAwaited) this.#goOn()
    else this.#tell()
  }

  /** Takes steps of the log, in its order: others' work, and its own as confirmation. Known ones are passed over. */
  receive(logged: readonly LoggedStep[]): void {
    if (this.#isClosed || this.#isBroken) return
    const { version } = this
    let rest = logged.filter(step => step.version > version)
    if (rest.length === 0) return
    if (rest.some((step, index) => step.version !== version + index + 1)) {
      this.#isBehind = true
      this.#goOn()
      return
    }
    if (this.text.isComposing && rest.some(step => step.clientId !== this.identity.clientId)) {
      this.#hold()
      return
    }
    try {
      while (rest.length > 0) rest = rest.slice(this.#take(rest))
    } catch (error) {
      this.#isBroken = true
      this.#refuse(this.ports.faultOf(error))
      this.keep()
      return
    }
    this.keep()
    if (!this.isPending) this.#recovered()
    this.#tell()
  }

  /** Puts in own steps and the others' up to the next own one; how many that are. */
  #take(logged: readonly LoggedStep[]): number {
    const { clientId } = this.identity
    const unconfirmed = this.unconfirmed?.steps ?? []
    const steps = logged.map(({ step }) => Step.fromJSON(storySchema, step))
    let own = 0
    while (
      own < Math.min(logged.length, unconfirmed.length) &&
      logged[own]!.clientId === clientId &&
      isSame(steps[own]!, unconfirmed[own]!)
    )
      own++
    let end = own
    while (end < logged.length && logged[end]!.clientId !== clientId) end++
    // Under this client's name and not its work: sent by one that took over what this one had not sent. It is put in.
    if (end === 0) end = 1
    const taken = logged.slice(0, end)
    this.#confirmed += taken.filter(step => step.clientId === clientId).length
    const tr = receiveTransaction(
      this.text.state,
      steps.slice(0, end),
      taken.map((_, index) => (index < own ? clientId : `not ${clientId}`)),
      { mapSelectionBackward: true },
    )
    this.text.take(tr.setMeta(loggedMeta, taken))
    return end
  }

  /** Reads what was missed, for example while the line was down, and sends what waits. */
  async catchUp(): Promise<void> {
    if (this.#isClosed || this.#isBroken || !this.#isUp) return
    this.#isBehind = true
    try {
      const { version } = this
      const missed = await this.ports.stepsSince({ storyId: this.identity.storyId, version })
      if (this.#isClosed) return
      this.#isBehind = false
      this.receive(missed)
      if (!this.isPending) this.#recovered()
      this.send()
    } catch (error) {
      if (!this.#isClosed) this.#failed(this.ports.faultOf(error))
    }
  }

  /** The line to the newsroom has fallen or is back. What was on its way then is sent again. */
  lineIs(isUp: boolean): void {
    if (this.#isClosed || isUp === this.#isUp) return
    this.#isUp = isUp
    this.#sending = null
    this.#stopWaiting?.()
    this.#stopWaiting = null
    if (isUp) this.retry()
    else this.#tell()
  }

  /** Tries again now what was refused or broke. What is on its way is sent again; its answer counts when it says yes. */
  retry(): void {
    if (this.#isClosed || this.#isBroken) return
    this.#sending = null
    this.#tries = 0
    this.#unclear = 0
    this.#isStopped = false
    this.#stopWaiting?.()
    this.#stopWaiting = null
    void this.catchUp()
  }

  /** Nothing goes in or out any more. */
  close(): void {
    this.#isClosed = true
    this.#sending = null
    this.#stopWaiting?.()
    this.#stopWaiting = null
  }

  #goOn(): void {
    if (this.#isClosed || this.#isHeld || this.#isStopped || this.#stopWaiting) return
    if (this.#isBehind) void this.catchUp()
    else this.send()
  }

  #failed(fault: Fault<Failure>): void {
    this.#sending = null
    this.#tries++
    if (fault.kind === 'unclear') this.#unclear++
    if (fault.kind === 'lasting' || this.#unclear >= mostUnclear) {
      this.#refuse(fault)
      return
    }
    // What broke once is mostly a line that falls: it is told when it breaks again.
    const isTold = fault.kind === 'passing' || (fault.kind === 'unclear' && this.#unclear > 1)
    if (isTold) this.#trouble = { failure: fault.failure, passes: true }
    if (this.#isUp) this.#wait(pauses[Math.min(this.#tries, pauses.length) - 1]!)
    this.#tell()
  }

  #refuse(fault: Fault<Failure>): void {
    this.#isStopped = true
    this.#refusedUpTo = this.unconfirmed?.steps.at(-1) ?? null
    if (fault.kind !== 'lost') this.#trouble = { failure: fault.failure, passes: false }
    this.#tell()
  }

  #recovered(): void {
    this.#tries = 0
    this.#unclear = 0
    this.#isStopped = false
    this.#trouble = null
    this.#refusedUpTo = null
  }

  #wait(ms: number): void {
    this.#stopWaiting?.()
    this.#stopWaiting = this.ports.later(() => {
      this.#stopWaiting = null
      this.#isStopped = false
      this.#goOn()
    }, ms)
  }

  #hold(): void {
    if (this.#isHeld) return
    this.#isHeld = true
    const look = () => {
      if (this.#isClosed) return
      if (this.text.isComposing) {
        this.ports.later(look, compositionPause)
        return
      }
      this.#isHeld = false
      void this.catchUp()
    }
    this.ports.later(look, compositionPause)
  }

  #tell(): void {
    this.ports.tell(this.status)
  }
}

const isSame = (one: Step, other: Step): boolean =>
  one === other || JSON.stringify(one.toJSON()) === JSON.stringify(other.toJSON())
