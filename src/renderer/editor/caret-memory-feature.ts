import type { Node } from 'prosemirror-model'
import { TextSelection, type Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { positionOf } from '../../shared/text-place/text-place'
import { caretStands, newsroomNow, remember } from '../newsroom/newsroom'
import type { EditorFeature } from './editor-feature'

/** Milliseconds that a caret rests before its place is remembered. */
const rest = 800

const memoryKey = (storyId: string) => `caret.${storyId}`

/** The caret's place is remembered, and found again where somebody asks for another. */
export const caretMemoryFeature: EditorFeature = {
  name: 'caret memory',
  open({ storyId, view }) {
    showAskedPlace(storyId, view)
    let moved = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    // One timer for a whole passage: at every key it is cheaper to look at the clock.
    const keep = () => {
      const left = moved + rest - performance.now()
      timer = left > 0 ? setTimeout(keep, left) : undefined
      if (left <= 0) remember(memoryKey(storyId), view.state.selection.head)
    }
    return {
      changed(tr) {
        if (!tr.selectionSet && !tr.docChanged) return
        moved = performance.now()
        timer ??= setTimeout(keep, rest)
      },
      close: () => clearTimeout(timer),
    }
  },
}

/** Where the caret of a story was left; in a new story where one begins to write. */
export function caretAtOpening(storyId: string, doc: Node): Selection {
  const kept = newsroomNow().memory[memoryKey(storyId)]
  const place = typeof kept === 'number' && kept <= doc.content.size ? kept : headlineEnd(doc)
  return TextSelection.near(doc.resolve(place))
}

/** Brings a place that was asked for by name into sight, the caret there. */
function showAskedPlace(storyId: string, view: EditorView): void {
  const { caret } = newsroomNow()
  const { doc, tr } = view.state
  const place = caret?.storyId === storyId ? positionOf(doc, caret) : null
  if (place === null) return
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place))))
  view.focus()
  view.dispatch(view.state.tr.scrollIntoView())
  caretStands()
}

/** Where one begins to write. */
function headlineEnd(doc: Node): number {
  let end = 0
  doc.forEach((node, at) => {
    if (node.type.name === 'headline') end = at + 1 + node.content.size
  })
  return end
}
