import { fitHeadline, type SetHeadline } from '../../typeset'
import type { HeadStyle } from '../layout'
import type { PageFace, PaintItem } from '../painting'
import { bodyText, noHead, worstOf, type HeadWords, type SetHead } from './head'
import { displaySetting } from './runs'
import { pt, sizeNames, sizes, stepSize, type Pt, type SizeName } from '../sizes'
import { setVertical, type VerticalLine } from './vertical-line'

/** A vertical line with what belongs to it. */
interface Upright {
  readonly part: 'kicker' | 'headline' | 'deck'
  readonly text: string
  readonly start: number
  readonly face: PageFace
  readonly size: Pt
  /** Width that the line takes across the zone. */
  readonly across: Pt
  readonly line: VerticalLine
}

/** Share of its size that a line takes across the zone. */
const across = { kicker: 1.5, headline: 1.24, deck: 1.5 } as const
/** White that the zone keeps at its foot, in lines of the grid. */
const whiteBelow = 0.5
/** What another line, a third, and a cut against sense cost beside a step of size. */
const price = { line: 1.6, manyLines: 1, badBreak: 4, lineNotAsked: 6 }

interface Try {
  readonly name: SizeName
  readonly lines: readonly Upright[]
  readonly sets: readonly (SetHeadline | null)[]
  readonly fits: boolean
  readonly cost: number
}

/**
 * Sets a 竖题: from right to left the 引题, the 主题 and the 副题, each from top to bottom, in a zone of whole
 * columns and whole lines. Its size steps down until it goes in; what is too long at the smallest is set
 * smaller still and called too long. `rows` of the style are the zone's depth; else it is as deep as its words
 * leave, at most `most`. Null where not two lines are left for it.
 */
export function fitVerticalHead(
  story: HeadWords,
  style: HeadStyle,
  width: Pt,
  pitch: Pt,
  most: number,
): SetHead | null {
  if ([story.kicker, story.headline, story.deck].every(text => text.trim() === '')) return noHead(style.size)
  if (most < 2) return null
  const zone = Math.min(style.rows ?? most, most)
  const space = Math.min(style.space, Math.max(0, zone - 2))
  const depth = pt((zone - space - whiteBelow) * pitch)
  const storyText = bodyText(story)
  const names = sizeNames.slice(0, sizeNames.indexOf(style.size) + 1).toReversed()
  let best: Try | null = null
  let last: Try | null = null
  for (const [step, name] of names.entries()) {
    if (best && step >= best.cost) break
    const tried = tryAt(story, style, name, step, { width, depth, storyText })
    last = tried
    if (tried.fits && (!best || tried.cost < best.cost)) best = tried
  }
  const chosen = best ?? last
  if (!chosen) return null
  const wide = chosen.lines.reduce((sum, line) => sum + line.across, 0)
  const deep = Math.max(...chosen.lines.map(({ line, size }) => line.length * size))
  // What goes in at no size is set smaller still, so that nothing of it is lost.
  const scale = Math.min(1, width / wide, depth / deep)
  const lines = style.rows === null ? Math.ceil((deep * scale) / pitch + whiteBelow) + space : zone
  const room = pt((lines - space - whiteBelow) * pitch)
  const placed = place(chosen.lines, scale, width, room, style.align)
  return {
    lines,
    size: chosen.name,
    problem: best ? worstOf(chosen.sets) : 'tooLong',
    below: pt(whiteBelow * pitch + space * pitch),
    linesAt: (_, y) =>
      placed.map(({ own: { part, text, line, size }, top }) => {
        const from = pt(y + top)
        return { part, text, size: pt(size * scale), from, to: pt(from + line.length * size * scale) }
      }),
    paint: (frameId, storyId, x, y, firstLine) =>
      placed.flatMap(({ own, axis, top }, at) =>
        paintLine(
          own,
          pt(own.size * scale),
          { x: pt(x + axis), y: pt(y + top) },
          { frameId, storyId, line: firstLine + at },
        ),
      ),
  }
}

interface Zone {
  readonly width: Pt
  readonly depth: Pt
  readonly storyText: string
}

