import { Fragment, Slice, type Node } from 'prosemirror-model'
import { storySchema } from '../../shared/story/schema'

const { nodes } = storySchema

/** Parts of another story pasted into the body become paragraphs; photos and crossheads stay what they are. */
export function bodySlice(slice: Slice): Slice {
  const content: Node[] = []
  slice.content.forEach(node => {
    if (['kicker', 'headline', 'deck', 'byline', 'caption', 'credit', 'related'].includes(node.type.name)) {
      if (node.content.size > 0) content.push(nodes.paragraph.create(null, node.content))
    } else {
      content.push(node)
    }
  })
  const changed = content.some((node, index) => node !== slice.content.maybeChild(index))
  if (!changed) return slice
  const open = (node: Node | undefined) => (node?.isTextblock ? 1 : 0)
  return new Slice(Fragment.from(content), open(content[0]), open(content.at(-1)))
}
