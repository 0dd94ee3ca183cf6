/// <reference lib="dom" />
/**
 * Marks that a page sets in itself, read back from Chromium's trace with the tasks of its main thread, on two
 * clocks: the wall's, and the thread's own, which stands still while other programs have the processor.
 */
import type { Browser, Page } from 'playwright-core'

/** Milliseconds of the wall's clock, and of the thread's own. */
export interface Span {
  readonly wall: number
  readonly thread: number
}

/** A mark of a page. */
export interface Mark {
  readonly name: string
  readonly at: Span
  /** The task of the main thread in which it was set: an event's handlers, or a whole frame up to its painting. */
  readonly task: Span & { readonly start: number }
}

interface TraceEvent {
  readonly cat: string
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly tts?: number
  readonly dur?: number
  readonly tdur?: number
}

/** Runs `work` and answers the marks that `performance.mark` set in the page meanwhile, in their order. */
export async function marksOf(browser: Browser, page: Page, work: () => Promise<void>): Promise<Mark[]> {
  await browser.startTracing(page, { categories: ['blink.user_timing', 'toplevel'] })
  await work()
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] }
  const events = trace.traceEvents.toSorted((a, b) => a.ts - b.ts)
  const tasks = new Map<string, TraceEvent>()
  const marks: Mark[] = []
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`
    if (event.ph === 'X' && event.name.endsWith('RunTask')) tasks.set(thread, event)
    if (event.cat !== 'blink.user_timing' || (event.ph !== 'I' && event.ph !== 'R')) continue
    const task = tasks.get(thread)
    if (!task || event.tts === undefined || task.tdur === undefined) {
      throw new Error('This Chromium does not tell a thread’s time')
    }
    marks.push({
      name: event.name,
      at: { wall: event.ts / 1000, thread: event.tts / 1000 },
      task: { start: task.ts / 1000, wall: (task.dur ?? 0) / 1000, thread: task.tdur / 1000 },
    })
  }
  return marks
}

/** From one mark to another, whatever the thread did in between. */
export const spanOf = (from: Mark, to: Mark): Span => ({
  wall: to.at.wall - from.at.wall,
  thread: to.at.thread - from.at.thread,
})

/** What the thread did in the tasks of two marks; on the wall, from the first mark to the end of the second task. */
export const workOf = (from: Mark, to: Mark): Span => ({
  wall: to.task.start + to.task.wall - from.at.wall,
  thread: to.task.thread + (from.task.start === to.task.start ? 0 : from.task.thread),
})
