import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { isStoryBlock, storySchema } from '../../shared/story/schema'

const { nodes } = storySchema

const isBody = (node: Node) => node.type === nodes.paragraph || node.type === nodes.crosshead

/**
 * Whether a selection runs over the border of a part that may not melt into its neighbour: a headline and
 * the body, two heads, a photo's words and the text after it. Paragraphs and crossheads delete as usual.
 */
export function spansParts(state: EditorState): boolean {
  const { $from, $to, empty } = state.selection
  if (empty || $from.sameParent($to) || !(state.selection instanceof TextSelection)) return false
  let fixed = false
  state.doc.nodesBetween($from.pos, $to.pos, node => {
    if (node.isTextblock && !isBody(node)) fixed = true
    return !fixed
  })
  // A photo that lies wholly between two paragraphs goes with them.
  const wholePhotos = $from.depth === 1 && $to.depth === 1 && isBody($from.parent) && isBody($to.parent)
  return fixed && !wholePhotos
}

/**
 * Deletes what is selected part by part: one-line parts are emptied and stay, paragraphs and photos that
 * are wholly selected go. The story keeps its order of parts and at least one paragraph.
 */
export function deletePartwise(state: EditorState): Transaction {
  const { from, to } = state.selection
  const tr = state.tr
  const texts: { start: number; end: number }[] = []
  const whole: { start: number; end: number; node: Node }[] = []
  let bodies = 0
  state.doc.forEach((node, offset) => {
    if (node.type.isInGroup('block')) bodies++
    const end = offset + node.nodeSize
    if (isStoryBlock(node) && from <= offset + 1 && to >= end - 1) whole.push({ start: offset, end, node })
  })
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    const start = Math.max(from, pos + 1)
    const end = Math.min(to, pos + 1 + node.content.size)
    if (end > start && !whole.some(block => block.start <= pos && pos < block.end)) texts.push({ start, end })
    return false
  })
  const wholeBodies = whole.filter(({ node }) => node.type.isInGroup('block')).length
  const removals = [
    ...texts,
    ...whole.map((block, index) =>
      // The first of the wholly selected blocks stays as an empty paragraph when nothing else would be left.
      index === 0 && wholeBodies === bodies ? { ...block, keep: true } : block,
    ),
  ].sort((a, b) => b.start - a.start)
  for (const removal of removals) {
    if ('keep' in removal) tr.replaceWith(removal.start, removal.end, nodes.paragraph.create())
    else tr.delete(removal.start, removal.end)
  }
  const place = Math.min(tr.mapping.map(from, -1), tr.doc.content.size)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(place)))
}

export const deleteAcrossParts: Command = (state, dispatch) => {
  if (!spansParts(state)) return false
  if (dispatch) dispatch(deletePartwise(state).scrollIntoView())
  return true
}
