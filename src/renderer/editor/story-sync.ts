import { getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { EditorView } from 'prosemirror-view'
import { Step } from 'prosemirror-transform'
import type { LoggedStep } from '../../shared/contract'
import { storySchema } from '../../shared/story/schema'
import { loggedMeta } from './revision/revision-state'
import { client, connection, failureOf } from '../ui/client'
import type { Failure } from '../../shared/contract'

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
    readonly storyId: string,
    private readonly clientId: string,
    private readonly personId: () => string,
    private readonly view: () => EditorView | null,
    private readonly watcher: SyncWatcher,
    lastSaved: string | null,
  ) {
    this.#lastSaved = lastSaved
    this.#unwatch = connection.watch(up => {
      if (up) void this.send()
    })
  }

  /** Steps that are typed but not acknowledged. */
  get pending(): boolean {
    const view = this.view()
    return view !== null && sendableSteps(view.state) !== null
  }

  async send(): Promise<void> {
    if (this.#sending || this.#closed || this.#isHeld) return
    const view = this.view()
    const sendable = view && sendableSteps(view.state)
    if (!view || !sendable) return
    this.#sending = true
    this.watcher.saved(null)
    let again = false
    try {
      const answer = await client.stories.submit({
        id: this.storyId,
        by: this.personId(),
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
      const failure = failureOf(error)
      if (connection.up && failure.code !== 'window.unexpected') this.watcher.refused(failure)
      else if (connection.up) setTimeout(() => void this.send(), 1000)
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
      const missed = await client.stories.stepsSince({ id: this.storyId, version: getVersion(view.state) })
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