function tryAt(story: HeadWords, style: HeadStyle, name: SizeName, step: number, zone: Zone): Try {
  const hasMain = story.headline.trim() !== ''
  const under = hasMain ? stepSize(name, -3) : name
  const kicker = setUnder(story.kicker, pt(Math.min(sizes[style.kickerSize], sizes[under])), 'kicker', zone)
  const deck = setUnder(story.deck, pt(Math.min(sizes[style.deckSize], sizes[under])), 'deck', zone)
  const size = sizes[name]
  const room = zone.width - widthOf(kicker.lines) - widthOf(deck.lines)
  const mostLines = Math.max(1, Math.min(style.lines ?? 3, Math.floor(room / (size * across.headline))))
  const main = setPart(story.headline, size, 'headline', 'serif-black', zone, {
    lines: style.lines === null ? null : mostLines,
    mostLines,
  })
  const lines = [...kicker.lines, ...main.lines, ...deck.lines]
  const sets = [kicker.set, main.set, deck.set]
  const fits =
    widthOf(lines) <= zone.width + 0.01 &&
    lines.every(one => one.line.length * one.size <= zone.depth + 0.01) &&
    sets.every(set => set?.problem !== 'tooLong')
  const count = main.lines.length
  const cost =
    step +
    Math.max(0, count - 1) * price.line +
    Math.max(0, count - 2) * price.manyLines +
    Math.max(0, (style.lines ?? count) - count) * price.lineNotAsked +
    (sets.some(set => set?.problem === 'badBreak') ? price.badBreak : 0)
  return { name, lines, sets, fits, cost }
}

const widthOf = (lines: readonly Upright[]): Pt => pt(lines.reduce((sum, line) => sum + line.across, 0))

interface SetPart {
  readonly set: SetHeadline | null
  readonly lines: readonly Upright[]
}

function setUnder(text: string, size: Pt, part: 'kicker' | 'deck', zone: Zone): SetPart {
  return setPart(text, size, part, 'serif-bold', zone, { lines: null, mostLines: 2 })
}

function setPart(
  text: string,
  size: Pt,
  part: Upright['part'],
  face: PageFace,
  { depth, storyText }: Zone,
  count: { readonly lines: number | null; readonly mostLines: number },
): SetPart {
  const metrics = displaySetting(face).face
  const set = fitHeadline(text, { width: depth, sizes: [size], ...count, face: metrics, storyText })
  const lines = (set?.lines ?? []).map((line): Upright => {
    const own = setVertical(line.clusters, face)
    return {
      part,
      text: line.text,
      start: line.start,
      face,
      size,
      across: pt(size * across[part]),
      line: own,
    }
  })
  return { set, lines }
}

/** Lines from right to left in the middle of the zone: centred in its depth, or all from its head. */
function place(
  lines: readonly Upright[],
  scale: number,
  width: Pt,
  depth: Pt,
  align: HeadStyle['align'],
): { readonly own: Upright; readonly axis: Pt; readonly top: Pt }[] {
  let right = width / 2 + (widthOf(lines) * scale) / 2
  return lines.map(own => {
    const wide = own.across * scale
    const axis = pt(right - wide / 2)
    right -= wide
    const length = own.line.length * own.size * scale
    return { own, axis, top: pt(align === 'centre' ? Math.max(0, (depth - length) / 2) : 0) }
  })
}

function paintLine(
  own: Upright,
  size: Pt,
  at: { readonly x: Pt; readonly y: Pt },
  pen: { readonly frameId: string; readonly storyId: string; readonly line: number },
): PaintItem[] {
  const { frameId, storyId, line } = pen
  let top = at.y
  let { start } = own
  return own.line.units.map((unit): PaintItem => {
    const item: PaintItem = {
      kind: 'text',
      frameId,
      face: own.face,
      size,
      stretch: unit.stretch,
      clusters: unit.clusters,
      xs: unit.xs.map(x => pt(at.x + x * size)),
      y: pt(top + unit.y * size),
      ink: 'ink',
      ...(unit.turned ? { turn: 90 as const } : {}),
      line,
      source: { storyId, part: own.part, block: 0, start },
    }
    top = pt(top + unit.advance * size)
    start += unit.clusters.join('').length
    return item
  })
}
