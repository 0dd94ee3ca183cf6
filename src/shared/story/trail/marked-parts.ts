import type { Change } from 'prosemirror-changeset'
import { textParts } from '../text-parts'
import { baseOf, type Hand, type Trail } from './trail'

/** A piece of a part's text: as it was on both sides, or only here. */
export interface MarkedPiece {
  readonly text: string
  readonly mark: 'same' | 'in' | 'out'
  readonly hand: Hand | null
}

/** A part of a story with what is told of it. */
export interface MarkedPart {
  /** kicker, headline, deck, paragraph, crosshead, caption, credit, byline. */
  readonly kind: string
  readonly pieces: readonly MarkedPiece[]
}

/** One side of a comparison: the old text with what went out of it, or the new with what came in. */
export function markedSide(trail: Trail, side: 'old' | 'new'): MarkedPart[] {
  const doc = side === 'old' ? baseOf(trail) : trail.doc
  const ranges = trail.changes.changes.flatMap(change => rangesOf(change, side))
  return textParts(doc).map(({ kind, node, from }) => ({
    kind,
    pieces: cut(node.textContent, from, ranges, side === 'old' ? 'out' : 'in'),
  }))
}

/** Both texts in one: the new one, with what went out standing where it was. */
export function markedText(trail: Trail): MarkedPart[] {
  const base = baseOf(trail)
  const ranges = trail.changes.changes.flatMap(change => rangesOf(change, 'new'))
  const gone = trail.changes.changes
    .filter(change => change.toA > change.fromA)
    .map(change => ({
      at: change.fromB,
      text: base.textBetween(change.fromA, change.toA, '¶'),
      hand: change.deleted.at(-1)?.data ?? null,
    }))
    .filter(one => one.text !== '')
  return textParts(trail.doc).map(({ kind, node, from }, at, all) => {
    const end = from + node.content.size
    const next = all[at + 1]?.from ?? Infinity
    const pieces: MarkedPiece[] = cut(node.textContent, from, ranges, 'in')
    // What went out between two parts stands at the end of the first of them.
    const own = gone.filter(
      one => one.at >= (at === 0 ? 0 : from) && one.at < next && one.at <= Math.max(end, next - 1),
    )
    return {
      kind,
      pieces: own.reduceRight((sum, one) => put(sum, Math.min(one.at, end) - from, one), pieces),
    }
  })
}

interface Range {
  readonly from: number
  readonly to: number
  readonly hand: Hand
}

function rangesOf(change: Change<Hand>, side: 'old' | 'new'): Range[] {
  const spans = side === 'old' ? change.deleted : change.inserted
  let from = side === 'old' ? change.fromA : change.fromB
  return spans.map(span => {
    const range = { from, to: from + span.length, hand: span.data }
    from = range.to
    return range
  })
}

/** A text that begins at `from` of its document, cut where ranges begin and end. */
function cut(text: string, from: number, ranges: readonly Range[], mark: 'in' | 'out'): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const range of ranges) {
    const start = Math.max(at, range.from - from)
    const end = Math.min(text.length, range.to - from)
    if (end <= start || start >= text.length) continue
    if (start > at) pieces.push({ text: text.slice(at, start), mark: 'same', hand: null })
    pieces.push({ text: text.slice(start, end), mark, hand: range.hand })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: 'same', hand: null })
  return pieces
}

/** Puts what went out into pieces at an offset of their text; it takes no room there. */
function put(
  pieces: readonly MarkedPiece[],
  offset: number,
  gone: { readonly text: string; readonly hand: Hand | null },
): MarkedPiece[] {
  const out: MarkedPiece = { text: gone.text, mark: 'out', hand: gone.hand }
  const result: MarkedPiece[] = []
  let at = 0
  let isPut = false
  for (const piece of pieces) {
    const length = piece.mark === 'out' ? 0 : piece.text.length
    if (!isPut && offset <= at) {
      result.push(out)
      isPut = true
    }
    if (!isPut && offset < at + length) {
      result.push({ ...piece, text: piece.text.slice(0, offset - at) }, out, {
        ...piece,
        text: piece.text.slice(offset - at),
      })
      isPut = true
    } else {
      result.push(piece)
    }
    at += length
  }
  if (!isPut) result.push(out)
  return result
}
