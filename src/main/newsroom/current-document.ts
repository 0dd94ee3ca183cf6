import type { Node } from 'prosemirror-model'
import type { SetBody } from '../../shared/page/compose/body'
import type { StoryParts } from '../../shared/story/parts'

/** A story's document at a version, with what was derived from it. */
export interface CurrentDocument {
  readonly version: number
  readonly doc: Node
  readonly parts: StoryParts
  /** Set text of the standard column, so that the next keystroke sets one paragraph. */
  readonly set: SetBody
}
