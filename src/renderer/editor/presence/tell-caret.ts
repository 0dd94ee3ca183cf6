import { getVersion } from 'prosemirror-collab'
import type { EditorView } from 'prosemirror-view'
import { client } from '../../newsroom/client'
import { newsroomNow } from '../../newsroom/newsroom'
import { windowId } from '../../newsroom/window-id'
import { sweepCarets } from './others-carets'

/** At most so often is a moving caret told, and so often a resting one. */
const quick = 120
const rest = 10_000

/** Tells the other windows where this editor's caret stands, and forgets those that have fallen silent. */
export class CaretTeller {
  #timer: ReturnType<typeof setTimeout> | null = null
  readonly #resting: ReturnType<typeof setInterval>
  #told = ''

  constructor(
    private readonly storyId: string,
    private readonly view: EditorView,
    /** Whether the newsroom has all that was typed here: only then its places mean the same elsewhere. */
    private readonly isSent: () => boolean,
  ) {
    this.#resting = setInterval(() => {
      this.#told = ''
      this.moved()
      if (!view.isDestroyed) view.dispatch(sweepCarets(view.state.tr, Date.now()))
    }, rest)
    this.moved()
  }

  /** The caret, or the text before it, has moved. */
  moved(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#tell()
    }, quick)
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    clearInterval(this.#resting)
    this.#send({ storyId: null, version: 0, anchor: 0, head: 0 })
  }

  #tell(): void {
    if (this.view.isDestroyed) return
    if (!this.isSent()) {
      this.moved()
      return
    }
    const { anchor, head } = this.view.state.selection
    const version = getVersion(this.view.state)
    const told = `${version} ${anchor} ${head}`
    if (told === this.#told) return
    this.#told = told
    this.#send({ storyId: this.storyId, version, anchor, head })
  }

  #send(place: { storyId: string | null; version: number; anchor: number; head: number }): void {
    const { me, up } = newsroomNow()
    if (me === '' || !up) return
    // A caret that is not told of is no loss.
    client.presence.here({ place: { windowId, ...place } }).catch(() => undefined)
  }
}
