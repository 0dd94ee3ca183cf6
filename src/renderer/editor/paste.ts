import { Fragment, Slice, type Node } from 'prosemirror-model'
import { Plugin, Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { storySchema } from '../../shared/story/schema'
import { draftOfText } from '../../shared/story/cleaning/draft'
import { draftOfHtml, hasLook } from '../intake/html-draft'
import { deletePartwise, spansParts } from './delete-parts'
import { pastedPassage, pastePassage, showPassage } from './pasted-passage'

const { nodes } = storySchema

/** Parts of another story pasted into the body become paragraphs; photos and crossheads stay what they are. */
export function bodySlice(slice: Slice): Slice {
  const content: Node[] = []
  slice.content.forEach(node => {
    if (['kicker', 'headline', 'deck', 'byline', 'caption', 'credit', 'related'].includes(node.type.name)) {
      if (node.content.size > 0) content.push(nodes.paragraph.create(null, node.content))
    } else {
      content.push(node)
    }
  })
  const changed = content.some((node, index) => node !== slice.content.maybeChild(index))
  if (!changed) return slice
  const open = (node: Node | undefined) => (node?.isTextblock ? 1 : 0)
  return new Slice(Fragment.from(content), open(content[0]), open(content.at(-1)))
}

/** What a story copied to the clipboard: it comes back through the schema as it was, and needs no cleaning. */
const isOwn = (html: string): boolean => html.includes('data-pm-slice')

/** Puts what came from elsewhere where the selection is, cleaned; false when it is ours or has no words. */
function takeForeign(view: EditorView, data: DataTransfer | null, at?: number): boolean {
  const html = data?.getData('text/html') ?? ''
  const text = data?.getData('text/plain') ?? ''
  if (isOwn(html)) return false
  const state =
    at === undefined
      ? view.state
      : view.state.apply(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at))))
  const read = html !== '' && (text === '' || hasLook(html)) ? draftOfHtml(html).draft : draftOfText(text)
  const tr = pastePassage(state, read)
  if (!tr) return false
  if (at !== undefined) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at))))
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
