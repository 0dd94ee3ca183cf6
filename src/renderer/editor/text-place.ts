import type { Node } from 'prosemirror-model'
import type { TextPlace } from '../../shared/page/edit'
import { isStoryBlock, storySchema } from '../../shared/story/schema'

/** The position in a story's document of a place in its text as the page counts it; null where it is gone. */
export function positionOf(doc: Node, place: TextPlace): number | null {
  let found: number | null = null
  let block = 0
  doc.forEach((node, at) => {
    const isBlock = isStoryBlock(node)
    const index = isBlock ? block++ : 0
    if (isBlock ? index !== place.block : node.type.name !== place.part) return
    switch (place.part) {
      case 'body':
        found = isBlock ? at + 1 + bodyOffset(node, place.offset) : null
        break
      case 'caption':
      case 'credit':
        if (node.type !== storySchema.nodes.photo) return
        found = insideChild(node, at, place.part === 'caption' ? 0 : 1, place.offset)
        break
      default:
        if (!isBlock) found = at + 1 + held(place.offset, node.content.size)
    }
  })
  return found
}

const held = (offset: number, size: number) => Math.max(0, Math.min(size, offset))

function insideChild(node: Node, at: number, child: 0 | 1, offset: number): number {
  const before = child === 0 ? 0 : node.child(0).nodeSize
  return at + 1 + before + 1 + held(offset, node.child(child).content.size)
}

/** The page counts a paragraph's own text from 0; dateline and the space that the press sets stand before it. */
function bodyOffset(node: Node, offset: number): number {
  let dateline = 0
  node.forEach(child => {
    if (child.marks.some(mark => mark.type === storySchema.marks.dateline)) dateline += child.nodeSize
  })
  const inNode = offset >= 0 ? dateline + offset : Math.min(dateline, dateline + 1 + offset)
  return held(inNode, node.content.size)
}
