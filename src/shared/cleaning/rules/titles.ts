import type { DraftParagraph } from '../draft'
import type { CleanKind } from '../kinds'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { splice } from '../../text-place/traced-text'
import { endsSentence, isRunningText, opensItem, trimmed } from '../words'

type TitlePart = 'kicker' | 'headline' | 'deck'

const kindOf: Readonly<Record<TitlePart, CleanKind>> = {
  kicker: 'kicker-found',
  headline: 'headline-found',
  deck: 'deck-found',
}

const labels: readonly (readonly [RegExp, TitlePart])[] = [
  [/^(?:引题|肩题|眉题)[:：][ \u3000]*/u, 'kicker'],
  [/^(?:标题|题目|主题|主标题|大标题|稿件标题)[:：][ \u3000]*/u, 'headline'],
  [/^(?:副题|副标题|子题)[:：][ \u3000]*/u, 'deck'],
]

const longestTitle = 42

/** A line above the text that may be part of the headline. */
interface Candidate {
  readonly index: number
  readonly text: string
  readonly look: DraftParagraph | null
}

/**
 * The parts of the headline among the lines above the text: by their labels, by the writing program's own style, by
 * type size, a deck by its ——. One line alone is the headline. Several that look the same are asked about.
 */
export function findTitles(manuscript: Manuscript, pen: Pen): Manuscript {
  if (manuscript.some(piece => piece.role === 'headline')) return manuscript
  const candidates = candidatesIn(manuscript)
  if (candidates.length === 0) return manuscript
  const parts = labelledParts(candidates) ?? styledParts(candidates) ?? positionedParts(candidates)
  const roles = parts ?? (candidates.length > 1 ? askedParts(candidates, pen) : null)
  if (!roles) return manuscript
  return manuscript.map((piece, index): Piece => {
    const at = candidates.findIndex(one => one.index === index)
    const role = at < 0 ? undefined : roles[at]
    if (!role) return piece
    const mark =
      labels.map(([pattern]) => pattern.exec(piece.line.text)?.[0].length ?? 0).find(length => length > 0) ??
      0
    const { text } = piece.line
    if (!pen.makes(kindOf[role], piece.line.at, text, text.slice(mark))) return { ...piece, isKept: true }
    return {
      ...piece,
      role,
      line: mark > 0 ? splice(piece.line, [{ from: 0, to: mark, put: '' }]) : piece.line,
    }
  })
}

/** Lines before the running text, up to the first picture, that are short and no sentence. */
function candidatesIn(manuscript: Manuscript): Candidate[] {
  const candidates: Candidate[] = []
  const hasText = manuscript.some(piece => piece.role === 'paragraph' && isRunningText(piece.line.text))
  for (const [index, piece] of manuscript.entries()) {
    if (piece.role !== 'paragraph' && piece.role !== 'photo') continue
    if (piece.role !== 'paragraph') break
    const text = trimmed(piece.line.text)
    if (text === '' || piece.isKept === true) continue
    const isStyled = piece.look?.style === 'title' || piece.look?.style === 'subtitle'
    if (!isStyled && (isRunningText(text) || text.length > longestTitle || opensItem(text))) break
    if (!isStyled && text.includes('\n')) break
    const isHeading = piece.look?.style === 'heading'
    const stops = text.match(/[。！？]/gu)?.length ?? 0
    // A headline may end in a point that does not belong there; a sentence in the middle of others is none.
    const mayStop = stops === 1 && text.length <= 30 && (candidates.length === 0 || opensDeck(text))
    const isSentence = endsSentence(text) && !mayStop
    if (!isStyled && !isHeading && (isSentence || /[，；、]$/u.test(text) || piece.look?.cell)) break
    candidates.push({ index, text, look: piece.look })
    if (candidates.length >= 6) break
  }
  if (!hasText && candidates.length > 0) {
    // Without text below it a line is a headline only where it looks like one.
    return candidates.filter(({ look }) => look?.style === 'title' || look?.style === 'subtitle')
  }
  return candidates
}

const opensDeck = (text: string): boolean => /^(?:——|--|―|—|──)/u.test(text)

function labelledParts(candidates: readonly Candidate[]): (TitlePart | undefined)[] | null {
  const parts = candidates.map(({ text }) => labels.find(([pattern]) => pattern.test(text))?.[1])
  return parts.includes('headline') ? parts : null
}

const rank = ({ look }: Candidate): number => {
  if (look?.style === 'title') return 100_000
  if (look?.style === 'subtitle') return 0
  return (look?.style === 'heading' ? 50_000 : 0) + (look?.size ?? 0) * 10
}

/** The line with the highest style or the largest type is the headline; those above are kicker, those below deck. */
function styledParts(candidates: readonly Candidate[]): TitlePart[] | null {
  const ranks = candidates.map(rank)
  const best = Math.max(...ranks)
  if (best === 0) return null
  const at = ranks.indexOf(best)
  const isTitle = candidates[at]?.look?.style === 'title'
  const isAlone = ranks.filter(one => one === best).length === 1
  if (!isAlone) return null
  // Type size alone says something only where the lines differ in it.
  if (!isTitle && candidates.length === 1) return ['headline']
  return candidates.map((_, index) => (index < at ? 'kicker' : index === at ? 'headline' : 'deck'))
}

/** One line alone is the headline; a second that begins with —— is its deck. */
function positionedParts(candidates: readonly Candidate[]): TitlePart[] | null {
  if (candidates.length === 1) return ['headline']
  const isDeck = ({ text }: Candidate) => opensDeck(text)
  const rest = candidates.slice(1)
  if (rest.length === 1 && rest.every(isDeck)) return ['headline', 'deck']
  return null
}

function askedParts(candidates: readonly Candidate[], pen: Pen): TitlePart[] | null {
  const [first] = candidates
  const answer = pen.asks({
    key: 'titles',
    text: `正文上面有 ${candidates.length} 行像标题，哪一行是主题？`,
    words: first?.text ?? '',
    choices: [
      ...candidates.map(({ text }, index) => ({ value: String(index), name: text })),
      { value: 'none', name: '都不是' },
    ],
    free: null,
    at: null,
  })
  const main = answer === null ? -1 : Number(answer)
  if (!Number.isInteger(main) || main < 0 || main >= candidates.length) return null
  return candidates.map((_, index) => (index < main ? 'kicker' : index === main ? 'headline' : 'deck'))
}
