import { Fragment, Slice, type Node } from 'prosemirror-model'
import { SearchQuery, type SearchResult } from 'prosemirror-search'
import type { EditorState } from 'prosemirror-state'
import { patternOf, replacementParts, type PatternMatch } from './pattern-matches'

/** What is looked for, as the find bar has it. */
export interface FindWish {
  readonly text: string
  readonly replace: string
  readonly isPattern: boolean
  readonly matchCase: boolean
}

/** Words as they stand: what is put in their place stands as it was written too, dollars and all. */
class PlainQuery extends SearchQuery {
  override getReplacements(state: EditorState, { from, to }: SearchResult) {
    const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to))
    const words = this.replace === '' ? Fragment.empty : Fragment.from(state.schema.text(this.replace, marks))
    return [{ from, to, insert: new Slice(words, 0, 0) }]
  }
}

/** The query of words; null where there is nothing to look for. */
export const plainQuery = (wish: FindWish): SearchQuery | null =>
  wish.text === ''
    ? null
    : new PlainQuery({
        search: wish.text,
        replace: wish.replace,
        caseSensitive: wish.matchCase,
        literal: true,
      })

/** Whether the wish is a pattern that can be looked for: one that matches nothing at all (x*) would be found everywhere. */
export function isGoodPattern({ text, matchCase }: FindWish): boolean {
  const pattern = text === '' ? null : patternOf(text, matchCase)
  return pattern !== null && !pattern.test('')
}

/** A block of text as it is searched, and where it begins in the document. */
export interface SearchedText {
  readonly start: number
  readonly text: string
}

/** What stands for a leaf in a searched text, so that places in it are places in the block. */
const leaf = '\ufffc'

/** The blocks of text of a document, or what of them lies in a range. */
export function searchedTexts(
  doc: Node,
  range: { readonly from: number; readonly to: number } | null,
): SearchedText[] {
  const texts: SearchedText[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const inside = pos + 1
    const from = Math.max(inside, range?.from ?? inside)
    const to = Math.min(inside + node.content.size, range?.to ?? Infinity)
    if (from < to) texts.push({ start: from, text: node.textBetween(from - inside, to - inside, leaf, leaf) })
    return false
  })
  return texts
}

/** Matches of a pattern that were found elsewhere, as a query over the document in which they were found. */
class FoundQuery extends SearchQuery {
  readonly #results: readonly (SearchResult & { readonly spans: PatternMatch['spans'] })[]

  constructor(
    wish: FindWish,
    private readonly doc: Node,
    texts: readonly SearchedText[],
    matches: readonly PatternMatch[],
  ) {
    // The pattern itself must never run here: the search is for a text that is not looked at.
    super({ search: leaf, replace: wish.replace, literal: true })
    this.#results = matches.flatMap(({ text, spans }) => {
      const [whole] = spans
      const start = texts[text]?.start
      if (!whole || start === undefined) return []
      return [{ from: start + whole[0], to: start + whole[1], match: null, matchStart: start, spans }]
    })
  }

  /** Null in a document that has changed since: its own search is on the way. */
  override findNext(state: EditorState, from = 0, to = state.doc.content.size): SearchResult | null {
    if (state.doc !== this.doc) return null
    const found = this.#results[this.#firstFrom(from)]
    return found && found.to <= to ? found : null
  }

  override findPrev(state: EditorState, from = state.doc.content.size, to = 0): SearchResult | null {
    if (state.doc !== this.doc) return null
    // Matches do not lie over one another: one that begins before and ends too late has the wanted one before it.
    let at = this.#firstFrom(from) - 1
    if ((this.#results[at]?.to ?? 0) > from) at--
    const found = this.#results[at]
    return found && found.from >= to ? found : null
  }

  /** The first result that begins at a place or after it. */
  #firstFrom(place: number): number {
    let [low, high] = [0, this.#results.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#results[middle]!.from < place) low = middle + 1
      else high = middle
    }
    return low
  }

  override getReplacements(state: EditorState, result: SearchResult) {
    const { from, to, matchStart } = result
    const found = this.#results[this.#firstFrom(from)]
    const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to))
    const content = replacementParts(this.replace).reduce((words, part) => {
      if (typeof part === 'string') return words.addToEnd(state.schema.text(part, marks))
      const span = found?.spans[part]
      return span ? words.append(state.doc.slice(matchStart + span[0], matchStart + span[1]).content) : words
    }, Fragment.empty)
    return [{ from, to, insert: new Slice(content, 0, 0) }]
  }
}

/** The query of a pattern's matches, as they were found in `texts` of this document. */
export const foundQuery = (
  wish: FindWish,
  doc: Node,
  texts: readonly SearchedText[],
  matches: readonly PatternMatch[],
): SearchQuery => new FoundQuery(wish, doc, texts, matches)

/** Matches beyond this many are not counted while one looks: somebody looks for a single mark. */
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
  most = mostCounted,
): FoundCount {
  const { from: first, to: last } = range ?? { from: 0, to: state.doc.content.size }
  let total = 0
  let at = 0
  let found: SearchResult | null = query.findNext(state, first, last)
  while (found && total < most) {
    total++
    if (found.from === state.selection.from && found.to === state.selection.to) at = total
    found = found.to < last ? query.findNext(state, Math.max(found.to, found.from + 1), last) : null
  }
  return { total, at, isMore: found !== null }
}
