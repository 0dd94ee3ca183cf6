import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { isStoryBlock } from '../../shared/story/schema'

/** Puts the caret at the end of a block of the body (counted as in `StoryParts.blocks`) and scrolls to it. */
export function showBlock(view: EditorView, block: number): void {
  let at = -1
  let index = 0
  view.state.doc.forEach((node, offset) => {
    if (!isStoryBlock(node)) return
    if (index++ === block) at = offset + node.nodeSize - 1
  })
  if (at < 0) return
  view.dispatch(
    view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at), -1)).scrollIntoView(),
  )
  view.focus()
}
