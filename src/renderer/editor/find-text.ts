import { SearchQuery, type SearchResult } from 'prosemirror-search'
import type { EditorState } from 'prosemirror-state'

/** What is looked for, as the find bar has it. */
export interface FindWish {
  readonly text: string
  readonly replace: string
  readonly isPattern: boolean
  readonly matchCase: boolean
}

/** The wish as a query; null where there is nothing to look for or the pattern is none. */
export function queryOf(wish: FindWish): SearchQuery | null {
  if (wish.text === '') return null
  const query = new SearchQuery({
    search: wish.text,
    replace: wish.replace,
    regexp: wish.isPattern,
    caseSensitive: wish.matchCase,
    literal: true,
  })
  if (!query.valid) return null
  // A pattern that matches nothing at all (x*) would be found everywhere.
  if (wish.isPattern && new RegExp(wish.text, 'u').test('')) return null
  return query
}

/** Matches beyond this many are not counted: somebody looks for a single mark. */
const mostCounted = 2000

export interface FoundCount {
  readonly total: number
  /** Which of them is selected, from 1; 0 for none. */
  readonly at: number
  readonly isMore: boolean
}

/** How many matches there are in a range of the document, and which one the selection stands on. */
export function countMatches(
  state: EditorState,
  query: SearchQuery,
  range: { readonly from: number; readonly to: number } | null,
): FoundCount {
  const { from: first, to: last } = range ?? { from: 0, to: state.doc.content.size }
  let total = 0
  let at = 0
  let found: SearchResult | null = query.findNext(state, first, last)
  while (found && total < mostCounted) {
    total++
    if (found.from === state.selection.from && found.to === state.selection.to) at = total
    found = found.to < last ? query.findNext(state, Math.max(found.to, found.from + 1), last) : null
  }
  return { total, at, isMore: found !== null }
}
