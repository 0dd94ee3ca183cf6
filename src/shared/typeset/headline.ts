/**
 * Headlines: fits a headline into a width in one or two lines by size steps (初号 …) and squeeze, breaking at
 * sense: never inside a word, a number or a name in quotes, never before 的 了 and the like.
 */
import { Break, Class } from './characters'
import type { FaceMetrics, Milliem } from './faces'
import { justify, lineFacts, naturalWidth, shownEnd } from './justify'
import { measureText } from './measure'
import type { Measured } from './measure'
import { newspaper } from './settings'
import type { HouseSetting } from './settings'
import { typeSizes } from './sizes'
import type { TypeSize } from './sizes'

/** What a headline has to go into. Widths in hundredths of a point. */
export interface HeadlineSpace {
  readonly width: number
  /** Most lines it may take. */
  readonly lines: 1 | 2
  /** Sizes it may be set in, largest first; all named sizes unless told. */
  readonly sizes?: readonly TypeSize[]
  readonly face?: FaceMetrics
  readonly align?: 'start' | 'center'
}

/** Tells where words begin, as UTF-16 offsets (`Intl.Segmenter` where it is to be had). */
export type WordStarts = (text: string) => Iterable<number>

/** One line of a set headline. */
export interface HeadlineLine {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Glyph origins of `clusters`, in thousandths of an em of the headline's size. */
  readonly clusters: readonly string[]
  readonly xs: readonly Milliem[]
  readonly width: Milliem
}

/** A headline that fits, or the best that could be done. */
export interface SetHeadline {
  readonly size: TypeSize
  readonly lines: readonly HeadlineLine[]
  /** Squeezed out of the marks, at most, in one line. */
  readonly squeezed: Milliem
  readonly fits: boolean
  /** Set only when it had to be broken against sense, or does not fit. */
  readonly problem?: 'tooLong' | 'badBreak'
}

/** Not at a line's start, not at a line's end: particles, and words that lead to what follows. */
const notFirst = new Set('的地得了着过们吗呢吧啊之者性化')
const notLast = new Set('的在和与及把被将从向对为于由让以是比跟第这那每各本不未')

/** The house's headline habits: marks give all they have, a space is an em at most. */
const headlineSetting = (face: FaceMetrics): HouseSetting => ({
  ...newspaper,
  face,
  digitWidth: 'face',
  slack: 0,
  squeeze: { pause: 500, stop: 500, stopAtEnd: 500, bracket: 500, middle: 500, wideSpace: 500 },
})

/** How much sense a break before each cluster makes: 0 free (a space), higher worse, Infinity never. */
function breakCosts(m: Measured, words: ReadonlySet<number> | undefined): number[] {
  const costs: number[] = []
  let depth = 0
  for (let i = 0; i <= m.count; i++) {
    const before = i > 0 ? (m.classes[i - 1] as number) : Class.han
    // Inside quotes and brackets stands a name or a phrase: it stays whole.
    if (i > 0 && before === Class.open) depth++
    if (i > 0 && before === Class.close) depth = Math.max(0, depth - 1)
    if (i === 0 || i === m.count || (m.breaks[i] as number) < Break.yes) {
      costs.push(Infinity)
      continue
    }
    const previous = m.text.slice(m.offsets[i - 1], m.offsets[i])
    const next = m.text.slice(m.offsets[i], m.offsets[i + 1])
    let cost = 20
    if (before === Class.space || before === Class.wideSpace) cost = 0
    else if (before === Class.pause || before === Class.stop) cost = 5
    else if (before === Class.close || m.classes[i] === Class.open) cost = 10
    else if (words && !words.has(m.offsets[i] as number)) cost += 400
    if (notFirst.has(next) || notLast.has(previous)) cost += 300
    if (before === Class.digit) cost += 300
    if (depth > 0) cost += 600
    costs.push(cost)
  }
  return costs
}

/** A cost from here on is a break against sense. */
const badBreak = 300

