import { storyOfSnapshot } from '../../../shared/story/log/play-steps'
import { markedSide, markedText, type MarkedPart } from '../../../shared/story/trail/marked-parts'
import { lastHands } from '../../../shared/story/trail/last-hands'
import { followSteps, startTrail, type Hand } from '../../../shared/story/trail/trail'
import { client } from '../../newsroom/client'
import { sound } from '../../newsroom/sound-log'

/** Which two versions are looked at, the older first (null: what stands now), and what they are called. */
export interface Comparison {
  readonly from: number
  readonly to: number | null
  readonly names: readonly [string, string]
}

/** Two versions as they are shown: side by side, and in one. */
export interface Compared {
  readonly old: readonly MarkedPart[]
  readonly fresh: readonly MarkedPart[]
  readonly both: readonly MarkedPart[]
  /** Who last touched each part of the newer text, as `both` has them; null where nobody has between the two. */
  readonly hands: readonly (Hand | null)[]
  /** Places where something differs. */
  readonly count: number
}

/** Reads two versions of a story and what happened between them. */
export async function readComparison(storyId: string, { from, to }: Comparison): Promise<Compared> {
  const { doc, steps } = await client.versions.between({ storyId, from, to })
  const start = sound(storyOfSnapshot({ version: from, doc }))
  const trail = sound(followSteps(startTrail(from, start.doc), steps))
  return {
    old: markedSide(trail, 'old'),
    fresh: markedSide(trail, 'new'),
    both: markedText(trail),
    hands: lastHands(trail),
    count: trail.changes.changes.length,
  }
}
