import type { EditorView } from 'prosemirror-view'

/** CSS pixels that ProseMirror itself keeps between the caret and an edge. */
const margin = 5

/**
 * Whether the caret needs no scrolling. ProseMirror looks at every element up to the window to find out, at every key;
 * the sheet has one that scrolls.
 */
export function caretInSight(view: EditorView): boolean {
  const scroller = view.dom.closest('.sheet-scroll')
  if (!scroller || !view.state.selection.empty) return false
  const caret = view.coordsAtPos(view.state.selection.head)
  const { top, bottom } = scroller.getBoundingClientRect()
  return caret.top >= top + margin && caret.bottom <= bottom - margin
}
