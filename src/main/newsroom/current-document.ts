import type { Node } from 'prosemirror-model'
import type { SetBody } from '../../shared/page/compose/body'
import type { StoryAt } from '../../shared/story/log/play-steps'
import { partsOf, type StoryParts } from '../../shared/story/parts'
import { setStory } from './story-lines'

/** A story's document at a version, with what was derived from it. */
export interface CurrentDocument extends StoryAt {
  readonly parts: StoryParts
  /** Set text of the standard column, so that the next keystroke sets one paragraph. */
  readonly set: SetBody
}

/** Derives what the newsroom asks of a document; what was derived of the one before it helps to set the text. */
export function currentDocument(version: number, doc: Node, before?: CurrentDocument): CurrentDocument {
  const parts = partsOf(doc)
  // Reading a story asks for no lines: a page of many is not to wait for their setting.
  let previous = before
  let set: SetBody | null = null
  return {
    version,
    doc,
    parts,
    get set() {
      if (set) return set
      set = setStory(parts, previous?.set)
      previous = undefined
      return set
    },
  }
}
