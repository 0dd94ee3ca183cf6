import type { Node } from 'prosemirror-model'
import { storySchema } from '../story/schema'
import { textParts } from '../story/text-parts'

/** The parts of a story that hold text. The dateline is one of them, though it opens a paragraph's own line. */
export type TextPartName =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'dateline'
  | 'paragraph'
  | 'crosshead'
  | 'summary'
  | 'editorNote'
  | 'related'
  | 'caption'
  | 'credit'
  | 'byline'

/** A text of a story: which part it is, and of which block. */
export interface InPart {
  readonly part: TextPartName
  /** Index into `StoryParts.blocks`; null for the parts that stand outside the body. */
  readonly block: number | null
}

/** A stretch of a story's text, in UTF-16 units of the part's own text. */
export interface TextRange extends InPart {
  readonly from: number
  readonly to: number
}

/**
 * A place in a story's text as it is told by who does not hold the document: a page's frame, a request, a list. Who
 * holds it has positions of it (`positionOf`) and carries those through its steps (pinned-place).
 */
export interface TextPlace extends Omit<InPart, 'part'> {
  /** `body`: the block's own text, whatever its kind. */
  readonly part: TextPartName | 'body'
  /**
   * UTF-16 units in the part's own text; beyond its end it is the end. In `body` negative ones go back from the
   * paragraph's own text through the space that the press sets and the dateline before it.
   */
  readonly offset: number
}

/** A place in the text of a story that has to be named. */
export interface StoryPlace extends TextPlace {
  readonly storyId: string
}

/** The position in a story's document of a place in its text; null where that is gone. */
export function positionOf(doc: Node, { part, block, offset }: TextPlace): number | null {
  for (const { kind, block: own, node, from } of textParts(doc)) {
    if (part === 'dateline') {
      const length = datelineLength(node)
      if (length > 0) return from + held(offset, length)
    } else if (own === block && (kind === part || (block !== null && isOwnText(kind) && isOwnText(part)))) {
      return from + held(inNode(node, offset), node.content.size)
    }
  }
  return null
}

/** A block's one text, of which its kind says no more than the block does; a photo has two. */
const isOwnText = (part: string) => part !== 'caption' && part !== 'credit'
const held = (offset: number, size: number) => Math.max(0, Math.min(size, offset))

function datelineLength(node: Node): number {
  let length = 0
  node.forEach(child => {
    if (child.marks.some(mark => mark.type === storySchema.marks.dateline)) length += child.nodeSize
  })
  return length
}

/** An offset of a part's own text in its node: the dateline stands before it, the press's space is in no text. */
function inNode(node: Node, offset: number): number {
  const dateline = datelineLength(node)
  return offset >= 0 ? dateline + offset : Math.min(dateline, dateline + 1 + offset)
}
