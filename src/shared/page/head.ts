import type { StoryParts } from '../story/parts'
import { setParagraph } from '../typeset'
import type { HeadStyle } from './layout'
import type { PageFace, PaintItem, TextSource } from './painting'
import { ascent, displaySetting, labelWidth, runOf } from './runs'
import { sizeNames, sizes, stepSize, type Point, type SizeName } from './sizes'

/** A headline set into a width: what is painted, and the grid lines that it takes. */
export interface SetHead {
  readonly lines: number
  /** Items for a head whose zone begins at this point. */
  paint(frameId: string, storyId: string, x: Point, y: Point, firstLine: number): PaintItem[]
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

/** Sets a story's kicker, headline and deck above its columns. `pitch` is the grid's; the zone is whole lines. */
export function setHead(
  story: Pick<StoryParts, 'kicker' | 'headline' | 'deck'>,
  style: HeadStyle,
  width: Point,
  pitch: Point,
): SetHead {
  const stack: HeadLine[] = []
  const main = fitHeadline(story.headline, style.size, width, style.lines)
  // 引题 and 副题 stay well under the 主题, whatever it came down to.
  const under = main ? stepSize(main.name, -3) : style.kickerSize
  const small = (name: SizeName): SizeName => (sizes[name] > sizes[under] ? under : name)
  for (const text of wrap(story.kicker, 'serif-bold', sizes[small(style.kickerSize)], width)) {
    const size = sizes[small(style.kickerSize)]
    stack.push({ part: 'kicker', ...text, face: 'serif-bold', size, leading: size * 1.45, track: 0 })
  }
  if (main) {
    const size = sizes[main.name]
    for (const text of main.lines) {
      stack.push({ part: 'headline', ...text, face: 'serif-black', size, leading: size * 1.2, track: 0 })
    }
  }
  for (const text of wrap(story.deck, 'serif-bold', sizes[small(style.deckSize)], width)) {
    const size = sizes[small(style.deckSize)]
    stack.push({ part: 'deck', ...text, face: 'serif-bold', size, leading: size * 1.5, track: 0 })
  }
  if (stack.length === 0) return noHead
  const height = stack.reduce((sum, line) => sum + line.leading, 0)
  const lines = Math.ceil((height + pitch * 0.55) / pitch)
  // The white is shared out with a little more below: the head's own leading already leaves some above.
  const above = (lines * pitch - height) * 0.45

  return {
    lines,
    paint(frameId, storyId, x, y, firstLine) {
      const items: PaintItem[] = []
      let top = y + above
      stack.forEach((line, at) => {
        const set = setParagraph(
          { text: line.text, indent: 0, align: 'start' },
          endless,
          displaySetting(line.face),
        )
        const only = set.lines[0]!
        const own = (only.natural * line.size) / 1000
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

const endless = 1_000_000

interface TextLine {
  readonly text: string
  readonly start: number
}

/** The best size and lines of a 主题: as large as the style allows, on as few lines as its words leave. */
export function fitHeadline(
  text: string,
  size: SizeName,
  width: Point,
  lineCount: number | null,
): { readonly name: SizeName; readonly lines: readonly TextLine[] } | null {
  if (text.trim() === '') return null
  const counts = lineCount === null ? [1, 2, 3] : [lineCount]
  let best: { name: SizeName; lines: TextLine[]; cost: number } | null = null
  for (const count of counts) {
    const lines = splitHeadline(text, count)
    if (lines.length !== count) continue
    const widest = Math.max(...lines.map(line => labelWidth(line.text, 'serif-black', 1000) / 1000))
    let name = size
    while (sizes[name] * widest > width && name !== sizeNames[0]) name = stepSize(name, -1)
    const steps = sizeNames.indexOf(size) - sizeNames.indexOf(name)
    const cost = steps * 1 + (count - 1) * 1.6 + (count > 2 ? 1 : 0)
    if (!best || cost < best.cost) best = { name, lines, cost }
  }
  return best ?? { name: size, lines: splitHeadline(text, 1) }
}

/** Splits a headline into lines of like length, at its spaces where it has them, else between characters. */
function splitHeadline(text: string, count: number): TextLine[] {
  const trimmed = text.trimEnd()
  const offset = trimmed.length - trimmed.trimStart().length
  if (count === 1) return [{ text: trimmed.slice(offset), start: offset }]
  const breaks: number[] = []
  for (let at = offset + 1; at < trimmed.length; at++) if (/[\s\u3000]/.test(trimmed[at]!)) breaks.push(at)
  const lines: TextLine[] = []
  let from = offset
  for (let left = count; left > 1; left--) {
    const ideal = from + (trimmed.length - from) / left
    const spaced = breaks
      .filter(at => at > from)
      .toSorted((a, b) => Math.abs(a - ideal) - Math.abs(b - ideal))[0]
    const near = spaced !== undefined && Math.abs(spaced - ideal) <= (trimmed.length - from) / left / 2
    const cut = near ? spaced : plainCut(trimmed, Math.round(ideal))
    if (cut <= from || cut >= trimmed.length) return []
    lines.push({ text: trimmed.slice(from, cut), start: from })
    from = cut
    while (/[\s\u3000]/.test(trimmed[from] ?? '')) from++
  }
  lines.push({ text: trimmed.slice(from), start: from })
  return lines
}

/** The nearest place to `ideal` where a line may end: no closing mark begins one, no number is parted. */
function plainCut(text: string, ideal: number): number {
  for (let away = 0; away < text.length; away++) {
    for (const at of [ideal + away, ideal - away]) {
      if (at < 2 || at > text.length - 2) continue
      const [before, after] = [text[at - 1]!, text[at]!]
      if (/[，、。；：！？”’）》〉】…—%·的了]/.test(after) || /[“‘（《〈【—…·]/.test(before)) continue
      if (/[0-9A-Za-z.]/.test(before) && /[0-9A-Za-z.%]/.test(after)) continue
      return at
    }
  }
  return -1
}

/** Lines of a kicker or deck at one size. */
function wrap(text: string, face: PageFace, size: Point, width: Point): TextLine[] {
  if (text.trim() === '') return []
  const measure = Math.floor((width / size) * 1000)
  const set = setParagraph({ text, indent: 0, align: 'start' }, measure, displaySetting(face))
  return set.lines.map(line => ({ text: text.slice(line.start, line.end), start: line.start }))
}
