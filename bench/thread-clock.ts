/// <reference lib="dom" />
/**
 * Marks that a page sets in itself, read back from Chromium's trace with two clocks: the wall's, and that of the
 * page's main thread, which stands still while other programs have the processor.
 */
import type { Browser, Page } from 'playwright-core'

/** A mark of a page, in milliseconds of either clock. */
export interface Mark {
  readonly name: string
  readonly wall: number
  readonly thread: number
}

interface TraceEvent {
  readonly cat: string
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly tts?: number
}

/** Runs `work` and answers the marks that `performance.mark` set in the page meanwhile, in their order. */
export async function marksOf(browser: Browser, page: Page, work: () => Promise<void>): Promise<Mark[]> {
  await browser.startTracing(page, { categories: ['blink.user_timing'] })
  try {
    await work()
  } finally {
    // Read below where all went well.
    await page.evaluate(() => performance.clearMarks())
  }
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] }
  const marks = trace.traceEvents.filter(
    event => event.cat === 'blink.user_timing' && (event.ph === 'I' || event.ph === 'R'),
  )
  if (marks.some(({ tts }) => tts === undefined))
    throw new Error('This Chromium does not tell a thread’s time')
  return marks
    .map(({ name, ts, tts }): Mark => ({ name, wall: ts / 1000, thread: (tts ?? NaN) / 1000 }))
    .sort((a, b) => a.wall - b.wall)
}

/** From one mark to another. */
export interface Span {
  /** Milliseconds of the wall's clock, and of the thread's own. */
  readonly wall: number
  readonly thread: number
}

export const spanOf = (from: Mark, to: Mark): Span => ({
  wall: to.wall - from.wall,
  thread: to.thread - from.thread,
})
