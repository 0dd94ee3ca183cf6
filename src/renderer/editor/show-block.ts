import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { positionOf } from '../../shared/text-place/text-place'

/** Puts the caret at the end of a text block of the body and scrolls to it. */
export function showBlock(view: EditorView, block: number): void {
  const { doc, tr } = view.state
  const at = positionOf(doc, { part: 'body', block, offset: Infinity })
  if (at === null) return
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at), -1)).scrollIntoView())
  view.focus()
}
