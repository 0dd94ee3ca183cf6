import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { EditorFeature } from './editor-feature'

/**
 * Takes over where the caret stands before something is pasted there. The browser tells of a caret that it has moved
 * in a task of its own, and in a busy window the paste may come first: it would go where the caret was before.
 */
const freshSelection = new Plugin({
  props: {
    handleDOMEvents: {
      paste(view) {
        if (!view.composing) readSelection(view)
        return false
      },
    },
  },
})

export const freshSelectionFeature: EditorFeature = {
  name: 'fresh selection',
  plugins: () => [freshSelection],
}

function readSelection(view: EditorView): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {}
  const { selection, doc, tr } = view.state
  // A photo that is chosen as a whole has no caret of its own.
  if (!(selection instanceof TextSelection) || !anchorNode || !focusNode) return
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset!), view.posAtDOM(focusNode, focusOffset!)]
  if (anchor === selection.anchor && head === selection.head) return
  const seen = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  if (!seen.eq(selection)) view.dispatch(tr.setSelection(seen))
}
