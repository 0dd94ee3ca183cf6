import { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { storySchema } from '../schema'

/** A story's text at a version of its log. */
export interface StoryAt {
  /** Steps of the log that the text has. */
  readonly version: number
  readonly doc: Node
}

/** One step as the log keeps it, as far as playing needs it. */
export interface StepOfLog {
  /** The text's version after the step. */
  readonly version: number
  /** A ProseMirror step as JSON. */
  readonly step: Readonly<Record<string, unknown>>
}

/** What one step of the log did to the text. */
export interface PlayedStep<S extends StepOfLog = StepOfLog> {
  readonly logged: S
  readonly step: Step
  readonly before: Node
  readonly after: Node
}

/**
 * Where a log cannot be followed, and why: a step is `missing`, is no step (`unreadable`), or does not go on the
 * text before it (`unfitting`). Of a snapshot: it is no story.
 */
export interface LogDamage {
  readonly version: number
  readonly why: 'missing' | 'unreadable' | 'unfitting'
}

/** What following a log comes to. */
export type Followed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly damage: LogDamage }

/** A snapshot as the log keeps it. */
export interface SnapshotOfLog {
  readonly version: number
  readonly doc: Readonly<Record<string, unknown>>
}

/** The text of a snapshot. */
export function storyOfSnapshot({ version, doc }: SnapshotOfLog): Followed<StoryAt> {
  try {
    return { ok: true, value: { version, doc: Node.fromJSON(storySchema, doc) } }
  } catch {
    return damaged(version, 'unreadable')
  }
}

/**
 * Plays steps of the log onto a text: the one way from a snapshot to what stands. Steps that the text has already
 * are passed over. `each` is told of every step that was played, in order, those before a damaged one too.
 */
export function playSteps<S extends StepOfLog>(
  from: StoryAt,
  logged: readonly S[],
  each?: (played: PlayedStep<S>) => void,
): Followed<StoryAt> {
  let { version, doc } = from
  for (const one of logged) {
    if (one.version <= version) continue
    if (one.version !== version + 1) return damaged(version + 1, 'missing')
    const step = stepOf(one)
    if (!step) return damaged(one.version, 'unreadable')
    const after = applied(step, doc)
    if (!after) return damaged(one.version, 'unfitting')
    each?.({ logged: one, step, before: doc, after })
    doc = after
    version = one.version
  }
  return { ok: true, value: { version, doc } }
}

/** A text played from a snapshot on. */
export function playLog<S extends StepOfLog>(
  log: { readonly snapshot: SnapshotOfLog; readonly steps: readonly S[] },
  each?: (played: PlayedStep<S>) => void,
): Followed<StoryAt> {
  const start = storyOfSnapshot(log.snapshot)
  return start.ok ? playSteps(start.value, log.steps, each) : start
}

/** What came of a log that has been played before: damage in it would be a bug. */
export function intact<T>(followed: Followed<T>): T {
  if (followed.ok) return followed.value
  throw new RangeError(`The log is ${followed.damage.why} at version ${followed.damage.version}`)
}

const damaged = (version: number, why: LogDamage['why']): Followed<never> => ({
  ok: false,
  damage: { version, why },
})

/** Steps were written by others: whatever ProseMirror throws at one, it is no step, or none on this text. */
function stepOf({ step }: StepOfLog): Step | null {
  try {
    return Step.fromJSON(storySchema, step)
  } catch {
    return null
  }
}

function applied(step: Step, doc: Node): Node | null {
  try {
    return step.apply(doc).doc
  } catch {
    return null
  }
}
