import type { StoryParts } from '../../story/parts'
import { fitHeadline, type HeadlineLine, type HeadlineProblem, type SetHeadline } from '../../typeset'
import type { HeadStyle } from '../layout'
import type { PageFace, PaintItem } from '../painting'
import type { ComposedHead } from './composed'
import { ascent, displaySetting } from './runs'
import { pt, sizeNames, sizes, stepSize, type Pt, type SizeName } from '../sizes'

/** What a head is made of: the words, and the running text that tells which characters make words. */
export type HeadWords = Pick<StoryParts, 'kicker' | 'headline' | 'deck' | 'blocks'>

/** A headline set into its zone: what is painted, and the grid lines that it takes. */
export interface SetHead {
  readonly lines: number
  /** The size of the 主题, or the one asked for where there is none. */
  readonly size: SizeName
  readonly problem: HeadlineProblem | null
  /** White between its last line and the zone's foot. */
  readonly below: Pt
  /** Its lines, for a zone that begins at this point. */
  linesAt(x: Pt, y: Pt): ComposedHead['lines']
  /** Items for a head whose zone begins at this point. */
  paint(frameId: string, storyId: string, x: Pt, y: Pt, firstLine: number): PaintItem[]
}

/** A story's running text. */
export function bodyText(story: Pick<StoryParts, 'blocks'>): string {
  return story.blocks.map(block => (block.kind === 'photo' ? block.caption : block.text)).join('\n')
}

interface HeadLine {
  readonly part: 'kicker' | 'headline' | 'deck'
  readonly line: HeadlineLine
  readonly face: PageFace
  readonly size: Pt
  readonly leading: Pt
}

/** A head without words. */
export const noHead = (size: SizeName): SetHead => {
  return { lines: 0, size, problem: null, below: pt(0), linesAt: () => [], paint: () => [] }
}

/**
 * Sets a story's kicker, headline and deck above its columns; the zone is whole lines of the grid. A head that
 * is deeper than `most` lines comes down in size until it goes in; null where it does not go in at all.
 */
export function fitHead(
  story: HeadWords,
  style: HeadStyle,
  width: Pt,
  pitch: Pt,
  most: number,
): SetHead | null {
  let tried = style
  for (;;) {
    const head = setHead(story, tried, width, pitch)
    if (head.lines <= most) return head
    // White goes before size.
    const size = tried.space > 0 ? tried.size : stepSize(tried.size, -1)
    if (size === tried.size && tried.space === 0) return null
    tried = { ...tried, size, space: 0 }
  }
}

/** Sets a story's head at its style's own sizes, or smaller where its words are too long for the width. */
export function setHead(story: HeadWords, style: HeadStyle, width: Pt, pitch: Pt): SetHead {
  const words = bodyText(story)
  const main = setMain(story.headline, words, style, width)
  // 引题 and 副题 stay well under the 主题, whatever it came down to.
  const under = main ? stepSize(main.name, -3) : style.kickerSize
  const small = (name: SizeName): Pt => pt(Math.min(sizes[name], sizes[under]))
  const kickerSize = small(style.kickerSize)
  const deckSize = small(style.deckSize)
  const kicker = setUnder(story.kicker, words, kickerSize, width)
  const deck = setUnder(story.deck, words, deckSize, width)
  const linesOf = (
    part: HeadLine['part'],
    set: SetHeadline | null | undefined,
    face: PageFace,
    size: Pt,
    leading: number,
  ): HeadLine[] => (set?.lines ?? []).map(line => ({ part, line, face, size, leading: pt(size * leading) }))
  const stack = [
    ...linesOf('kicker', kicker, 'serif-bold', kickerSize, 1.45),
    ...linesOf('headline', main?.set, 'serif-black', main ? sizes[main.name] : pt(0), 1.2),
    ...linesOf('deck', deck, 'serif-bold', deckSize, 1.5),
  ]
  if (stack.length === 0) return noHead(style.size)
  const height = stack.reduce((sum, line) => sum + line.leading, 0)
  const lines = Math.ceil((height + pitch * 0.55) / pitch) + style.space
  // The white is shared out with a little more below: the head's own leading already leaves some above.
  const above = (lines * pitch - height) * 0.45

  // A head that is too wide at its smallest size is set narrower, so that nothing of it is lost.
  const stood = ({ line, size }: HeadLine) => {
    const own = (line.width * size) / 1000
    const stretch = own > width ? width / own : 1
    const left = style.align === 'centre' ? Math.max(0, (width - own * stretch) / 2) : 0
    return { stretch, left, width: own * stretch }
  }
  return {
    lines,
    size: main?.name ?? style.size,
    problem: worstOf([main?.set, kicker, deck]),
    below: pt(lines * pitch - above - height),
    linesAt: x =>
      stack.map(line => {
        const { left, width: own } = stood(line)
        const { part, size } = line
        return { part, text: line.line.text, size, from: pt(x + left), to: pt(x + left + own) }
      }),
    paint(frameId, storyId, x, y, firstLine) {
      const items: PaintItem[] = []
      let top = y + above
      stack.forEach((whole, at) => {
        const { part, line, face, size, leading } = whole
        const { stretch, left } = stood(whole)
        items.push({
          kind: 'text',
          frameId,
          face,
          size,
          stretch,
          clusters: line.clusters,
          xs: line.xs.map(one => pt(x + left + (one * size * stretch) / 1000)),
          y: pt(top + (leading - size) / 2 + ascent * size),
          ink: 'ink',
          line: firstLine + at,
          source: { storyId, part, block: 0, start: line.start },
        })
        top += leading
      })
      return items
    },
  }
}

/** What is wrong with parts of a head: what is too long goes before a bad break. */
export function worstOf(parts: readonly (SetHeadline | null | undefined)[]): HeadlineProblem | null {
  const problems = parts.map(part => part?.problem ?? null)
  return problems.find(problem => problem === 'tooLong') ?? problems.find(problem => problem !== null) ?? null
}

/** The best size and lines of a 主题: as large as the style allows, on as few lines as its words leave. */
function setMain(
  text: string,
  storyText: string,
  style: HeadStyle,
  width: Pt,
): { readonly name: SizeName; readonly set: SetHeadline } | null {
  const names = sizeNames.slice(0, sizeNames.indexOf(style.size) + 1).toReversed()
  const points = names.map(name => sizes[name])
  const face = displaySetting('serif-black').face
  const set = fitHeadline(text, { width, sizes: points, lines: style.lines, face, storyText })
  return set && { name: names[set.step] ?? style.size, set }
}

/** A kicker or deck at its one size: as few lines as go. */
function setUnder(text: string, storyText: string, size: Pt, width: Pt): SetHeadline | null {
  const face = displaySetting('serif-bold').face
  // As many lines as there can be, were every one only half full.
  const mostLines = 1 + Math.ceil((2 * text.length * size) / width)
  return fitHeadline(text, { width, sizes: [size], lines: null, mostLines, face, storyText })
}
