import { closeHistory } from 'prosemirror-history'
import { Fragment, Slice } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { cleanPassage, type CleanedStory } from '../../shared/story/cleaning/clean'
import type { Draft } from '../../shared/story/cleaning/draft'
import { storySchema } from '../../shared/story/schema'
import { decide, noDecisions, type Decision, type Decisions } from '../intake/draft-decisions'
import { withoutPictures } from '../intake/html-draft'
import { deletePartwise, spansParts } from './delete-parts'

const { nodes } = storySchema

/** What was pasted last, as long as it stands as it was put. */
export interface PastedPassage {
  readonly draft: Draft
  readonly decisions: Decisions
  readonly cleaned: CleanedStory
  /** Where it stands, and its text there: one line a paragraph. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** Put into a part of one line, its lines joined by a space. */
  readonly isLine: boolean
  /** Whether its 清洗单 is open. */
  readonly isOpen: boolean
}

const key = new PluginKey<PastedPassage | null>('pasted passage')

export const pastedPassage = (state: EditorState): PastedPassage | null => key.getState(state) ?? null

const standing = (tr: Transaction, from: number, to: number) => tr.doc.textBetween(from, to, '\n')

/** Remembers the passage that was pasted last, until somebody writes in it. */
export const pastedPassages = new Plugin<PastedPassage | null>({
  key,
  state: {
    init: () => null,
    apply(tr, passage) {
      const put = tr.getMeta(key) as PastedPassage | null | undefined
      if (put !== undefined) return put
      if (!passage || !tr.docChanged) return passage
      const [from, to] = [tr.mapping.map(passage.from, 1), tr.mapping.map(passage.to, -1)]
      return from <= to && standing(tr, from, to) === passage.text ? { ...passage, from, to } : null
    },
  },
})

const oneLine = (text: string) => text.replace(/[\r\n\t]+/gu, ' ')

/** The paragraphs of a cleaned passage. */
const textsOf = ({ parts }: CleanedStory): string[] =>
  parts.blocks.flatMap(block => (block.kind === 'photo' ? [] : [oneLine(block.text)]))

/** Paragraphs to be put where a caret stands in text. */
export const passageSlice = (texts: readonly string[]): Slice =>
  new Slice(
    Fragment.from(
      texts.map(text => nodes.paragraph.create(null, text === '' ? [] : [storySchema.text(text)])),
    ),
    1,
    1,
  )

/** Words of one part of one line: those of a headline or a caption. */
const joined = (texts: readonly string[]): string =>
  texts
    .map(text => text.trim())
    .filter(Boolean)
    .join(' ')

/** Puts a draft in the place of the selection, cleaned; null where it has no words. One undo takes it back. */
export function pastePassage(state: EditorState, draft: Draft): Transaction | null {
  const words = withoutPictures(draft)
  const cleaned = cleanPassage(words)
  const texts = textsOf(cleaned)
  if (texts.every(text => text.trim() === '')) return null
  const tr = spansParts(state) ? deletePartwise(state) : state.tr
  const { $from, $to, from: start, to: end } = tr.selection
  const before = tr.mapping.maps.length
  const isLine = $from.parent.isTextblock && $from.parent.type !== nodes.paragraph && $from.sameParent($to)
  if (isLine) tr.insertText(joined(texts), start, end)
  else tr.replaceSelection(passageSlice(texts))
  const mapping = new Mapping(tr.mapping.maps.slice(before))
  // Where whole paragraphs were put in, their words stand one place further in.
  const first = TextSelection.near(tr.doc.resolve(mapping.map(start, -1)), 1).from
  const last = TextSelection.near(tr.doc.resolve(mapping.map(end, 1)), -1).to
  tr.setSelection(TextSelection.create(tr.doc, last))
  const passage: PastedPassage | null =
    first > last
      ? null
      : {
          draft: words,
          decisions: noDecisions,
          cleaned,
          from: first,
          to: last,
          text: standing(tr, first, last),
          isLine,
          isOpen: false,
        }
  return closeHistory(tr).setMeta(key, passage).setMeta('paste', true).setMeta('uiEvent', 'paste')
}

/** Takes changes of the passage back, or makes them again, where it stands; null when there is none. */
export function decidePassage(state: EditorState, decision: Decision): Transaction | null {
  const passage = pastedPassage(state)
  if (!passage) return null
  const decisions = decide(passage.decisions, decision)
  const cleaned = cleanPassage(passage.draft, decisions)
  const { tr } = state
  const { from, to, isLine } = passage
  const [old, next] = [passage.cleaned, cleaned].map(story => {
    const texts = textsOf(story)
    return isLine ? [joined(texts)] : texts
  }) as [string[], string[]]
  if (old.length === next.length) {
    // From behind, so that the places before stay where they are.
    const starts = old.map((_, index) => old.slice(0, index).reduce((at, text) => at + text.length + 2, from))
    for (let index = old.length - 1; index >= 0; index--)
      rewrite(tr, starts[index] as number, old[index] as string, next[index] as string)
  } else {
    tr.replace(from, to, passageSlice(next))
  }
  const length = next.reduce((sum, text) => sum + text.length, 0) + 2 * (next.length - 1)
  const end = from + length
  return closeHistory(tr).setMeta(key, {
    ...passage,
    decisions,
    cleaned,
    to: end,
    text: standing(tr, from, end),
  })
}

/** Changes a stretch of text to another, touching only what differs. */
function rewrite(tr: Transaction, at: number, old: string, next: string): void {
  if (old === next) return
  const most = Math.min(old.length, next.length)
  let head = 0
  while (head < most && old[head] === next[head]) head++
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === next.at(-1 - tail)) tail++
  tr.insertText(next.slice(head, next.length - tail), at + head, at + old.length - tail)
}

/** Opens or closes the passage's 清洗单; closing for good forgets it. */
export function showPassage(state: EditorState, how: 'open' | 'closed' | 'gone'): Transaction | null {
  const passage = pastedPassage(state)
  if (!passage) return null
  return state.tr.setMeta(key, how === 'gone' ? null : { ...passage, isOpen: how === 'open' })
}