function place(m: Measured, from: number, to: number, room: Milliem, center: boolean, setting: HouseSetting) {
  const align = center ? 'center' : 'start'
  const line = lineFacts(m, from, to, 0, room, align, true, setting)
  const xs = justify(m, from, to, 0, room, align, true, setting)
  const clusters: string[] = []
  for (let i = from; i < to; i++) clusters.push(m.text.slice(m.offsets[i], m.offsets[i + 1]))
  const start = m.offsets[from] as number
  const end = m.offsets[to] as number
  return {
    line: {
      text: m.text.slice(start, end).trim(),
      start,
      end,
      clusters,
      xs,
      width: line.width,
    },
    squeezed: -Math.min(0, line.adjust),
    fits: line.width <= room,
  }
}

/**
 * Sets a headline as large as it goes: the largest size at which it fits in one line; in two lines a larger
 * size is taken where it breaks at sense. What fits nowhere comes back at the smallest size with a problem.
 */
export function fitHeadline(text: string, space: HeadlineSpace, wordStarts?: WordStarts): SetHeadline {
  const face = space.face ?? newspaper.face
  const setting = headlineSetting(face)
  const m = measureText(text, setting)
  const words = wordStarts ? new Set(wordStarts(text)) : undefined
  const costs = breakCosts(m, words)
  const sizes = space.sizes ?? typeSizes
  let last: SetHeadline | undefined
  for (const size of sizes) {
    const room = Math.floor((space.width * 1000) / size.size)
    const one = place(m, 0, m.count, room, space.align === 'center', setting)
    if (one.fits) return { size, lines: [one.line], squeezed: one.squeezed, fits: true }
    last = { size, lines: [one.line], squeezed: one.squeezed, fits: false, problem: 'tooLong' }
    if (space.lines < 2) continue
    const at = bestBreak(m, costs, room)
    if (at === undefined) continue
    const first = place(m, 0, at, room, space.align === 'center', setting)
    const second = place(m, at, m.count, room, space.align === 'center', setting)
    if (!first.fits || !second.fits) continue
    const set = {
      size,
      lines: [first.line, second.line],
      squeezed: Math.max(first.squeezed, second.squeezed),
      fits: true,
    }
    if ((costs[at] as number) < badBreak) return set
    // Against sense only if no smaller size down to two thirds does better.
    const smaller = sizes.filter(s => s.size < size.size && s.size * 3 >= size.size * 2)
    const better =
      smaller.length > 0 ? fitHeadline(text, { ...space, sizes: smaller }, wordStarts) : undefined
    return better?.fits && !better.problem ? better : { ...set, problem: 'badBreak' }
  }
  return last ?? { size: { name: '', size: 0 }, lines: [], squeezed: 0, fits: false, problem: 'tooLong' }
}

/** The break that makes most sense and balances the lines, among those whose lines both fit. */
function bestBreak(m: Measured, costs: readonly number[], room: Milliem): number | undefined {
  let best: number | undefined
  let bestCost = Infinity
  const width = (from: number, to: number) => naturalWidth(m, from, shownEnd(m, from, to))
  for (let at = 1; at < m.count; at++) {
    const cost = costs[at] as number
    if (cost === Infinity) continue
    const first = width(0, at)
    const second = width(at, m.count)
    const least = (from: number, to: number) => {
      let give = 0
      for (let i = from; i < to; i++) give += m.gives[i] as number
      return give
    }
    if (first - least(0, at) > room || second - least(at, m.count) > room) continue
    const uneven = Math.floor((Math.abs(first - second) * 100) / Math.max(1, first + second))
    if (cost + uneven < bestCost) {
      bestCost = cost + uneven
      best = at
    }
  }
  return best
}

/** A headline's width at a size, in hundredths of a point, before any squeeze. */
export function headlineWidth(text: string, size: TypeSize, face: FaceMetrics = newspaper.face): number {
  const m = measureText(text, headlineSetting(face))
  return Math.ceil((naturalWidth(m, 0, shownEnd(m, 0, m.count)) * size.size) / 1000)
}
