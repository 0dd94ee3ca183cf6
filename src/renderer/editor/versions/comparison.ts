import { Node } from 'prosemirror-model'
import { storySchema } from '../../../shared/story/schema'
import { markedSide, markedText, type MarkedPart } from '../../../shared/story/trail/marked-parts'
import { followSteps, startTrail } from '../../../shared/story/trail/trail'
import { client } from '../../ui/client'

/** Which two versions are looked at, the older first, and what they are called. */
export interface Comparison {
  readonly from: number
  readonly to: number
  readonly names: readonly [string, string]
}

/** Two versions as they are shown: side by side, and in one. */
export interface Compared {
  readonly old: readonly MarkedPart[]
  readonly fresh: readonly MarkedPart[]
  readonly both: readonly MarkedPart[]
  /** Places where something differs. */
  readonly count: number
}

/** Reads two versions of a story and what happened between them. */
export async function readComparison(storyId: string, { from, to }: Comparison): Promise<Compared> {
  const { doc, steps } = await client.versions.between({ storyId, from, to })
  const trail = followSteps(startTrail(from, Node.fromJSON(storySchema, doc)), steps)
  return {
    old: markedSide(trail, 'old'),
    fresh: markedSide(trail, 'new'),
    both: markedText(trail),
    count: trail.changes.changes.length,
  }
}
