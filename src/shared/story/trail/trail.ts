import { Node, type Mark } from 'prosemirror-model'
import { Change, ChangeSet, type ChangeJSON, type TokenEncoder } from 'prosemirror-changeset'
import { StepMap, type Step } from 'prosemirror-transform'
import { playSteps, type Followed, type StepOfLog } from '../log/play-steps'
import { storySchema } from '../schema'

/** Whose hand made a change, and when (UTC, ISO 8601). `by` is null where the log does not say. */
export interface Hand {
  readonly by: string | null
  readonly at: string
}

/** One step of the log, as far as the trail needs it. */
export interface TrailStep extends StepOfLog {
  readonly personId: string | null
  readonly at: string
}

/**
 * 修订: what has been changed in a story since it was last agreed on (`base`), and by whom. The story itself is
 * always the text as it would print; what was deleted stands in `base` only, so that no copy, drag or count can
 * bring it back. Agreed changes move into the base, refused ones are taken back by ordinary steps.
 */
export interface Trail {
  /** Version of `doc` in the story's log. */
  readonly version: number
  readonly doc: Node
  readonly changes: ChangeSet<Hand>
}

/** A trail as the store and the contract keep it. */
export interface TrailJson {
  readonly version: number
  readonly base: Record<string, unknown>
  readonly changes: readonly ChangeJSON<Hand>[]
}

/** One hand's neighbouring changes are one; the later time stands. */
const combine = (a: Hand, b: Hand): Hand =>
  a.by === b.by ? (a.at > b.at ? a : b) : (null as unknown as Hand)

const isDateline = (mark: Mark) => mark.type === storySchema.marks.dateline

/**
 * What counts as the same when old and new are compared: characters with their dateline mark, parts by kind, and a
 * photo by its picture, so that another photo in the same place is a change.
 */
const encoder: TokenEncoder<number | string> = {
  encodeCharacter: (character, marks) => (marks.some(isDateline) ? -character : character),
  encodeNodeStart: node =>
    node.type === storySchema.nodes.photo ? `photo ${String(node.attrs['image'])}` : node.type.name,
  encodeNodeEnd: node => `/${node.type.name === 'photo' ? 'photo' : ''}`,
  compareTokens: (a, b) => a === b,
}

/** A trail that begins here: nothing is changed yet. */
export const startTrail = (version: number, doc: Node): Trail => ({
  version,
  doc,
  changes: ChangeSet.create<Hand>(doc, combine, encoder),
})

/** The text that was last agreed on. */
export const baseOf = (trail: Trail): Node => trail.changes.startDoc

/** The trail after more of the log. Steps that it has already are passed over. */
export function followSteps(trail: Trail, steps: readonly TrailStep[]): Followed<Trail> {
  let { changes } = trail
  const played = playSteps(trail, steps, ({ logged, step, after }) => {
    changes = addStep(changes, after, step, { by: logged.personId, at: logged.at })
  })
  if (!played.ok) return played
  const { version, doc } = played.value
  return { ok: true, value: version === trail.version ? trail : { version, doc, changes } }
}

/** The changes with one more step on top: what a window shows of its own typing before the log has it. */
export function addStep(changes: ChangeSet<Hand>, doc: Node, step: Step, hand: Hand): ChangeSet<Hand> {
  const map = step.getMap()
  let moves = false
  map.forEach(() => (moves = true))
  if (moves) return changes.addSteps(doc, [map], hand)
  // A mark or an attribute has no map of its own: the range that it lies on is compared anew.
  const { from, to, pos } = step as Step & {
    readonly from?: number
    readonly to?: number
    readonly pos?: number
  }
  const start = from ?? pos
  const end = to ?? (pos === undefined ? undefined : pos + 1)
  if (start === undefined || end === undefined || end <= start) return changes
  return changes.addSteps(doc, [new StepMap([start, end - start, end - start])], hand)
}

export const trailToJson = (trail: Trail): TrailJson => ({
  version: trail.version,
  base: baseOf(trail).toJSON() as Record<string, unknown>,
  changes: trail.changes.changes.map(change => change.toJSON()),
})

/** The trail of what was kept; `doc` is the story at `json.version`. */
export const trailFromJson = (json: TrailJson, doc: Node): Trail => ({
  version: json.version,
  doc,
  changes: changeSet(
    Node.fromJSON(storySchema, json.base),
    json.changes.map(change => Change.fromJSON<Hand>(change)),
  ),
})

/** A change set over a base with these changes. */
export const changeSet = (base: Node, changes: readonly Change<Hand>[]): ChangeSet<Hand> =>
  ChangeSet.create<Hand>(base, combine, encoder, changes)
