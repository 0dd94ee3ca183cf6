import { InputRule, inputRules } from 'prosemirror-inputrules'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { datelineSpan } from '../../../shared/style/forms/dateline'
import { storySchema } from '../../../shared/story/schema'

const { nodes, marks } = storySchema

/** Text behind a dateline beyond which nobody is just writing it any more. */
const soonAfter = 20

/** The first paragraph of a story, and where its text begins. */
function firstParagraph(doc: Node): { node: Node; start: number } | null {
  let found: { node: Node; start: number } | null = null
  doc.forEach((node, pos) => {
    if (!found && node.type === nodes.paragraph) found = { node, start: pos + 1 }
  })
  return found
}

/** How much of a paragraph's beginning is marked as its dateline. */
function markedLength(paragraph: Node): number {
  let length = 0
  for (let at = 0; at < paragraph.childCount; at++) {
    const child = paragraph.child(at)
    if (!child.marks.some(mark => mark.type === marks.dateline)) break
    length += child.nodeSize
  }
  return length
}

/**
 * What to mark when a paragraph begins with this text and its writer is at the text's end; null while it is no
 * dateline, or one that is still being written: 本报讯 may get a bracket, and a bracket is open.
 */
export function openedDateline(text: string): { readonly end: number; readonly text: number } | null {
  const span = datelineSpan(text)
  if (span === null) return null
  const rest = text.slice(span.text)
  if (rest.length > soonAfter) return null
  if (/^[（(][^）)]*$/u.test(rest)) return null
  // 本报讯 记者张三报道： is whole with its colon.
  if (/^(?:本报)?(?:记者|通讯员|实习生)[^，。报]*(?:报道?)?$/u.test(rest)) return null
  const isWhole = rest !== '' || span.text > span.end || /[）)】\]:：]$/u.test(text.slice(0, span.end))
  return isWhole ? span : null
}

/** A dateline that was taken back stays text until its words change. */
const refusals = new PluginKey<string | null>('dateline-refused')

const rememberRefusal = new Plugin<string | null>({
  key: refusals,
  state: {
    init: () => null,
    apply(tr, refused, before, after) {
      if (!tr.docChanged) return refused
      const old = firstParagraph(before.doc)
      const now = firstParagraph(after.doc)
      if (!now || old?.node === now.node) return refused
      const words = old ? old.node.textContent.slice(0, markedLength(old.node)) : ''
      if (words !== '' && markedLength(now.node) < words.length && now.node.textContent.startsWith(words)) {
        return words
      }
      return refused !== null && now.node.textContent.startsWith(refused) ? refused : null
    },
  },
})

/** Whether a dateline of these words was taken back at the start of this story. */
const isRefused = (state: EditorState, words: string) => refusals.getState(state) === words

/**
 * 本报讯, 本报讯（记者 张三）, 新华社…电 at the start of the body becomes a dateline as it is written, directly or by
 * an input method. A space behind it goes: the house sets the one that is printed.
 */
const openDateline = inputRules({
  rules: [
    new InputRule(/^[\s\S]{3,200}$/u, (state, [written], start, end) => {
      const first = firstParagraph(state.doc)
      if (!first || first.start !== start) return null
      // What has just been typed is not in the document yet; what an input method wrote is.
      const typed = written.slice(end - start)
      const text = typed === ')' && written.includes('（') ? `${written.slice(0, -1)}）` : written
      const span = openedDateline(text)
      if (span === null || isRefused(state, text.slice(0, span.end))) return null
      const marked = markedLength(first.node)
      if (marked === span.end && span.text === span.end) return null
      const tr = state.tr
      if (typed !== '') tr.insertText(text.slice(end - start), end)
      tr.addMark(start, start + span.end, marks.dateline.create())
      if (span.text > span.end) tr.delete(start + span.end, start + span.text)
      // 本报讯 记者张三报道： the space that went when 本报讯 was whole stands inside it now.
      if (marked > 0 && /^(?:本报)?(?:记者|通讯员|实习生)/u.test(text.slice(marked, span.end))) {
        tr.insert(start + marked, storySchema.text(' ', [marks.dateline.create()]))
      }
      return tr.removeStoredMark(marks.dateline)
    }),
  ],
})

/** The dateline's rule, and its memory of what was taken back. */
export const datelineInput: readonly Plugin[] = [rememberRefusal, openDateline]
