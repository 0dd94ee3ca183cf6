import { Change } from 'prosemirror-changeset'
import type { Node } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import { baseOf, changeSet, type Hand, type Trail } from './trail'

/**
 * Changes grown until both of their sides can be cut out and put in by themselves: what splits a paragraph in one
 * text and joins it in the other may only be moved with whole parts. A neighbour that one comes to touch joins it.
 */
export function wholeChanges(trail: Trail): Change<Hand>[] {
  const base = baseOf(trail)
  const whole = [...trail.changes.changes]
  for (let at = 0; at < whole.length; at++) {
    for (;;) {
      const change = whole[at]!
      if (movable(trail.doc, base, change)) break
      const isLeft = base.resolve(change.fromA).depth > 0 || trail.doc.resolve(change.fromB).depth > 0
      const isRight = base.resolve(change.toA).depth > 0 || trail.doc.resolve(change.toB).depth > 0
      const before = whole[at - 1]
      const after = whole[at + 1]
      const isStuck = !isLeft && !isRight
      // Stuck at the story's own level, it needs a neighbour: a part gone from one place has come to another.
      if (before && (isLeft ? before.toB === change.fromB : isStuck && !after)) {
        whole.splice(--at, 2, joined(before, change))
      } else if (after && (isStuck || (isRight && after.fromB === change.toB))) {
        whole.splice(at, 2, joined(change, after))
      } else if (isStuck) {
        break
      } else {
        // Outside of changes both texts are the same, so a token more on both sides keeps them in step.
        whole[at] = grown(change, isLeft ? 1 : 0, isRight ? 1 : 0)
      }
    }
  }
  return whole
}

/** The trail after changes were agreed on: they move into its base. */
export function acceptChanges(trail: Trail, isTaken: (change: Change<Hand>) => boolean): Trail {
  const left: Change<Hand>[] = []
  let base = baseOf(trail)
  // How far places of the base have moved by what was taken before them.
  let moved = 0
  for (const change of wholeChanges(trail)) {
    const at = shifted(change, moved)
    if (!isTaken(change)) {
      left.push(at)
      continue
    }
    base = base.replace(at.fromA, at.toA, trail.doc.slice(at.fromB, at.toB))
    moved += at.toB - at.fromB - (at.toA - at.fromA)
  }
  return { ...trail, changes: changeSet(base, left) }
}

/** Steps on the trail's document that take changes back, from the last to the first, ready to be applied in order. */
export function refusalSteps(trail: Trail, isRefused: (change: Change<Hand>) => boolean): Step[] {
  const base = baseOf(trail)
  return wholeChanges(trail)
    .filter(isRefused)
    .toReversed()
    .map(change => new ReplaceStep(change.fromB, change.toB, base.slice(change.fromA, change.toA)))
}

function movable(doc: Node, base: Node, change: Change<Hand>): boolean {
  try {
    base.replace(change.fromA, change.toA, doc.slice(change.fromB, change.toB)).check()
    doc.replace(change.fromB, change.toB, base.slice(change.fromA, change.toA)).check()
    return true
  } catch {
    // Slices that do not go together are what is asked here; ProseMirror says so by throwing.
    return false
  }
}

function grown(change: Change<Hand>, left: number, right: number): Change<Hand> {
  const { fromA, toA, fromB, toB } = change
  return ofHand(handOf(change), fromA - left, toA + right, fromB - left, toB + right)
}

function joined(a: Change<Hand>, b: Change<Hand>): Change<Hand> {
  const hand = handOf(b).at > handOf(a).at ? handOf(b) : handOf(a)
  return ofHand(hand, a.fromA, b.toA, a.fromB, b.toB)
}

const ofHand = (data: Hand, fromA: number, toA: number, fromB: number, toB: number): Change<Hand> =>
  Change.fromJSON<Hand>({
    fromA,
    toA,
    fromB,
    toB,
    deleted: [{ length: toA - fromA, data }],
    inserted: [{ length: toB - fromB, data }],
  })

function shifted(change: Change<Hand>, by: number): Change<Hand> {
  if (by === 0) return change
  const { fromA, toA, ...rest } = change.toJSON()
  return Change.fromJSON<Hand>({ ...rest, fromA: fromA + by, toA: toA + by })
}

/** The hand that a change is told as: of what was put in, else of what was taken out; the latest. */
export function handOf(change: Change<Hand>): Hand {
  const spans = change.inserted.length > 0 ? change.inserted : change.deleted
  return spans.reduce<Hand>((latest, span) => (span.data.at > latest.at ? span.data : latest), {
    by: null,
    at: '',
  })
}
