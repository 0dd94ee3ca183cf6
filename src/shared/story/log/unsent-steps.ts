import { ReplaceStep, Step } from 'prosemirror-transform'
import { storySchema } from '../schema'
import { heldText, type HeldText } from './held-text'
import type { LogClientIdentity } from './log-client'
import { storyOfSnapshot, type Followed } from './play-steps'

/** Steps that a window had not delivered when it died. */
export interface UnsentSteps extends LogClientIdentity {
  /** The log's version that they go on. */
  readonly version: number
  /** Number of the first among those of the client. */
  readonly sequence: number
  /** Oldest first, as JSON. */
  readonly steps: readonly Record<string, unknown>[]
}

/**
 * The text of a client that died, as it held it: `doc` is the story at the version that its unsent steps go on. A
 * client on it goes on where the other ended, under its name, so that it knows for its own what the log has already.
 */
export function resumedText(unsent: UnsentSteps, doc: Readonly<Record<string, unknown>>): Followed<HeldText> {
  const { version, clientId } = unsent
  const start = storyOfSnapshot({ version, doc })
  if (!start.ok) return start
  const text = heldText(start.value.doc, version, clientId)
  try {
    const { tr } = text.state
    for (const step of unsent.steps) tr.step(Step.fromJSON(storySchema, step))
    text.take(tr)
  } catch {
    return { ok: false, damage: { version, why: 'unfitting' } }
  }
  return { ok: true, value: text }
}

/**
 * The words that steps put into a story, what was written on end in one line: for whoever is to see what could not
 * be delivered. Words that were taken out again are among them: rather too many than one too few.
 */
export function wordsOf(steps: UnsentSteps['steps']): string {
  const lines: string[] = []
  let end = -1
  for (const json of steps) {
    const step = stepOf(json)
    if (!(step instanceof ReplaceStep) || step.slice.size === 0) continue
    const words = step.slice.content.textBetween(0, step.slice.content.size, '\n')
    if (step.from === end) lines.push((lines.pop() ?? '') + words)
    else lines.push(words)
    end = step.from + step.slice.size
  }
  return lines.filter(line => line.trim() !== '').join('\n')
}

function stepOf(json: Record<string, unknown>): Step | null {
  try {
    return Step.fromJSON(storySchema, json)
  } catch {
    return null
  }
}
