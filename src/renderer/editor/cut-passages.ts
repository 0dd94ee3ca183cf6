import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { CutPassage } from '../../shared/contract'
import { passageRange } from '../../shared/text-place/passage'

interface Range {
  readonly from: number
  readonly to: number
}

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
