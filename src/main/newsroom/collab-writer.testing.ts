import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { Node } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import type { LoggedStep, OpenedStory, Submission } from '../../shared/contract'
import { storySchema } from '../../shared/story/schema'
import type { StepsSent } from './authority'

/** For tests only: an editor without a window, which keeps one story in step as the window does. */
export class CollabWriter {
  #state: EditorState
  #confirmed = 0

  constructor(
    opened: OpenedStory,
    readonly by: string,
    readonly clientId: string,
  ) {
    this.storyId = opened.row.id
    let doc = Node.fromJSON(storySchema, opened.snapshot.doc)
    for (const { step } of opened.steps) doc = Step.fromJSON(storySchema, step).apply(doc).doc!
    const version = opened.steps.at(-1)?.version ?? opened.snapshot.version
    this.#state = EditorState.create({ doc, plugins: [collab({ version, clientID: clientId })] })
  }

  readonly storyId: string

  get doc(): Node {
    return this.#state.doc
  }

  get version(): number {
    return getVersion(this.#state)
  }

  /** Own steps that the newsroom has acknowledged. */
  get confirmed(): number {
    return this.#confirmed
  }

  /** What is typed and not yet acknowledged, as it would be sent now; null when there is nothing. */
  get pending(): StepsSent | null {
    const sendable = sendableSteps(this.#state)
    return (
      sendable && {
        id: this.storyId,
        by: this.by,
        version: sendable.version,
        clientId: this.clientId,
        sequence: this.#confirmed,
        steps: sendable.steps.map(step => step.toJSON() as Record<string, unknown>),
      }
    )
  }

  /** Types at a place chosen by `where` (0…1), or takes characters away there. */
  type(where: number, text: string): void {
    const $at = this.doc.resolve(Math.floor(where * this.doc.content.size))
    const selection = TextSelection.near($at)
    const { tr } = this.#state
    if (text === '') {
      const from = selection.from
      const room = selection.$from.parent.isTextblock ? selection.$from.end() - from : 0
      tr.delete(from, from + Math.min(2, room))
    } else {
      tr.insertText(text, selection.from)
    }
    if (tr.docChanged) this.#state = this.#state.apply(tr)
  }

  /** Splits the paragraph at a place into two, where there is one. */
  split(where: number): void {
    const $at = TextSelection.near(this.doc.resolve(Math.floor(where * this.doc.content.size))).$from
    if ($at.parent.type.name === 'paragraph') this.#state = this.#state.apply(this.#state.tr.split($at.pos))
  }

  /** Takes steps of the log; those that it has already are passed over. */
  receive(logged: readonly LoggedStep[]): void {
    const fresh = logged.filter(step => step.version > this.version)
    if (fresh.length === 0) return
    this.#confirmed += fresh.filter(step => step.clientId === this.clientId).length
    this.#state = this.#state.apply(
      receiveTransaction(
        this.#state,
        fresh.map(({ step }) => Step.fromJSON(storySchema, step)),
        fresh.map(({ clientId }) => clientId),
      ),
    )
  }

  /** Sends what is pending once; whether there is more to do. */
  async send(submit: (sent: StepsSent) => Promise<Submission>): Promise<boolean> {
    const sent = this.pending
    if (!sent) return false
    const answer = await submit(sent)
    if (answer.status === 'behind') this.receive(answer.steps)
    else {
      this.receive(
        sent.steps.map((step, at) => ({
          version: sent.version + at + 1,
          step,
          clientId: this.clientId,
          personId: this.by,
          at: answer.at,
        })),
      )
    }
    return this.pending !== null
  }
}
