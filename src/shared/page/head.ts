import type { StoryParts } from '../story/parts'
import { setParagraph } from '../typeset'
import { headlineLines, type HeadlineLine } from './headline-lines'
import type { HeadStyle } from './layout'
import type { PageFace, PaintItem, TextSource } from './painting'
import { ascent, displaySetting, labelWidth, runOf, setLabel } from './runs'
import { sizeNames, sizes, stepSize, type Point, type SizeName } from './sizes'

/** A headline set into a width: what is painted, and the grid lines that it takes. */
export interface SetHead {
  readonly lines: number
  /** Items for a head whose zone begins at this point. */
  paint(frameId: string, storyId: string, x: Point, y: Point, firstLine: number): PaintItem[]
}

/** A story's running text, to tell which characters make words in it. */
function bodyText(story: Pick<StoryParts, 'blocks'>): string {
  return story.blocks.map(block => (block.kind === 'photo' ? block.caption : block.text)).join('\n')
}

interface HeadLine {
  readonly part: 'kicker' | 'headline' | 'deck'
  readonly text: string
  /** UTF-16 offset in the part's text. */
  readonly start: number
  readonly face: PageFace
  readonly size: Point
  readonly leading: Point
  readonly track: number
}

const noHead: SetHead = { lines: 0, paint: () => [] }

/**
 * Sets a story's kicker, headline and deck above its columns; the zone is whole lines of the grid. A head that
 * is deeper than `most` lines comes down in size until it goes in; null where it does not go in at all.
 */
export function fitHead(
  story: Pick<StoryParts, 'kicker' | 'headline' | 'deck' | 'blocks'>,
  style: HeadStyle,
  width: Point,
  pitch: Point,
  most: number,
): SetHead | null {
  let tried = style
  for (;;) {
    const head = setHead(story, tried, width, pitch)
    if (head.lines <= most) return head
    const size = stepSize(tried.size, -1)
    if (size === tried.size && tried.space === 0) return null
    tried = { ...tried, size, space: 0 }
  }
}

/** Sets a story's head at its style's own sizes. */
export function setHead(
  story: Pick<StoryParts, 'kicker' | 'headline' | 'deck' | 'blocks'>,
  style: HeadStyle,
  width: Point,
  pitch: Point,
): SetHead {
  const stack: HeadLine[] = []
  const main = fitHeadline(story.headline, bodyText(story), style.size, width, style.lines)
  // 引题 and 副题 stay well under the 主题, whatever it came down to.
  const under = main ? stepSize(main.name, -3) : style.kickerSize
  const small = (name: SizeName): SizeName => (sizes[name] > sizes[under] ? under : name)
  const words = bodyText(story)
  for (const text of wrap(story.kicker, words, sizes[small(style.kickerSize)], width)) {
    const size = sizes[small(style.kickerSize)]
    stack.push({ part: 'kicker', ...text, face: 'serif-bold', size, leading: size * 1.45, track: 0 })
  }
  if (main) {
    const size = sizes[main.name]
    for (const text of main.lines) {
      stack.push({ part: 'headline', ...text, face: 'serif-black', size, leading: size * 1.2, track: 0 })
    }
  }
  for (const text of wrap(story.deck, words, sizes[small(style.deckSize)], width)) {
    const size = sizes[small(style.deckSize)]
    stack.push({ part: 'deck', ...text, face: 'serif-bold', size, leading: size * 1.5, track: 0 })
  }
  if (stack.length === 0) return noHead
  const height = stack.reduce((sum, line) => sum + line.leading, 0)
  const lines = Math.ceil((height + pitch * 0.55) / pitch) + style.space
  // The white is shared out with a little more below: the head's own leading already leaves some above.
  const above = (lines * pitch - height) * 0.45

  return {
    lines,
    paint(frameId, storyId, x, y, firstLine) {
      const items: PaintItem[] = []
      let top = y + above
      stack.forEach((line, at) => {
        const { set, line: only, width: natural } = setLabel(line.text, line.face)
        const own = natural * line.size
        const stretch = own > width ? width / own : 1
        const left = style.align === 'centre' ? x + Math.max(0, (width - own * stretch) / 2) : x
        const source: TextSource = { storyId, part: line.part, block: 0, start: line.start }
        const baseline = top + (line.leading - line.size) / 2 + ascent * line.size
        const pen = { frameId, face: line.face, size: line.size, x: left, y: baseline, stretch, source }
        items.push(runOf(set, only, { ...pen, line: firstLine + at }))
        top += line.leading
      })
      return items
    },
  }
}

/** The best size and lines of a 主题: as large as the style allows, on as few lines as its words leave. */
export function fitHeadline(
  text: string,
  storyText: string,
  size: SizeName,
  width: Point,
  lineCount: number | null,
): { readonly name: SizeName; readonly lines: readonly HeadlineLine[] } | null {
  if (text.trim() === '') return null
  const counts = lineCount === null ? [1, 2, 3] : [lineCount]
  let best: { name: SizeName; lines: HeadlineLine[]; cost: number } | null = null
  for (const count of counts) {
    const lines = headlineLines(text, count, storyText)
    if (lines.length !== count) continue
    const widest = Math.max(...lines.map(line => labelWidth(line.text, 'serif-black', 1)))
    let name = size
    while (sizes[name] * widest > width && name !== sizeNames[0]) name = stepSize(name, -1)
    const steps = sizeNames.indexOf(size) - sizeNames.indexOf(name)
    const cost = steps * 1 + (count - 1) * 1.6 + (count > 2 ? 1 : 0)
    if (!best || cost < best.cost) best = { name, lines, cost }
  }
  return best ?? { name: size, lines: headlineLines(text, 1, storyText) }
}

/** Lines of a kicker or deck at one size: as few as go, cut where words part if the lines then still fit. */
function wrap(text: string, storyText: string, size: Point, width: Point): readonly HeadlineLine[] {
  if (text.trim() === '') return []
  const measure = Math.floor((width / size) * 1000)
  const set = setParagraph({ text, indent: 0, align: 'start' }, measure, displaySetting('serif-bold'))
  const even = headlineLines(text, set.lines.length, storyText)
  const fits = even.every(line => labelWidth(line.text, 'serif-bold', size) <= width)
  if (even.length > 0 && fits) return even
  return set.lines.map(line => ({ text: text.slice(line.start, line.end), start: line.start }))
}
