import { sendableSteps } from 'prosemirror-collab'
import type { Node } from 'prosemirror-model'
import { TextSelection, type EditorState } from 'prosemirror-state'
import { documentOf, emptyParts } from '../parts'
import { heldText, type HeldText } from './held-text'
import { LogClient, type Fault, type LogStatus } from './log-client'
import { intact, playSteps, type StoryAt } from './play-steps'
import { mostStepsSent, type LoggedStep, type StepsSent, type SubmissionAnswer } from './submission'
import { DyingStorage, MemoryStorage } from './memory-storage.testing'
import { UnsentKeeper } from './unsent-keeper'
import { resumedText, type UnsentSteps } from './unsent-steps'

/** For tests only: a log, windows on it and lines between them, in which every order of things can be made. */

export const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const

/** What the log says instead of doing what it is asked. */
export class Refusal extends Error {
  constructor(
    readonly kind: 'passing' | 'unclear' | 'lasting',
    message: string,
  ) {
    super(message)
  }
}

/** A log that takes steps by the newsroom's rules. */
export class TestLog {
  readonly steps: LoggedStep[] = []
  /** What the windows on it keep; they are windows of one browser. */
  readonly storage = new MemoryStorage()
  /** What it answers to submissions while it is set. */
  refusal: Refusal | null = null
  /** Submissions that reached it, by number of steps. */
  readonly asked: number[] = []

  constructor(readonly start: Node) {}

  at(version: number): StoryAt {
    return intact(playSteps({ version: 0, doc: this.start }, this.steps.slice(0, version)))
  }

  get doc(): Node {
    return this.at(this.steps.length).doc
  }

  submit({ version, clientId, sequence, steps }: StepsSent, personId: string): SubmissionAnswer {
    this.asked.push(steps.length)
    if (steps.length > mostStepsSent) throw new Refusal('lasting', 'too many steps')
    if (this.refusal) throw this.refusal
    if (version > this.steps.length) throw new Refusal('lasting', 'ahead')
    if (version < this.steps.length) return { status: 'behind', steps: this.steps.slice(version) }
    const known = this.steps.filter(step => step.clientId === clientId).length
    if (sequence !== known) throw new Refusal('lasting', `out of order: ${sequence} after ${known}`)
    const at = new Date(Date.UTC(2026, 10, 24, 10, 0, 0, this.steps.length)).toISOString()
    const logged = steps.map((step, index) => {
      return { version: version + index + 1, step: JSON.parse(JSON.stringify(step)), clientId, personId, at }
    })
    if (!playSteps(this.at(version), logged).ok) throw new Refusal('lasting', 'bad steps')
    this.steps.push(...logged)
    return { status: 'taken', version: this.steps.length, at }
  }
}

/** Time that passes when it is told to. */
export class TestClock {
  #now = 0
  #waiting: { readonly at: number; readonly work: () => void }[] = []

