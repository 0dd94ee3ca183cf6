import type { Node } from 'prosemirror-model'
import { isStoryBlock } from './schema'

/** A part of a story that holds text. */
export interface TextPart {
  /** Its node's name: kicker, headline, deck, paragraph, crosshead, summary, caption, credit, byline … */
  readonly kind: string
  /** Index into `StoryParts.blocks`; null for the parts that stand outside the body. */
  readonly block: number | null
  readonly node: Node
  /** Where its text begins in the document. */
  readonly from: number
}

/** The parts of a story that hold text, in the document's order; a photo's caption and credit are two. */
export function textParts(doc: Node): TextPart[] {
  const parts: TextPart[] = []
  let blocks = 0
  doc.forEach((top, at) => {
    const block = isStoryBlock(top) ? blocks++ : null
    if (top.isTextblock) {
      parts.push({ kind: top.type.name, block, node: top, from: at + 1 })
      return
    }
    top.forEach((node, inside) =>
      parts.push({ kind: node.type.name, block, node, from: at + 1 + inside + 1 }),
    )
  })
  return parts
}
