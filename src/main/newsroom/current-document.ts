import type { Node } from 'prosemirror-model'
import type { BaseColumn } from '../../shared/budget/base-column'
import { countLines, type StoryLines } from '../../shared/budget/story-lines'
import type { StoryAt } from '../../shared/story/log/play-steps'
import { partsOf, type StoryParts } from '../../shared/story/parts'

/** A story's document at a version, with what was derived from it. */
export interface CurrentDocument extends StoryAt {
  readonly parts: StoryParts
  /** Its text set in a base column. Reading a story asks for none: a page of many is not to wait for their setting. */
  linesIn(column: BaseColumn): StoryLines
  /** The last setting of it, or of the document before: the next keystroke sets one paragraph. */
  lastLines(): StoryLines | undefined
}

/** Derives what the newsroom asks of a document; what was derived of the one before it helps to set the text. */
export function currentDocument(version: number, doc: Node, before?: CurrentDocument): CurrentDocument {
  const parts = partsOf(doc)
  let known = before?.lastLines()
  let isOwn = false
  return {
    version,
    doc,
    parts,
    linesIn(column) {
      if (isOwn && known?.measure === column.measure) return known
      isOwn = true
      return (known = countLines(parts, column, known))
    },
    lastLines: () => known,
  }
}
