import { z } from 'zod'
import type { TrailStep } from '../trail/trail'

/**
 * Steps that go in one submission: some thirty minutes of typing. More that wait (a line that was down for long, a
 * word replaced all over a book) go in pieces; both sides of the wire read this number.
 */
export const mostStepsSent = 2000

/** A ProseMirror step as JSON; the story's schema checks it where it is applied. */
export const stepJsonSchema = z.record(z.string(), z.unknown())

/** The steps of one submission. */
export const stepsSentSchema = z.array(stepJsonSchema).min(1).max(mostStepsSent)

/** A step as the log tells it: with the client that made it, so that it knows its own again. */
export interface LoggedStep extends TrailStep {
  readonly clientId: string
}

/** Steps on their way to the log. */
export interface StepsSent {
  readonly storyId: string
  /** The text's version that the steps were made on. */
  readonly version: number
  readonly clientId: string
  /** Number of the first step among those of this client, from 0: the log takes each once. */
  readonly sequence: number
  readonly steps: Record<string, unknown>[]
}

/**
 * `taken`: the steps are in the log, committed. `behind`: the text has moved on; `steps` are those that are missing
 * here, own ones among them if an acknowledgement was lost.
 */
export type SubmissionAnswer =
  | { readonly status: 'taken'; readonly version: number; readonly at: string }
  | { readonly status: 'behind'; readonly steps: readonly LoggedStep[] }
