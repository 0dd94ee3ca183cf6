import type { Node } from 'prosemirror-model'

/** A part of a story that holds text. */
export interface TextPart {
  readonly kind: string
  readonly node: Node
  /** Where its text begins in the document. */
  readonly from: number
}

/** The parts of a story that hold text, in the document's order; a photo's caption and credit are two. */
export function textParts(doc: Node): TextPart[] {
  const parts: TextPart[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    parts.push({ kind: node.type.name, node, from: pos + 1 })
    return false
  })
  return parts
}
