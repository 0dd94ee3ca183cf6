import type { Node } from 'prosemirror-model'
import type { StepMap } from 'prosemirror-transform'

/**
 * Where a note is pinned in a story, as positions of its document at a version of its log: whoever has the steps
 * carries it on by them (`followStep`), newsroom and window alike. `from === to` is a point: of a note on the whole
 * story (`lost` is null), or where the text stood that the note was pinned to (`lost` says which).
 */
export interface PinnedPlace {
  readonly from: number
  readonly to: number
  readonly lost: LostText | null
}

/** Text that went from under a note, as it read last. */
export interface LostText {
  readonly text: string
  /** Its size in the document's tokens. */
  readonly size: number
}

/** Characters that a text needs before it is known again anywhere but in its own place. */
const telling = 4

/** The words of a range; a border between parts is a line end. */
export const wordsAt = (doc: Node, from: number, to: number): string => doc.textBetween(from, to, '\n')

/** A place on a range of a document; null where the range is none or holds no text. */
export function pinned(doc: Node, from: number, to: number): PinnedPlace | null {
  if (from < 0 || to > doc.content.size || from >= to) return null
  return wordsAt(doc, from, to).trim() === '' ? null : { from, to, lost: null }
}

/** The place of a note on the whole story. */
export const onWholeStory: PinnedPlace = { from: 0, to: 0, lost: null }

/**
 * The place after one step of the log. What is written at its edges is not the note's; what is written inside is.
 * When the last of its text goes the place stays as a point, and takes the text up again where it comes back: by an
 * undo, or put in elsewhere after a cut.
 */
export function followStep(place: PinnedPlace, map: StepMap, before: Node, after: Node): PinnedPlace {
  if (place.from === place.to && place.lost === null) return place
  let changed = false
  map.forEach(() => (changed = true))
  if (!changed) return place
  if (place.from < place.to) {
    const from = map.map(place.from, 1)
    const to = map.map(place.to, -1)
    if (from < to) return { from, to, lost: null }
    const lost = { text: wordsAt(before, place.from, place.to), size: place.to - place.from }
    return returned(point(map, place.from, lost), map, after)
  }
  return returned(point(map, place.from, place.lost), map, after)
}

function point(map: StepMap, at: number, lost: LostText | null): PinnedPlace {
  const pos = map.map(at, -1)
  return { from: pos, to: pos, lost }
}

/** The place on its text again, if the step has put that in; else as it is. */
function returned(place: PinnedPlace, map: StepMap, after: Node): PinnedPlace {
  const { lost } = place
  if (!lost || lost.text === '') return place
  const end = place.from + lost.size
  if (end <= after.content.size && wordsAt(after, place.from, end) === lost.text) {
    return { from: place.from, to: end, lost: null }
  }
  if (lost.text.length < telling || lost.text.includes('\n')) return place
  let found = -1
  map.forEach((_oldStart, _oldEnd, start, stop) => {
    if (found < 0) found = findText(after, lost.text, start, stop)
  })
  return found < 0 ? place : { from: found, to: found + lost.text.length, lost: null }
}

/** The first place of a text within one part and a range; -1 where it is not. */
function findText(doc: Node, text: string, from: number, to: number): number {
  let found = -1
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, pos) => {
    if (found >= 0) return false
    if (!node.isTextblock) return true
    const at = node.textContent.indexOf(text, Math.max(0, from - pos - 1))
    if (at >= 0 && pos + 1 + at + text.length <= to) found = pos + 1 + at
    return false
  })
  return found
}
