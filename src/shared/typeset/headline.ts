/**
 * Headlines: fits a 引题, 主题 or 副题 into a width by size steps (初号 …), by squeezing its marks and by
 * parting it into lines where its words part. The page, its pictures and its PDF all take their heads from here.
 */
import { em, type Milliem } from './em'
import type { FaceMetrics } from './faces'
import { badCut, headlineCuts, shownRange, type HeadlineCut, type WordSource } from './headline-cuts'
import { justify, lineFacts, shownEnd } from './justify'
import { measureText } from './measure'
import type { Measured } from './measure'
import { newspaper } from './settings'
import type { HouseSetting } from './settings'

/** What a headline has to go into. */
export interface HeadlineSpace extends WordSource {
  /** In the unit that the sizes are in. */
  readonly width: number
  /** Sizes it may be set in, largest first: the wanted one, then steps down. At least one. */
  readonly sizes: readonly number[]
  /** Lines it is to take; null: as few as its words leave, up to `mostLines`. */
  readonly lines: number | null
  /** 3 unless told. */
  readonly mostLines?: number
  readonly face: FaceMetrics
}

/** One line of a set headline. Lengths in thousandths of an em of the headline's size. */
export interface HeadlineLine {
  readonly text: string
  /** UTF-16 offset in the headline. */
  readonly start: number
  readonly clusters: readonly string[]
  /** Glyph origins of `clusters`, from the line's left end. */
  readonly xs: readonly number[]
  readonly width: Milliem
}

/** What is wrong with a headline that could not be set as it should: too long, or cut against sense. */
export type HeadlineProblem = 'tooLong' | 'badBreak'

/** A headline that fits, or the best that could be done. */
export interface SetHeadline {
  /** Index of the size taken among the space's. */
  readonly step: number
  readonly lines: readonly HeadlineLine[]
  readonly problem: HeadlineProblem | null
}

/** What is weighed against what, in steps of size. Found by eye on county papers' heads. */
const price = {
  /** Each line after the first, and once more from the third on. */
  line: 1.6,
  manyLines: 1,
  /** So a known word is worth four steps down, and the two characters that a story has together once, one. */
  sense: 1 / 3,
}

/** What is weighed against what among the cuts of one size, in characters of unevenness. */
const balance = {
  unevenness: 0.15,
  /** A space or a pause that stays inside a line while the cut falls elsewhere. */
  askedLeft: 9,
}

/** The least that stands on a line of its own, in clusters. */
const leastOnLine = 2

/** Heads set their quotes, brackets and pauses on half an em: at their size a whole em of white falls apart. */
const usual = {
  pause: em(0.5),
  stop: em(0),
  stopAtEnd: em(0),
  bracket: em(0.5),
  middle: em(0),
  wideSpace: em(0),
}
/** What marks give, all in all, before a head comes down a size. */
const utmost = {
  pause: em(0.5),
  stop: em(0.5),
  stopAtEnd: em(0.5),
  bracket: em(0.5),
  middle: em(0.5),
  wideSpace: em(0.5),
}

/** A headline measured with its marks as they usually stand, and squeezed to the last. */
interface Measures {
  readonly usual: Measured
  readonly tight: Measured
  readonly usualSetting: HouseSetting
  readonly tightSetting: HouseSetting
}

function measures(text: string, face: FaceMetrics): Measures {
  const setting = (squeeze: HouseSetting['squeeze']): HouseSetting => {
    return { ...newspaper, key: `headline-${face.key}`, face, digitWidth: 'face', slack: em(0), squeeze }
  }
  const [usualSetting, tightSetting] = [setting(usual), setting(utmost)]
  const measured = { usual: measureText(text, usualSetting), tight: measureText(text, tightSetting) }
  return { ...measured, usualSetting, tightSetting }
}

/** The width of a line with all that its marks give squeezed out. */
function leastWidth(m: Measured, from: number, to: number): number {
  const shown = shownEnd(m, from, to)
  if (shown <= from) return 0
  const inside = (m.leastTo[shown] as number) - (m.leastTo[from] as number)
  const { form, forms } = m
  const first = form[from] as number
  const last = form[shown - 1] as number
  const start = (forms.startWidths[first] as number) - (forms.startGives[first] as number)
  return inside + start + (forms.endWidths[last] as number) - (forms.endGives[last] as number)
}

/** Lines of a headline at one size. */
interface Split {
  readonly cuts: readonly HeadlineCut[]
  /** How far they go against sense; 0 where they do not. */
  readonly nonsense: number
}

/**
 * Sets a headline as large as it goes, on as few lines as its words leave: a line more must save a step or two
 * of size, and so must a cut against sense. Where nothing fits, it comes back at the smallest size with lines
 * that are too wide. Null for a headline without characters.
 */
