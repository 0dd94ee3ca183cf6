import type { Hand, Trail } from './trail'

/**
 * Who last touched each top-level part of a story, in the document's order, by a trail that began with the story
 * itself; null where nobody has since. A deletion counts for the part that it was made in.
 */
export function lastHands(trail: Trail): (Hand | null)[] {
  const parts: { readonly from: number; readonly to: number }[] = []
  trail.doc.forEach((node, offset) => parts.push({ from: offset, to: offset + node.nodeSize }))
  return parts.map(({ from, to }) => {
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
      const isInside = change.fromB > from && change.fromB < to
      if (isInside) for (const span of change.deleted) count(span.data)
    }
    return latest
  })
}
