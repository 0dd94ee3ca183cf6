import { flushSync } from 'react-dom'

/**
 * Does its work at most once a frame, right after the frame in which it was asked has been painted: what was typed
 * stands on the sheet first, galley, page and counts follow in the next frame (ADR 17). What the editor tells the
 * rest of the window goes through here: keys may come faster than the window can be drawn, and React takes more than
 * fifty updates on top of one that waits for an endless loop.
 */
export class AfterFrame {
  #frame: number | null = null
  #isClosed = false
  readonly #painted = new MessageChannel()

  constructor(work: () => void) {
    this.#painted.port1.addEventListener('message', () => {
      this.#frame = null
      // At once and whole: nothing of it may be left waiting behind the next key.
      if (!this.#isClosed) flushSync(work)
    })
    this.#painted.port1.start()
  }

  ask(): void {
    // A message posted by a frame's callback is delivered once that frame has been laid out and painted.
    this.#frame ??= requestAnimationFrame(() => this.#painted.port2.postMessage(null))
  }

  /** Forgets what was asked and not done. */
  close(): void {
    this.#isClosed = true
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#painted.port1.close()
  }
}
