import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { CutPassage } from '../../shared/contract'
import { positionOf } from './text-place'

interface Range {
  readonly from: number
  readonly to: number
}

/** Characters from which a passage that has moved inside its paragraph is known again by its words alone. */
const tellingLength = 6

/** Where a passage stands in the story now; null where its words are no longer there, or more than once. */
export function passageRange(doc: Node, cut: CutPassage): Range | null {
  const at = (start: number) =>
    positionOf(doc, { storyId: '', part: 'body', block: cut.block, offset: start })
  const from = at(cut.start)
  if (from === null) return null
  const range = { from, to: from + cut.text.length }
  if (reads(doc, range, cut.text)) return range
  if (cut.text.length < tellingLength) return null
  const block = doc.resolve(from)
  const text = block.parent.textBetween(0, block.parent.content.size, undefined, '￼')
  const first = text.indexOf(cut.text)
  if (first < 0 || text.indexOf(cut.text, first + 1) >= 0) return null
  const moved = { from: block.start() + first, to: block.start() + first + cut.text.length }
  return reads(doc, moved, cut.text) ? moved : null
}

const reads = (doc: Node, { from, to }: Range, text: string) =>
  to <= doc.content.size &&
  doc.resolve(from).sameParent(doc.resolve(to)) &&
  doc.textBetween(from, to) === text

/** All passages gone in one step of its own on the undo stack; null where one of them reads otherwise now. */
export function cutAll(state: EditorState, cuts: readonly CutPassage[]): Transaction | null {
  const ranges: Range[] = []
  for (const cut of cuts) {
    const range = passageRange(state.doc, cut)
    if (!range) return null
    ranges.push(range)
  }
  ranges.sort((a, b) => b.from - a.from)
  const overlap = ranges.some((range, at) => at > 0 && range.to > (ranges[at - 1]?.from ?? Infinity))
  if (overlap) return null
  const tr = state.tr
  for (const { from, to } of ranges) {
    const $from = tr.doc.resolve(from)
    const isWhole = $from.parentOffset === 0 && to === $from.end() && $from.depth === 1
    // A paragraph of which nothing is left goes, unless it is the last one.
    if (isWhole && bodyBlocks(tr.doc) > 1) tr.delete($from.before(), $from.after())
    else tr.delete(from, to)
  }
  const first = ranges.at(-1)
  if (first) {
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(first.from, tr.doc.content.size)), -1))
  }
  return closeHistory(tr.scrollIntoView())
}

const bodyBlocks = (doc: Node): number => {
  let count = 0
  doc.forEach(node => {
    if (node.type.isInGroup('block') && node.isTextblock) count++
  })
  return count
}
