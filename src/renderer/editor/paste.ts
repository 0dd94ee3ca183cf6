import { Fragment, Slice, type Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { storySchema } from '../../shared/story/schema'
import { deletePartwise, spansParts } from './delete-parts'

const { nodes } = storySchema

/** Typed indents, soft returns, zero-width characters and no-break spaces do not belong to the text. */
function cleanLine(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u00a0\t]/g, ' ')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
}

/** Pasted plain text: a paragraph a line, empty lines left out. */
export function textSlice(text: string): Slice {
  const lines = text
    .split(/\r\n|[\r\n\u2028\u2029\v\f]/)
    .map(cleanLine)
    .filter(line => line !== '')
  if (lines.length === 0) return Slice.empty
  const paragraphs = lines.map(line => nodes.paragraph.create(null, storySchema.text(line)))
  return new Slice(Fragment.from(paragraphs), 1, 1)
}

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

/** What is pasted goes through the schema; in a one-line part it goes in as one line of text. */
export const pasting = new Plugin({
  props: {
    clipboardTextParser: text => textSlice(text),
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
        words.push(node.textContent)
        return false
      })
      if (slice.content.firstChild?.isText) words.push(slice.content.textBetween(0, slice.content.size))
      const text = words.map(cleanLine).filter(Boolean).join(' ')
      if (text !== '') view.dispatch(view.state.tr.insertText(text).scrollIntoView().setMeta('paste', true))
      return true
    },
    handleTextInput(view, _from, _to, text) {
      if (!spansParts(view.state)) return false
      const tr = deletePartwise(view.state)
      view.dispatch(tr.insertText(text).scrollIntoView())
      return true
    },
    handleDOMEvents: {
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
