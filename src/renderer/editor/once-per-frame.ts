import { flushSync } from 'react-dom'

/**
 * Does its work at most once a frame, before the frame is painted, however often it is asked. What the editor tells
 * the rest of the window goes through here: keys may come faster than the window can be drawn, and React takes more
 * than fifty updates on top of one that waits for an endless loop.
 */
export class OncePerFrame {
  #frame: number | null = null

  constructor(private readonly work: () => void) {}

  ask(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      // At once and whole: nothing of it may be left waiting behind the next key.
      flushSync(this.work)
    })
  }

  /** Forgets what was asked and not done. */
  close(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
  }
}
