import type { EditorView } from 'prosemirror-view'
import { storyKeys } from '../part-keys'
import type { EarlyPiece, PastedData } from './early-words'

/** Puts into a story what was meant for it before it stood: as if it were typed and pasted now, where the caret is. */
export function typeEarly(view: EditorView, pieces: readonly EarlyPiece[]): void {
  for (const piece of pieces) {
    if (piece.kind === 'pasted') paste(view, piece.data)
    else for (const sign of piece.text) type(view, sign)
  }
}

function type(view: EditorView, sign: string): void {
  const key = sign === '\n' ? 'Enter' : sign === '\t' ? 'Tab' : null
  if (key !== null) {
    storyKeys[key]?.(view.state, view.dispatch, view)
    return
  }
  const { from, to } = view.state.selection
  const put = () => view.state.tr.insertText(sign, from, to)
  // What helps while one types (a dateline, quotes) takes it first, as it takes a key.
  if (!view.someProp('handleTextInput', help => help(view, from, to, sign, put))) view.dispatch(put())
}

function paste(view: EditorView, { texts, files }: PastedData): void {
  const clipboardData = new DataTransfer()
  for (const [type, text] of texts) clipboardData.setData(type, text)
  for (const file of files) clipboardData.items.add(file)
  view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}
