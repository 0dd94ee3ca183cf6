import type { Node } from 'prosemirror-model'
import { TextSelection, type Command } from 'prosemirror-state'
import { textParts } from '../../shared/story/text-parts'

/** Where the paragraphs of a story's text begin: as a reader counts them, without crossheads and what is set off. */
export function paragraphStarts(doc: Node): number[] {
  return textParts(doc)
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ from }) => from)
}

/** Which paragraph holds or precedes a place, from 1; 0 in the head. */
export const paragraphAt = (doc: Node, pos: number): number =>
  paragraphStarts(doc).filter(start => start <= pos).length

/** The caret to the start of the nth paragraph, from 1; beyond the last one to the last. */
export const goToParagraph =
  (ordinal: number): Command =>
  (state, dispatch) => {
    const starts = paragraphStarts(state.doc)
    const start = starts[Math.min(Math.max(1, Math.round(ordinal)), starts.length) - 1]
    if (start === undefined) return false
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, start)).scrollIntoView())
    return true
  }
