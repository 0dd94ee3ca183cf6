import { Plugin, Selection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { storySchema } from '../../shared/story/schema'
import { draftOfText } from '../../shared/cleaning/draft'
import { draftOfHtml, hasLook, withoutPictures } from '../intake/html-draft'
import { bodySlice } from './body-slice'
import { deletePartwise, spansParts } from './delete-parts'
import { pastedPassage, pastePassage, showPassage } from './pasted-passage'
import { pasteWithPictures, tellElsewhere } from './photos/pasted-pictures'

const { nodes } = storySchema

/** What a story copied to the clipboard: it comes back through the schema as it was, and needs no cleaning. */
const isOwn = (html: string): boolean => html.includes('data-pm-slice')

/** Puts what came from elsewhere where the selection is, cleaned; false when it is ours or has nothing in it. */
function takeForeign(view: EditorView, data: DataTransfer | null, at?: number): boolean {
  const html = data?.getData('text/html') ?? ''
  const text = data?.getData('text/plain') ?? ''
  if (isOwn(html)) return false
  const isHtml = html !== '' && (text === '' || hasLook(html))
  const read = isHtml ? draftOfHtml(html) : { draft: draftOfText(text), files: [] }
  const toPlace = ({ tr }: EditorState) =>
    at === undefined ? tr : tr.setSelection(Selection.near(tr.doc.resolve(at)))
  const state = view.state.apply(toPlace(view.state))
  const isBody = state.selection.$from.parent.type === nodes.paragraph
  if (isBody && read.files.some(file => file !== null)) {
    if (at !== undefined) view.dispatch(toPlace(view.state))
    void pasteWithPictures(view, read)
    return true
  }
  tellElsewhere(read.draft.pictures.length)
  const tr = pastePassage(state, withoutPictures(read.draft))
  if (!tr) return false
  if (at !== undefined) view.dispatch(toPlace(view.state))
  view.dispatch(tr.scrollIntoView())
  return true
}

/**
 * What is pasted or dropped goes through the schema; in a one-line part it goes in as one line of text. What comes
 * from another program is cleaned on the way, which can be taken back.
 */
export const pasting = new Plugin({
  props: {
    transformPasted: slice => bodySlice(slice),
    handlePaste(view, _event, slice) {
      if (spansParts(view.state)) view.dispatch(deletePartwise(view.state))
      const { $from, $to } = view.state.selection
      const part = $from.parent
      const oneLine = part.isTextblock && part.type !== nodes.paragraph && $from.sameParent($to)
      if (!oneLine) return false
      const words: string[] = []
      slice.content.descendants(node => {
        if (!node.isTextblock) return true
        words.push(node.textContent.trim())
        return false
      })
      if (slice.content.firstChild?.isText) words.push(slice.content.textBetween(0, slice.content.size))
      const text = words.filter(Boolean).join(' ')
      if (text !== '') view.dispatch(view.state.tr.insertText(text).scrollIntoView().setMeta('paste', true))
      return true
    },
    handleTextInput(view, _from, _to, text) {
      if (!spansParts(view.state)) return false
      const tr = deletePartwise(view.state)
      view.dispatch(tr.insertText(text).scrollIntoView())
      return true
    },
    handleKeyDown(view, event) {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyV') return false
      const tr = showPassage(view.state, pastedPassage(view.state)?.isOpen ? 'closed' : 'open')
      if (tr) view.dispatch(tr)
      return tr !== null
    },
    handleDOMEvents: {
      // Before the view parses the HTML by itself: no element is made of it but in the browser's inert parser.
      paste(view, event) {
        if (view.composing || !takeForeign(view, event.clipboardData)) return false
        event.preventDefault()
        return true
      },
      drop(view, event) {
        if (view.dragging) return false
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (!place || !takeForeign(view, event.dataTransfer, place.pos)) return false
        event.preventDefault()
        view.focus()
        return true
      },
      // An input method writes into the page by itself: the selection must be gone before it begins.
      compositionstart(view) {
        if (spansParts(view.state)) view.dispatch(deletePartwise(view.state))
        return false
      },
      cut(view, event) {
        if (!spansParts(view.state)) return false
        const { dom, text } = view.serializeForClipboard(view.state.selection.content())
        event.clipboardData?.setData('text/html', dom.innerHTML)
        event.clipboardData?.setData('text/plain', text)
        event.preventDefault()
        view.dispatch(deletePartwise(view.state))
        return true
      },
    },
  },
})
