import type { Node } from 'prosemirror-model'
import { positionOf } from './text-place'

/**
 * Words of a story's block as they read when somebody pointed at them, by UTF-16 offsets in the block's own text. They
 * are told to others and kept (请删), so they are known again by their words rather than followed through steps.
 */
export interface Passage {
  readonly block: number
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Characters from which a passage that has moved inside its paragraph is known again by its words alone. */
const tellingLength = 6

/** Where a passage stands in the document now; null where its words are no longer there, or more than once. */
export function passageRange(doc: Node, passage: Passage): { from: number; to: number } | null {
  const from = positionOf(doc, { part: 'body', block: passage.block, offset: passage.start })
  if (from === null) return null
  const range = { from, to: from + passage.text.length }
  if (reads(doc, range, passage.text)) return range
  if (passage.text.length < tellingLength) return null
  const block = doc.resolve(from)
  const text = block.parent.textBetween(0, block.parent.content.size, undefined, '￼')
  const first = text.indexOf(passage.text)
  if (first < 0 || text.indexOf(passage.text, first + 1) >= 0) return null
  const moved = { from: block.start() + first, to: block.start() + first + passage.text.length }
  return reads(doc, moved, passage.text) ? moved : null
}

const reads = (doc: Node, { from, to }: { from: number; to: number }, text: string) =>
  to <= doc.content.size &&
  doc.resolve(from).sameParent(doc.resolve(to)) &&
  doc.textBetween(from, to) === text
