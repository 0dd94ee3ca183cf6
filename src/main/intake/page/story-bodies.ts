import { widthOf } from '../../../shared/cleaning/line-width'
import { titleParts, type TitlePart } from './headline-parts'
import {
  paragraphOf,
  type PageElement,
  type ParagraphElement,
  type SignatureElement,
  type TitleElement,
} from './page-elements'

/** The running text of one story. */
export interface StoryBody {
  readonly paragraphs: ParagraphElement[]
  readonly crossheads: { readonly part: TitlePart; readonly before: number }[]
}

/** What stands between two bodies, before the first or after the last: titles and bylines in order. */
export type Gap = readonly (TitleElement | SignatureElement)[]

/** A page's text as bodies with gaps round them: `gaps[i]` stands before `bodies[i]`, one more than bodies. */
export interface BodiesAndGaps {
  readonly bodies: readonly StoryBody[]
  readonly gaps: readonly Gap[]
  /** Whether empty lines stand between the parts of headlines. */
  readonly parted: boolean
}

type Piece = TitleElement | SignatureElement | ParagraphElement

/**
 * Parts the page into stories. One ends where a byline stands, and where a dateline opens the next; titles
 * between paragraphs part stories too, unless they look like crossheads.
 */
export function partBodies(elements: readonly PageElement[]): BodiesAndGaps {
  const pieces = withoutLists(
    elements.filter(
      (element): element is Piece => element.kind !== 'caption' && element.kind !== 'furniture',
    ),
  )
  const parted = pieces.some(
    (piece, at) => piece.kind === 'title' && piece.blankBefore && pieces[at - 1]?.kind === 'title',
  )
  const bodies: StoryBody[] = []
  const gaps: (TitleElement | SignatureElement)[][] = [[]]
  for (const piece of pieces) {
    const gap = gaps.at(-1) as (TitleElement | SignatureElement)[]
    if (piece.kind !== 'paragraph') {
      gap.push(piece)
      continue
    }
    const body = bodies.at(-1)
    const last = body?.paragraphs.at(-1)
    if (body !== undefined && last !== undefined && goesOn(last, gap, piece, parted)) {
      const titles = gap.filter(each => each.kind === 'title')
      for (const part of titleParts(titles, parted))
        body.crossheads.push({ part, before: body.paragraphs.length })
      gap.length = 0
      body.paragraphs.push(piece)
    } else {
      bodies.push({ paragraphs: [piece], crossheads: [] })
      gaps.push([])
    }
  }
  return { bodies, gaps, parted }
}

/** Whether a paragraph belongs to the story of the one before it. */
function goesOn(last: ParagraphElement, gap: Gap, next: ParagraphElement, parted: boolean): boolean {
  if (last.signature?.writes === true || next.dateline !== null) return false
  if (gap.length === 0) return true
  const titles = gap.filter(each => each.kind === 'title')
  return titles.length === gap.length && isCrosshead(titles, last, next, parted)
}

/** A crosshead stands in its column: one short line, and the text goes on at the same measure. */
function isCrosshead(
  titles: readonly TitleElement[],
  last: ParagraphElement,
  next: ParagraphElement,
  parted: boolean,
): boolean {
  if (titleParts(titles, parted).length !== 1 || titles.length > 2) return false
  const room = last.measure ?? 20
  if (Math.abs(room - (next.measure ?? 20)) > 0.5) return false
  return titles.every(title => {
    const { natural, squeeze } = widthOf(title.text)
    return natural - squeeze <= room + 0.2
  })
}

/** Titles in a row beyond this number are text set line by line: a list of names, a poem. */
const mostTitles = 8

/**
 * Turns long rows of titles into paragraphs. The first line may still be the headline, as may lines at the
 * end for the story after it.
 */
function withoutLists(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  const anyText = pieces.some(piece => piece.kind === 'paragraph')
  for (let at = 0; at < pieces.length;) {
    let end = at
    while (pieces[end]?.kind === 'title') end++
    const row = pieces.slice(at, end) as TitleElement[]
    if (row.length > mostTitles || (!anyText && row.length > 1)) {
      const head = at === 0 || pieces[at - 1]?.kind !== 'paragraph' ? 1 : 0
      result.push(...row.slice(0, head))
      for (const title of row.slice(head)) result.push(paragraphOf([title], title.at, null, title.changes))
    } else {
      result.push(...row)
    }
    const other = pieces[end]
    if (other !== undefined) result.push(other)
    at = end + 1
  }
  return result
}
