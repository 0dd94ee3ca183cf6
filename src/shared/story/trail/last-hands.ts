import { textParts } from '../text-parts'
import type { Hand, Trail } from './trail'

/**
 * Who last touched each part of a story that holds text, in the document's order, by a trail that began with the
 * story itself; null where nobody has since. A deletion counts for the part that it was made in.
 */
export function lastHands(trail: Trail): (Hand | null)[] {
  return textParts(trail.doc).map(({ node, from }) => {
    const to = from + node.content.size
    let latest: Hand | null = null
    const count = (hand: Hand) => {
      if (!latest || hand.at > latest.at) latest = hand
    }
    for (const change of trail.changes.changes) {
      let at = change.fromB
      for (const span of change.inserted) {
        if (at < to && at + span.length > from) count(span.data)
        at += span.length
      }
      const isInside = change.fromB >= from && change.fromB <= to
      if (isInside) for (const span of change.deleted) count(span.data)
    }
    return latest
  })
}
