import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { storySchema } from '../../../shared/story/schema'

const { nodes } = storySchema

/** A photo of a story and where it stands. */
export interface PlacedPhoto {
  readonly pos: number
  readonly node: Node
}

/** The photo whose words hold the caret; null where it stands elsewhere. */
export function photoAtCaret(state: EditorState): PlacedPhoto | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === nodes.photo) return { pos: $from.before(depth), node: $from.node(depth) }
  }
  return null
}

/** The photo that begins at a position; null where none does. */
export function photoAt(doc: Node, pos: number): PlacedPhoto | null {
  const node = pos >= 0 && pos < doc.content.size ? doc.nodeAt(pos) : null
  return node?.type === nodes.photo ? { pos, node } : null
}

/** The place between two parts nearest to a position at which the story may hold a photo. */
export function nearestPhotoPlace(doc: Node, wanted: number): number {
  let best: number | null = null
  let at = 0
  for (let index = 0; index <= doc.childCount; index++) {
    const isAllowed = doc.canReplaceWith(index, index, nodes.photo)
    if (isAllowed && (best === null || Math.abs(at - wanted) < Math.abs(best - wanted))) best = at
    if (index < doc.childCount) at += doc.child(index).nodeSize
  }
  if (best === null) throw new RangeError('a story that can hold no photo')
  return best
}

/**
 * Where photos go that have no place of their own: behind the part that holds the caret; before it where it is an
 * empty paragraph, in which the text goes on below them.
 */
export function photoPlaceAtCaret(state: EditorState): number {
  const { $from } = state.selection
  if ($from.depth === 0) return nearestPhotoPlace(state.doc, $from.pos)
  const part = $from.node(1)
  const isWaiting = part.type === nodes.paragraph && part.content.size === 0
  return nearestPhotoPlace(state.doc, isWaiting ? $from.before(1) : $from.after(1))
}
