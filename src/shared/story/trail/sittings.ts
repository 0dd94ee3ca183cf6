import { Step } from 'prosemirror-transform'
import { storySchema } from '../schema'
import type { TrailStep } from './trail'

/** What one hand did between two pauses. */
export interface WritingSitting {
  readonly by: string | null
  readonly from: string
  readonly to: string
  readonly fromVersion: number
  readonly toVersion: number
  /** Characters put in and taken out, as the steps say: typed and deleted again counts twice. */
  readonly added: number
  readonly removed: number
}

/** A pause that ends a sitting: somebody went for tea. */
const pause = 10 * 60 * 1000

/** A story's log as sittings, oldest first: who wrote what when. */
export function sittingsOf(steps: readonly TrailStep[]): WritingSitting[] {
  const sittings: WritingSitting[] = []
  for (const logged of steps) {
    const { added, removed } = sizeOf(logged)
    const last = sittings.at(-1)
    const goesOn = last?.by === logged.personId && Date.parse(logged.at) - Date.parse(last.to) <= pause
    if (last && goesOn) {
      sittings[sittings.length - 1] = {
        ...last,
        to: logged.at,
        toVersion: logged.version,
        added: last.added + added,
        removed: last.removed + removed,
      }
    } else {
      const { personId, at, version } = logged
      sittings.push({
        by: personId,
        from: at,
        to: at,
        fromVersion: version - 1,
        toVersion: version,
        added,
        removed,
      })
    }
  }
  return sittings
}

/** How many characters a step puts in and takes out; borders between parts count as one each. */
function sizeOf(logged: TrailStep): { readonly added: number; readonly removed: number } {
  let added = 0
  let removed = 0
  const map = Step.fromJSON(storySchema, logged.step as Record<string, unknown>).getMap()
  map.forEach((oldStart, oldEnd, newStart, newEnd) => {
    added += newEnd - newStart
    removed += oldEnd - oldStart
  })
  return { added, removed }
}