export function fitHeadline(text: string, space: HeadlineSpace): SetHeadline | null {
  const m = measures(text, space.face)
  const { from, to } = shownRange(m.usual)
  if (to <= from) return null
  const cuts = headlineCuts(m.usual, space)
  const rooms = space.sizes.map(size => Math.floor((space.width * 1000) / size + 0.001))
  const last = rooms.length - 1
  const counts = lineCounts(space)
  const whole = leastWidth(m.tight, from, to)
  // Each cut may drop a space of an em.
  const mayGo = (count: number, room: number) => whole - 1000 * (count - 1) <= room * count
  let best: { step: number; split: Split; cost: number } | null = null
  for (const count of counts) {
    const lines = (count - 1) * price.line + Math.max(0, count - 2) * price.manyLines
    if (best && lines >= best.cost) break
    if (!mayGo(count, rooms[last] as number)) continue
    const free = split(m.tight, cuts, count, Infinity)
    if (!free) continue
    for (let step = 0; step <= last; step++) {
      if (best && step + lines >= best.cost) break
      const room = rooms[step] as number
      const found = mayGo(count, room) ? split(m.tight, cuts, count, room) : null
      if (!found) continue
      const cost = step + lines + found.nonsense * price.sense
      if (!best || cost < best.cost) best = { step, split: found, cost }
      // Smaller still makes no better sense.
      if (found.nonsense <= free.nonsense) break
    }
    // Fewer lines than asked for are taken only where so many cannot be had.
    if (best && space.lines !== null) break
  }
  const { step, split: chosen } = best ?? { step: last, split: mostParted(m.tight, cuts, counts) }
  const starts = [from, ...chosen.cuts.map(cut => cut.next)]
  const ends = [...chosen.cuts.map(cut => cut.end), to]
  const lines = starts.map((start, at) => place(m, start, ends[at] as number, rooms[step] as number))
  const isBad = chosen.cuts.some(cut => cut.cost >= badCut)
  return { step, lines, problem: best ? (isBad ? 'badBreak' : null) : 'tooLong' }
}

/** Numbers of lines to try, in order. */
function lineCounts({ lines, mostLines = 3 }: HeadlineSpace): number[] {
  if (lines === null) return Array.from({ length: mostLines }, (_, at) => at + 1)
  return Array.from({ length: lines }, (_, at) => lines - at)
}

/** What fits nowhere, on as many lines as there may be. */
function mostParted(m: Measured, cuts: readonly HeadlineCut[], counts: readonly number[]): Split {
  for (const count of counts.toSorted((a, b) => b - a)) {
    const found = split(m, cuts, count, Infinity)
    if (found) return found
  }
  return { cuts: [], nonsense: 0 }
}

/** The cuts into `count` lines that all go into a room, with most sense and as even as that leaves. */
function split(m: Measured, cuts: readonly HeadlineCut[], count: number, room: number): Split | null {
  const { from, to } = shownRange(m)
  const width = (start: number, end: number) => leastWidth(m, start, end) / 1000
  if (count === 1) return width(from, to) * 1000 <= room ? { cuts: [], nonsense: 0 } : null
  const even = width(from, to) / count
  const off = (start: number, end: number) => balance.unevenness * (width(start, end) - even) ** 2
  const goes = (start: number, end: number) => end - start >= leastOnLine && leastWidth(m, start, end) <= room

  interface Way {
    readonly at: number
    readonly cost: number
    readonly cuts: readonly HeadlineCut[]
  }
  let ways: Way[] = [{ at: from, cost: 0, cuts: [] }]
  for (let line = 1; line < count; line++) {
    const next = new Map<number, Way>()
    for (const way of ways) {
      for (const cut of cuts) {
        if (!goes(way.at, cut.end)) continue
        const cost = way.cost + cut.cost + off(way.at, cut.end)
        const known = next.get(cut.next)
        if (!known || cost < known.cost) next.set(cut.next, { at: cut.next, cost, cuts: [...way.cuts, cut] })
      }
    }
    ways = [...next.values()]
  }
  const asked = Math.min(count - 1, cuts.filter(cut => cut.isAsked).length)
  const left = (way: Way) => Math.max(0, asked - way.cuts.filter(cut => cut.isAsked).length)
  let best: Way | null = null
  let least = Infinity
  for (const way of ways) {
    if (!goes(way.at, to)) continue
    const cost = way.cost + off(way.at, to) + left(way) * balance.askedLeft
    if (cost < least) [best, least] = [way, cost]
  }
  if (!best) return null
  const against = best.cuts.reduce((sum, cut) => sum + Math.max(0, cut.cost), 0)
  return { cuts: best.cuts, nonsense: against + left(best) * balance.askedLeft }
}

/** Places a line's glyphs: its marks as they usually stand, or squeezed as far as the room asks. */
function place(m: Measures, from: number, to: number, room: number): HeadlineLine {
  const own = leastWidth(m.usual, from, to)
  const isUsual = own <= room
  const measured = isUsual ? m.usual : m.tight
  const setting = isUsual ? m.usualSetting : m.tightSetting
  const right = isUsual ? own : room
  const { width } = lineFacts(measured, from, to, 0, right, 'start', true, setting)
  const xs = justify(measured, from, to, 0, right, 'start', true, setting)
  const { text, offsets } = measured
  const clusters: string[] = []
  for (let i = from; i < to; i++) clusters.push(text.slice(offsets[i], offsets[i + 1]))
  const start = offsets[from] as number
  return { text: text.slice(start, offsets[to]), start, clusters, xs, width }
}
