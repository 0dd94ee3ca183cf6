import { history } from 'prosemirror-history'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Draft } from '../../shared/cleaning/draft'
import type { StoryParts } from '../../shared/story/parts'
import { stateOf, story } from './sheet.testing'
import { decidePassage, pastedPassage, pastedPassages, pastePassage } from './pasted-passage'

/** For tests only: stories into which something is pasted. */
export const sheetOf = (some: Partial<StoryParts>): EditorState =>
  stateOf(story(some), [history(), pastedPassages])

/** What becomes of a story; it must be a valid one. */
export function done(state: EditorState, tr: Transaction | null): EditorState {
  if (!tr) throw new Error('nothing was done')
  const next = state.apply(tr)
  next.doc.check()
  return next
}

/** The story, its caret at `|`, with a draft pasted there. */
export function pasted(some: Partial<StoryParts>, draft: Draft): EditorState {
  const state = sheetOf(some)
  return done(state, pastePassage(state, draft))
}

/** Changes of the passage by their keys: of one kind, or all. */
export const keysOf = (state: EditorState, kind?: string): string[] =>
  (pastedPassage(state)?.cleaned.changes ?? [])
    .filter(change => kind === undefined || change.kind === kind)
    .map(change => change.key)

export const decided = (state: EditorState, kind: 'revert' | 'make', keys: readonly string[]): EditorState =>
  done(state, decidePassage(state, { kind, keys }))
