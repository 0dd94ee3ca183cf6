import { getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { EditorView } from 'prosemirror-view'
import { Step } from 'prosemirror-transform'
import type { Failure, LoggedStep } from '../../shared/contract'
import { loggedMeta } from '../../shared/story/log/log-client'
import { storySchema } from '../../shared/story/schema'
import type { NewsroomClient } from '../newsroom/client'

/** The way to the newsroom's log of stories. */
export interface StoryLine extends Pick<NewsroomClient['stories'], 'submit' | 'stepsSince'> {
  readonly up: boolean
  /** Who sits at this window: in whose name the newsroom takes what is sent. */
  readonly seat: string | null
  /** Says now and at every change whether the line is up; what comes back ends it. */
  watch(watcher: (up: boolean) => void): () => void
  failureOf(error: unknown): Failure
}

export interface SyncWatcher {
  /** Everything typed is in the newsroom's log, committed (`at`), or some of it is not yet (null). */
  saved(at: string | null): void
  /** The newsroom refused what was typed; the text stays in the window. */
  refused(failure: Failure): void
}

/**
 * Keeps one editor and the newsroom's log of its story in step (prosemirror-collab). What is typed is sent
 * at once; while an answer is out, more is collected. Sending again is normal: steps carry this client's
 * running number, and the newsroom takes each once.
 */
export class StorySync {
  #sending = false
  #closed = false
  /** Others' steps have come while the input method was at work: nothing goes in or out before it is done. */
  #isHeld = false
  /** Own steps that the newsroom has confirmed. */
  #confirmed = 0
  #lastSaved: string | null
  readonly #unwatch: () => void

  constructor(
    private readonly line: StoryLine,
    readonly storyId: string,
    private readonly clientId: string,
    private readonly personId: () => string,
    private readonly view: () => EditorView | null,
    private readonly watcher: SyncWatcher,
    lastSaved: string | null,
  ) {
    this.#lastSaved = lastSaved
    this.#unwatch = line.watch(up => {
      if (up) void this.send()
    })
  }

  /** Steps that are typed but not acknowledged. */
  get pending(): boolean {
    const view = this.view()
    return view !== null && sendableSteps(view.state) !== null
  }

  /** Whether whoever writes here sits at the window; nothing is sent in another's name. */
  get isOwn(): boolean {
    return this.line.seat === this.personId()
  }

  async send(): Promise<void> {
    if (this.#sending || this.#closed || this.#isHeld) return
    const view = this.view()
    const sendable = view && sendableSteps(view.state)
    if (!view || !sendable) return
    this.watcher.saved(null)
    // What is typed while the line is down goes as one once it is back: what others wrote at the same place comes
    // before or after it, never inside.
    if (!this.line.up || !this.isOwn) return
    this.#sending = true
    let again = false
    try {
      const answer = await this.line.submit({
        id: this.storyId,
        version: sendable.version,
        clientId: this.clientId,
        sequence: this.#confirmed,
        steps: sendable.steps.map(step => step.toJSON() as Record<string, unknown>),
      })
      if (answer.status === 'taken') {
        this.#lastSaved = answer.at
        this.receive(
          sendable.steps.map((step, index) => ({
            version: sendable.version + index + 1,
            step: step.toJSON() as Record<string, unknown>,
            clientId: this.clientId,
            personId: this.personId(),
            at: answer.at,
          })),
        )
      } else {
        this.receive(answer.steps)
      }
      again = true
    } catch (error) {
      const failure = this.line.failureOf(error)
      if (this.line.up && failure.code !== 'window.unexpected') this.watcher.refused(failure)
      else if (this.line.up) setTimeout(() => void this.send(), 1000)
    } finally {
      this.#sending = false
    }
    if (this.#closed) return
    if (this.pending) {
      if (again) void this.send()
    } else {
      this.watcher.saved(this.#lastSaved)
    }
  }

  /** Takes steps of the log that this editor does not have yet: others' work, and its own as confirmation. */
  receive(logged: readonly LoggedStep[]): void {
    const view = this.view()
    if (!view || this.#closed) return
    const version = getVersion(view.state)
    const fresh = logged.filter(step => step.version > version)
    const first = fresh[0]
    if (!first) return
    if (first.version !== version + 1) {
      void this.catchUp()
      return
    }
    // Another text under the input method's hands would end its work, its letters left standing.
    if (view.composing && fresh.some(step => step.clientId !== this.clientId)) {
      this.#hold(view)
      return
    }
    this.#confirmed += fresh.filter(step => step.clientId === this.clientId).length
    const tr = receiveTransaction(
      view.state,
      fresh.map(({ step }) => Step.fromJSON(storySchema, step)),
      fresh.map(({ clientId }) => clientId),
      { mapSelectionBackward: true },
    )
    view.dispatch(tr.setMeta(loggedMeta, fresh))
  }

  /** Reads what was missed, for example while the line was down. */
  async catchUp(): Promise<void> {
    const view = this.view()
    if (!view || this.#closed) return
    try {
      const missed = await this.line.stepsSince({ id: this.storyId, version: getVersion(view.state) })
      this.receive(missed)
    } catch (error) {
      console.warn(error)
    }
    void this.send()
  }

  #hold(view: EditorView): void {
    if (this.#isHeld) return
    this.#isHeld = true
    const goOn = () => {
      if (this.#closed) return
      if (!view.isDestroyed && view.composing) {
        setTimeout(goOn, 30)
        return
      }
      this.#isHeld = false
      void this.catchUp()
    }
    setTimeout(goOn, 30)
  }

  close(): void {
    this.#closed = true
    this.#unwatch()
  }
}