  later = (work: () => void, ms: number): (() => void) => {
    const one = { at: this.#now + ms, work }
    this.#waiting.push(one)
    return () => void (this.#waiting = this.#waiting.filter(other => other !== one))
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms
    for (;;) {
      const [next] = this.#waiting.filter(one => one.at <= end).toSorted((a, b) => a.at - b.at)
      if (!next) break
      this.#now = next.at
      this.#waiting = this.#waiting.filter(one => one !== next)
      next.work()
      await settled()
    }
    this.#now = end
  }
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve()
}

/** A call on its way to the log, or its answer on its way back. */
interface Call {
  /** Does at the log what is asked; the answer is on its way then. */
  reach(): void
  /** The answer comes in; not before the call has reached the log. */
  answer: (() => void) | null
}

interface WindowParts {
  readonly log: TestLog
  readonly clock: TestClock
  readonly text: HeldText
  readonly personId: string
  readonly clientId: string
  readonly confirmed: number
  readonly version: number
  /** That of the window which took it over. */
  readonly keeper?: UnsentKeeper
}

/** One window on the log: its text, its client, and its line, over which calls go when the test says so. */
export class TestWindow {
  readonly client: LogClient<string>
  readonly calls: Call[] = []
  isUp = true
  status: LogStatus<string> = { isPending: false, savedAt: null, trouble: null }
  /** Where it keeps what is not acknowledged; what lies there outlives the window. */
  readonly storage: DyingStorage
  readonly keeper: UnsentKeeper
  /** The log's version up to which events have been told. */
  told: number
  readonly text: HeldText
  isComposing = false

  constructor(readonly parts: WindowParts) {
    const { log, clock, text, personId, clientId } = parts
    this.text = text
    this.told = parts.version
    this.storage = new DyingStorage(log.storage)
    this.keeper =
      parts.keeper ??
      new UnsentKeeper(this.storage, clientId, error => {
        throw error
      })
    const identity = { storyId: 'story', clientId, personId }
    // eslint-disable-next-line typescript/no-this-alias
    const window = this
    this.client = new LogClient<string>(
      identity,
      {
        get state() {
          return text.state
        },
        get isComposing() {
          return window.isComposing
        },
        take(tr) {
          if (window.isComposing && tr.docChanged) throw new Error('A text under the input method’s hands')
          text.take(tr)
        },
      },
      {
        submit: sent => this.#call(() => log.submit(sent, personId)),
        stepsSince: ({ version }) => this.#call(() => log.steps.slice(version)),
        faultOf: (error): Fault<string> =>
          error instanceof Refusal ? { kind: error.kind, failure: error.message } : { kind: 'lost' },
        later: clock.later,
        tell: status => (this.status = status),
        keep: unconfirmed => this.keeper.keep(identity, unconfirmed),
      },
      { isUp: true, confirmed: parts.confirmed, savedAt: null },
    )
  }

  /** A window that has opened the story as the log has it. */
  static open(log: TestLog, clock: TestClock, personId: string, clientId: string): TestWindow {
    const version = log.steps.length
    const text = heldText(log.doc, version, clientId)
    return new TestWindow({ log, clock, text, personId, clientId, confirmed: 0, version })
  }

  /** What goes on for windows that died with something unsent, in the name of one that has just opened. */
  static takeOver(log: TestLog, clock: TestClock, isAlive: (windowId: string) => boolean): TestWindow[] {
    const keeper = new UnsentKeeper(log.storage, `heir ${log.steps.length}`, error => {
      throw error
    })
    return keeper.takeOver(isAlive).map(unsent => TestWindow.#resume(log, clock, unsent, keeper))
  }

  static #resume(log: TestLog, clock: TestClock, unsent: UnsentSteps, keeper: UnsentKeeper): TestWindow {
    const { version, personId, clientId, sequence } = unsent
    const doc = log.at(version).doc.toJSON() as Record<string, unknown>
    const text = intact(resumedText(unsent, doc))
    const parts = { log, clock, text, personId, clientId, confirmed: sequence, version, keeper }
    const window = new TestWindow(parts)
    void window.client.catchUp()
    return window
  }

  #call<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const call: Call = {
        reach() {
          try {
            const done = work()
            call.answer = () => resolve(done)
          } catch (error) {
            call.answer = () => reject(error)
          }
        },
        answer: null,
      }
      // What is asked while the line is down never gets an answer.
      if (this.isUp) this.calls.push(call)
    })
  }

  get state(): EditorState {
    return this.text.state
  }

  /** A hand writes, one step a letter; the frame in which it is shown keeps and sends it. */
  type(words: string): void {
    for (const letter of words) this.text.take(this.state.tr.insertText(letter))
    this.frame()
  }

  frame(): void {
    this.client.keep()
    this.client.send()
  }

  /** Puts the caret somewhere in the text, from 0 to 1. */
  moveTo(where: number): void {
    const { doc, tr } = this.state
    const $at = doc.resolve(Math.floor(where * doc.content.size))
    this.text.take(tr.setSelection(TextSelection.near($at)))
  }

  enter(): void {
    const { $from } = this.state.selection
    if ($from.parent.type.name !== 'paragraph') return
    this.text.take(this.state.tr.split($from.pos))
    this.frame()
  }

  /** Takes out the letter before the caret if it is one of those; which it was. */
  backspace(own: ReadonlySet<string>): string | null {
    const { $from, empty } = this.state.selection
    const letter = $from.parent.textBetween(0, $from.parentOffset).at(-1)
    if (!empty || letter === undefined || !own.has(letter)) return null
    this.text.take(this.state.tr.delete($from.pos - 1, $from.pos))
    this.frame()
    return letter
  }

  /** The oldest call that has not reached the log does so. */
  reach(): void {
    this.calls.find(call => call.answer === null)?.reach()
  }

  /** The answer of a call comes in, the oldest or the newest that is there. */
  async answer(which: 'first' | 'last' = 'first'): Promise<void> {
    const answered = this.calls.filter(call => call.answer !== null)
    const call = which === 'first' ? answered[0] : answered.at(-1)
    if (!call) return
    this.calls.splice(this.calls.indexOf(call), 1)
    call.answer!()
    await settled()
  }

  /** Goes on until nothing is on its way. */
  async serve(): Promise<void> {
    await settled()
    for (let n = 0; this.calls.length > 0 && n < 500; n++) {
      this.reach()
      await this.answer()
    }
  }

  /** The line falls. Of what is on its way the log takes the first `reached` calls; no answer comes. */
  cut(reached: number): void {
    for (let n = 0; n < reached; n++) this.reach()
    this.calls.length = 0
    this.isUp = false
    this.client.lineIs(false)
  }

  async mend(): Promise<void> {
    this.isUp = true
    this.client.lineIs(true)
    await settled()
  }

  /** An event tells the next steps of the log; `skip` of them are not told. */
  hear(skip = 0): void {
    const { steps } = this.parts.log
    if (!this.isUp || this.told >= steps.length) return
    const from = Math.min(steps.length - 1, this.told + skip)
    this.told = from + 1
    this.client.receive(steps.slice(from, from + 1))
  }

  /** An event comes again. */
  hearAgain(from: number, count: number): void {
    if (this.isUp) this.client.receive(this.parts.log.steps.slice(from, from + count))
  }

  /** The window dies; what lies in its storage stays. */
  die(): void {
    this.calls.length = 0
    this.isUp = false
    this.storage.changesLeft = 0
    this.client.close()
  }

  /** What lies in the storage of this client's, as text; '' where nothing does. */
  get kept(): string {
    return [...this.parts.log.storage.items]
      .filter(([key]) => key.includes(this.parts.clientId))
      .map(([, text]) => text)
      .join('\n')
  }

  get unsent(): number {
    return sendableSteps(this.state)?.steps.length ?? 0
  }

  get words(): string {
    return this.state.doc.textContent
  }
}

export const testStory = (): Node =>
  documentOf({ ...emptyParts, headline: 'title', blocks: [paragraph('one'), paragraph('two')] })
