import type { Node } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import type { OpenedStory, Submission } from '../../shared/contract'
import { heldText, type HeldText } from '../../shared/story/log/held-text'
import { LogClient, type Fault } from '../../shared/story/log/log-client'
import { MemoryStorage } from '../../shared/story/log/memory-storage.testing'
import { intact, playLog } from '../../shared/story/log/play-steps'
import type { LoggedStep } from '../../shared/story/log/submission'
import { UnsentKeeper } from '../../shared/story/log/unsent-keeper'
import { resumedText } from '../../shared/story/log/unsent-steps'
import type { StepsSent } from './authority'

/**
 * For tests only: a person who writes, without a screen. What he types goes to the newsroom through the client that
 * the window has; the test says when, and over which line.
 */
export class CollabWriter {
  readonly storyId: string
  readonly #text: HeldText
  readonly #client: LogClient<unknown>
  /** Where his windows keep what is not acknowledged. */
  readonly #storage: MemoryStorage
  readonly #keeper: UnsentKeeper
  #submit: (sent: StepsSent) => Promise<Submission> = () => Promise.reject(new Error('No line'))
  #failure: { readonly error: unknown } | null = null
  #settled: () => void = () => undefined

  constructor(
    opened: OpenedStory,
    /** Whose hand it is. */
    readonly personId: string,
    readonly clientId: string,
    /** What another window of his left, and this one goes on with. */
    left?: {
      readonly text: HeldText
      readonly confirmed: number
      readonly storage: MemoryStorage
      readonly keeper: UnsentKeeper
    },
  ) {
    this.storyId = opened.row.id
    const { doc, version } = intact(playLog(opened))
    this.#text = left?.text ?? heldText(doc, version, clientId)
    this.#storage = left?.storage ?? new MemoryStorage()
    this.#keeper = left?.keeper ?? keeperOn(this.#storage)
    const identity = { storyId: this.storyId, clientId, personId }
    this.#client = new LogClient(
      identity,
      this.#text,
      {
        submit: ({ storyId, ...sent }) => this.#submit({ id: storyId, ...sent }),
        // What others wrote the test brings, or the answer to a submission does.
        stepsSince: () => Promise.resolve([]),
        faultOf: (error): Fault<unknown> => {
          this.#failure = { error }
          return { kind: 'lost' }
        },
        later: () => () => undefined,
        tell: ({ isPending }) => {
          if (!isPending || this.#failure) this.#settled()
        },
        keep: unconfirmed => this.#keeper.keep(identity, unconfirmed),
      },
      { isUp: false, confirmed: left?.confirmed ?? 0, savedAt: null },
    )
  }

  get doc(): Node {
    return this.#text.state.doc
  }

  get version(): number {
    return this.#client.version
  }

  /** Own steps that the newsroom has acknowledged. */
  get confirmed(): number {
    return this.#client.confirmed
  }

  /** What is typed and not yet acknowledged, as it would be sent now; null when there is nothing. */
  get pending(): StepsSent | null {
    const { unconfirmed } = this.#client
    return (
      unconfirmed && {
        id: this.storyId,
        version: unconfirmed.version,
        clientId: this.clientId,
        sequence: unconfirmed.sequence,
        steps: unconfirmed.steps.map(step => step.toJSON() as Record<string, unknown>),
      }
    )
  }

  /** Types at a place chosen by `where` (0…1), or takes characters away there. */
  type(where: number, text: string): void {
    const $at = this.doc.resolve(Math.floor(where * this.doc.content.size))
    const selection = TextSelection.near($at)
    const { tr } = this.#text.state
    if (text === '') {
      const from = selection.from
      const room = selection.$from.parent.isTextblock ? selection.$from.end() - from : 0
      tr.delete(from, from + Math.min(2, room))
    } else {
      tr.insertText(text, selection.from)
    }
    this.edit(tr)
  }

  /** Splits the paragraph at a place into two, where there is one. */
  split(where: number): void {
    const $at = TextSelection.near(this.doc.resolve(Math.floor(where * this.doc.content.size))).$from
    if ($at.parent.type.name === 'paragraph') this.edit(this.#text.state.tr.split($at.pos))
  }

  /** A change to be made. */
  get tr(): Transaction {
    return this.#text.state.tr
  }

  /** Makes a change of its own. */
  edit(tr: Transaction): void {
    if (!tr.docChanged) return
    this.#text.take(tr)
    this.#client.keep()
  }

  /**
   * His window dies. The next goes on with what it had not sent; null where it had sent all. `docAt` is the story at a
   * version of its log.
   */
  die(opened: OpenedStory, docAt: (version: number) => Node): CollabWriter | null {
    this.#client.close()
    const keeper = keeperOn(this.#storage)
    const [unsent] = keeper.takeOver(() => false)
    if (!unsent) return null
    const doc = docAt(unsent.version).toJSON() as Record<string, unknown>
    const text = intact(resumedText(unsent, doc))
    return new CollabWriter(opened, this.personId, this.clientId, {
      text,
      confirmed: unsent.sequence,
      storage: this.#storage,
      keeper,
    })
  }

  /** Takes steps of the log; those that it has already are passed over. */
  receive(logged: readonly LoggedStep[]): void {
    this.#client.receive(logged)
  }

  /** Sends what is pending until nothing is, over a new line; throws what the line did. Whether there is more to do. */
  async send(submit: (sent: StepsSent) => Promise<Submission>): Promise<boolean> {
    this.#client.lineIs(false)
    this.#submit = submit
    this.#failure = null
    await new Promise<void>(resolve => {
      this.#settled = resolve
      this.#client.lineIs(true)
    })
    this.#client.lineIs(false)
    // Read anew: the line may have failed meanwhile.
    const failure = this.#failure as { readonly error: unknown } | null
    if (failure) throw failure.error
    return this.pending !== null
  }
}

const keeperOn = (storage: MemoryStorage): UnsentKeeper =>
  new UnsentKeeper(storage, 'window', error => {
    throw error
  })
