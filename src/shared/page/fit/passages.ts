import type { StoryBlock, StoryParts } from '../../story/parts'
import type { Passage } from '../../text-place/passage'

/** A passage that may go, and how hard an editor would find that; in characters, more is worse. */
export interface CuttablePassage extends Passage {
  readonly price: number
}

/** What a cut costs beyond its characters. */
const price = {
  /** A clause that goes may leave a sentence that no longer reads. */
  clause: 8,
  /** The first paragraph says what has happened. */
  lead: 20,
  /** What somebody has said. */
  quoted: 10,
  /** The longer it is since the story began, the less it is missed. */
  earlier: 0.5,
} as const

/** As long as a cut may be. */
const mostCharacters = 240

/**
 * What can be cut from a story without writing a word: whole paragraphs, whole sentences, and clauses after the
 * first of a sentence. Quotation marks and brackets stay in pairs. By block, cheapest first.
 */
export function cuttablePassages(story: StoryParts): CuttablePassage[][] {
  const paragraphs = story.blocks.flatMap((block, at) =>
    block.kind === 'paragraph' && block.text !== '' ? [at] : [],
  )
  return story.blocks.map((block, at) => {
    const order = paragraphs.indexOf(at)
    if (block.kind !== 'paragraph' || order < 0) return []
    const isLead = order === 0
    const more = (isLead ? price.lead : 0) + (paragraphs.length - 1 - order) * price.earlier
    return passagesOf(block.text, isLead)
      .map(({ start, end, isClause }): CuttablePassage => {
        const text = block.text.slice(start, end)
        const quoted = /[“「『]/u.test(text) ? price.quoted : 0
        const own = [...text].length + (isClause ? price.clause : 0) + quoted + more
        return { block: at, start, end, text, price: own }
      })
      .filter(({ text }) => isPaired(text) && [...text].length <= mostCharacters)
      .sort((a, b) => a.price - b.price || a.start - b.start)
  })
}

interface Span {
  readonly start: number
  readonly end: number
  readonly isClause: boolean
}

function passagesOf(text: string, isLead: boolean): Span[] {
  const sentences = spansOf(text, /[^。！？]*[。！？]+[”’」』）]*/gu)
  const found: Span[] = []
  if (!isLead) found.push({ start: 0, end: text.length, isClause: false })
  sentences.forEach((sentence, at) => {
    // A sentence, with those after it to the paragraph's end; of the lead never the first.
    if (at > 0 || (!isLead && sentences.length > 1)) found.push({ ...sentence, isClause: false })
    if (at > 0 && at < sentences.length - 1) found.push({ ...sentence, end: text.length, isClause: false })
    found.push(...clausesOf(text, sentence))
  })
  return found
}

/** Runs of clauses of a sentence, never its first one: each with the mark before it, so that the end mark stays. */
function clausesOf(text: string, { start, end }: Pick<Span, 'start' | 'end'>): Span[] {
  const sentence = text.slice(start, end)
  const closing = /[。！？”’」』）]*$/u.exec(sentence)?.index ?? sentence.length
  const marks = [...sentence.slice(0, closing).matchAll(/[，；]/gu)].map(mark => mark.index)
  const found: Span[] = []
  marks.forEach((from, at) => {
    for (const to of [...marks.slice(at + 1), closing]) {
      found.push({ start: start + from, end: start + to, isClause: true })
    }
  })
  return found
}

function spansOf(text: string, pattern: RegExp): Pick<Span, 'start' | 'end'>[] {
  const spans = [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
  const last = spans.at(-1)?.end ?? 0
  return last < text.length ? [...spans, { start: last, end: text.length }] : spans
}

const pairs = ['“”', '‘’', '（）', '《》', '「」', '『』'] as const

function isPaired(text: string): boolean {
  return pairs.every(pair => {
    let open = 0
    for (const sign of text) {
      if (sign === pair[0]) open++
      else if (sign === pair[1] && --open < 0) return false
    }
    return open === 0
  })
}

/** A story without some passages of its text; a paragraph of which nothing is left goes. */
export function storyWithout(story: StoryParts, passages: readonly Passage[]): StoryParts {
  const blocks = story.blocks.flatMap((block, at): StoryBlock[] => {
    const own = passages.filter(passage => passage.block === at)
    if (own.length === 0 || block.kind === 'photo') return [block]
    const text = own
      .toSorted((a, b) => b.start - a.start)
      .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), block.text)
    return text === '' ? [] : [{ ...block, text }]
  })
  return { ...story, blocks }
}
