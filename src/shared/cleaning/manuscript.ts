import type { StoryBlock, StoryParts } from '../story/parts'
import type { Draft, DraftParagraph } from './draft'
import type { InPart, TextPartName } from '../text-place/text-place'
import { joinTraced, traced, type TracedText } from '../text-place/traced-text'

/** A paragraph or picture on its way from draft to story. Rules give it a role, mend its line or take it out. */
export interface Piece {
  readonly role: TextPartName | 'photo'
  readonly line: TracedText
  /** What it looked like; null for a picture. */
  readonly look: DraftParagraph | null
  /** Index into the draft's pictures; null for text. */
  readonly picture: number | null
  /** Somebody took back what a rule found in it: it stays as it came, and no other rule finds anything in it. */
  readonly isKept?: boolean
}

/** All pieces in reading order. */
export type Manuscript = readonly Piece[]

/** Parts that a draft names as it was a story before; its own look names the others. */
const roleOfStyle = {
  kicker: 'kicker',
  deck: 'deck',
  dateline: 'dateline',
  crosshead: 'crosshead',
  summary: 'summary',
  editorNote: 'editorNote',
  related: 'related',
  credit: 'credit',
  byline: 'byline',
} as const

/**
 * A draft's paragraphs as pieces, each at its own place: one further than its text is long. A picture has two, for the
 * caption and the credit that its file may bring.
 */
export function manuscriptOf(draft: Draft): Piece[] {
  let at = 0
  return draft.blocks.map((block): Piece => {
    const place = at
    if (block.kind === 'image') {
      at += 2
      return { role: 'photo', line: traced('', place), look: null, picture: block.picture }
    }
    at += block.text.length + 1
    const { style } = block
    const isStory = draft.source === 'story'
    let role: TextPartName = 'paragraph'
    if (isStory && style === 'title') role = 'headline'
    else if (isStory && style === 'caption') role = 'caption'
    else if (style !== null && style in roleOfStyle) role = roleOfStyle[style as keyof typeof roleOfStyle]
    return { role, line: traced(block.text, place), look: block, picture: null }
  })
}

/** Lines of one part as one piece with a space between them, where the first stood: marks are set over the whole. */
export function gather(manuscript: Manuscript, role: TextPartName): Manuscript {
  const [first, ...rest] = manuscript.filter(piece => piece.role === role)
  if (!first || rest.length === 0) return manuscript
  const line = rest.reduce((all, next) => joinTraced(all, ' ', next.line), first.line)
  return manuscript.flatMap(piece =>
    piece === first ? [{ ...first, line }] : piece.role === role ? [] : [piece],
  )
}

/** The cleaned story, and where each of its texts came from. */
export interface AssembledStory {
  readonly parts: StoryParts
  /** For each photo block in order, the draft's picture; null for a photo that is only announced. */
  readonly pictures: readonly number[]
  readonly texts: readonly PlacedText[]
}

/** A part's text with the places of its units. */
export interface PlacedText extends InPart {
  readonly line: TracedText
}

/**
 * The parts of a story from its pieces. Several of a one-line part stand in one line, a space between them. A picture
 * that did not come and has no caption leaves no photo; one with a caption is announced.
 */
export function assemble(manuscript: Manuscript, draft: Draft): AssembledStory {
  const texts: PlacedText[] = []
  const lineOf = (part: TextPartName): string => {
    const lines = manuscript.filter(piece => piece.role === part).map(piece => piece.line)
    const [first, ...rest] = lines
    if (!first) return ''
    const line = rest.reduce((all, next) => joinTraced(all, ' ', next), first)
    texts.push({ part, block: null, line })
    return line.text
  }
  const kicker = lineOf('kicker')
  const headline = lineOf('headline')
  const deck = lineOf('deck')
  const dateline = lineOf('dateline')
  const blocks: StoryBlock[] = []
  const pictures: number[] = []
  for (let index = 0; index < manuscript.length; index++) {
    const piece = manuscript[index] as Piece
    if (piece.role === 'photo' && piece.picture !== null) {
      const own = new Map<'caption' | 'credit', TracedText>()
      for (let next = manuscript[index + 1]; next; next = manuscript[index + 1]) {
        const role = next.role
        if (role !== 'caption' && role !== 'credit') break
        const before = own.get(role)
        own.set(role, before ? joinTraced(before, ' ', next.line) : next.line)
        index++
      }
      const picture = draft.pictures[piece.picture]
      const isThere = picture !== undefined && picture.lost === null
      if (!isThere && own.size === 0) continue
      for (const [part, line] of own) texts.push({ part, block: blocks.length, line })
      pictures.push(piece.picture)
      blocks.push({
        kind: 'photo',
        image: picture?.image ?? null,
        width: isThere ? picture.width : 0,
        height: isThere ? picture.height : 0,
        caption: own.get('caption')?.text ?? '',
        credit: own.get('credit')?.text ?? '',
      })
    } else if (isOwnBlock(piece.role)) {
      texts.push({ part: piece.role, block: blocks.length, line: piece.line })
      blocks.push({ kind: piece.role, text: piece.line.text })
    } else if (piece.role === 'paragraph' || piece.role === 'caption' || piece.role === 'credit') {
      // A caption without its picture is text like any other.
      texts.push({ part: 'paragraph', block: blocks.length, line: piece.line })
      blocks.push({ kind: 'paragraph', text: piece.line.text })
    }
  }
  const byline = lineOf('byline')
  const parts: StoryParts = {
    kicker,
    headline,
    deck,
    dateline,
    blocks: blocks.length === 0 ? [{ kind: 'paragraph', text: '' }] : blocks,
    byline,
  }
  return { parts, pictures, texts }
}

/** Parts that are a block of one text, besides paragraphs. */
const isOwnBlock = (role: Piece['role']): role is 'crosshead' | 'summary' | 'editorNote' | 'related' =>
  role === 'crosshead' || role === 'summary' || role === 'editorNote' || role === 'related'
