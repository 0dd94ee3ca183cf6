import { flushSync } from 'react-dom'

/** Milliseconds after which it is done without a frame. */
const latest = 200

/**
 * Does its work at most once a frame, right after the frame in which it was asked has been painted: what was typed
 * stands on the sheet first, galley, page and counts follow in the next frame (ADR 17). What the editor tells the
 * rest of the window goes through here: keys may come faster than the window can be drawn, and React takes more than
 * fifty updates on top of one that waits for an endless loop.
 */
export class AfterFrame {
  #frame: number | null = null
  #late: ReturnType<typeof setTimeout> | undefined
  #isClosed = false
  readonly #painted = new MessageChannel()

  constructor(
    private readonly work: () => void,
    /** What must be done in the very frame in which it is seen: little, and nothing of the screen. */
    private readonly within: () => void = () => undefined,
  ) {
    this.#painted.port1.addEventListener('message', () => {
      // Done meanwhile: there was a reason not to wait.
      if (this.#frame !== null) this.now()
    })
    this.#painted.port1.start()
  }

  ask(): void {
    // A message posted by a frame's callback is delivered once that frame has been laid out and painted.
    if (this.#frame !== null) return
    this.#frame = requestAnimationFrame(() => {
      this.within()
      this.#painted.port2.postMessage(null)
    })
    // A window that is not seen has no frames.
    this.#late = setTimeout(() => this.now(), latest)
  }

  /** Does it before anything else happens: where the next key must find what this key opens. */
  now(): void {
    this.#forget()
    if (this.#isClosed) return
    this.within()
    // Whole: nothing of it may be left waiting behind the next key.
    flushSync(this.work)
  }

  /** Forgets what was asked and not done. */
  close(): void {
    this.#isClosed = true
    this.#forget()
    this.#painted.port1.close()
  }

  #forget(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
    clearTimeout(this.#late)
  }
}
