import { closeHistory, isHistoryTransaction } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { houseByline } from '../../../shared/style/forms/byline-form'
import { houseCredit } from '../../../shared/style/forms/credit-form'
import { splitCredit } from '../../../shared/style/forms/signature'
import { storySchema } from '../../../shared/story/schema'

const { nodes } = storySchema

/** The part that has the caret, and whether somebody here has written in it since it came. */
interface Written {
  readonly start: number
  readonly isWritten: boolean
  /** Start of a written part that the caret has just left; null otherwise. */
  readonly left: number | null
}

const key = new PluginKey<Written>('house-forms')

const partStart = ({ selection: { $head } }: EditorState): number =>
  $head.parent.isTextblock ? $head.start() : -1

/** Steps that came from the newsroom, or that undo: nobody has written anew. */
const isWriting = (tr: Transaction) =>
  tr.docChanged &&
  tr.getMeta('collab$') === undefined &&
  tr.getMeta('rebased') === undefined &&
  !isHistoryTransaction(tr)

/**
 * The house's form for a part that was written and is left: a byline's own, and a credit at the end of a caption goes
 * to its own field. Null where all is as it should be.
 */
export function formLeft(state: EditorState, start: number): Transaction | null {
  if (start < 0 || start > state.doc.content.size) return null
  const $start = state.doc.resolve(start)
  const part = $start.parent
  if (part.type === nodes.byline) return bracketed(state, part, start)
  if (part.type === nodes.caption) return parted(state, part, start)
  return null
}

function bracketed(state: EditorState, byline: Node, start: number): Transaction | null {
  const text = byline.textContent
  const house = houseByline(text)
  return house === text ? null : state.tr.insertText(house, start, start + text.length)
}

function parted(state: EditorState, caption: Node, start: number): Transaction | null {
  const creditAt = start + caption.content.size + 1
  const credit = state.doc.nodeAt(creditAt)
  if (credit?.type !== nodes.credit || credit.content.size > 0) return null
  const split = splitCredit(caption.textContent)
  if (!split) return null
  const tr = state.tr.insertText(houseCredit(split.credit), creditAt + 1)
  return tr.delete(start + split.caption.length, start + caption.content.size)
}

function put(view: EditorView, start: number): void {
  const tr = formLeft(view.state, start)
  // A step of its own: one undo takes back the form and leaves the words.
  if (tr) view.dispatch(closeHistory(tr))
}

/** Puts parts into the house's form as they are left. What is undone stays undone. */
export const houseForms: Plugin<Written> = new Plugin<Written>({
  key,
  state: {
    init: (_config, state) => ({ start: partStart(state), isWritten: false, left: null }),
    apply(tr, old, _before, state) {
      const start = partStart(state)
      if (isHistoryTransaction(tr)) return { start, isWritten: false, left: null }
      const stood = tr.mapping.map(old.start, -1)
      if (stood === start) return { start, isWritten: old.isWritten || isWriting(tr), left: null }
      return { start, isWritten: isWriting(tr), left: old.isWritten ? stood : null }
    },
  },
  view: () => ({
    update(view, before) {
      const now = key.getState(view.state)
      if (!now || now.left === null || now === key.getState(before) || view.composing) return
      put(view, now.left)
    },
  }),
  props: {
    handleDOMEvents: {
      blur(view) {
        const now = key.getState(view.state)
        if (now?.isWritten && !view.composing) put(view, now.start)
        return false
      },
    },
  },
})
