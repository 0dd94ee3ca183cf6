/**
 * Where a headline may be cut, and what each cut costs: free at a space or after a pause, dear inside a word,
 * a name in quotes or before a particle, impossible where no line may end. Without a dictionary, the story's
 * own text tells which characters belong together, so that every machine cuts alike.
 */
import { Break, mayNotStart } from './breaks'
import { Class } from './characters'
import { commonWords } from './headline-words'
import type { Measured } from './measure'

/** Tells where words begin, as UTF-16 offsets (`Intl.Segmenter` where its answer need not last). */
export type WordStarts = (text: string) => Iterable<number>

/** What is known of the words of a headline. */
export interface WordSource {
  /** The story's running text, which says which characters it uses as a word. */
  readonly storyText?: string
  /** Where words begin, for a caller that knows; goes before `storyText`. */
  readonly wordStarts?: WordStarts
}

/** A place where a line may end and the next begin, as cluster indexes; spaces between them are dropped. */
export interface HeadlineCut {
  readonly end: number
  readonly next: number
  /** At a space, or after a pause outside quotes. */
  readonly isAsked: boolean
  /** In characters of unevenness; below 0 where the writer asked for it. */
  readonly cost: number
}

/** Costs in characters of unevenness. Found by eye on county papers' heads. */
const price = {
  /** For each time that the story's own text has the two characters together (电|梯): a word is likely cut. */
  pair: 3,
  mostPairs: 3,
  /** Inside a word that is known. */
  word: 14,
  /** A name or a saying stays whole; a saying may part at its own pause. */
  insideQuotes: 10,
  pauseInQuotes: 3,
  /** Before 的 or 了. */
  particle: 10,
  /** After a word that leads to what follows, between a figure and what it counts, after 昨日. */
  leading: 4,
  /** A cut that the writer asked for by a space, or a mark that pauses. */
  space: -4,
  pause: -3,
}

/** A cut from this cost on surely goes against sense: what the story's text alone makes a word is a guess. */
export const badCut = 10

/** Not at a line's start, and not at a line's end: particles, and words that lead to what follows. */
const clingsToLast = new Set('的地得了着过们吗呢吧啊之者和与')
const leadsOn = new Set('在把将被从向以让为不和与及每各第')
const counts = new Set('〇一二三四五六七八九十百千万亿两')
const days = new Set(['昨日', '今日', '明日', '近日', '日前', '今年', '去年'])

const isSpace = (cls: number | undefined) =>
  cls === Class.space || cls === Class.wideSpace || cls === Class.newline || cls === Class.zeroSpace

/** The headline's first cluster that shows, and the one after its last. */
export function shownRange(m: Measured): { readonly from: number; readonly to: number } {
  let [from, to] = [0, m.count]
  while (from < to && isSpace(m.classes[from])) from++
  while (to > from && isSpace(m.classes[to - 1])) to--
  return { from, to }
}

/** Every place where a headline may be cut, in order. */
export function headlineCuts(m: Measured, source: WordSource): HeadlineCut[] {
  const { from, to } = shownRange(m)
  const words = source.wordStarts && new Set(source.wordStarts(m.text))
  const story = source.storyText ?? ''
  const character = (i: number) => m.text.slice(m.offsets[i], m.offsets[i + 1])
  const cuts: HeadlineCut[] = []
  let depth = 0
  for (let i = from + 1; i < to; i++) {
    const [before, after] = [m.classes[i - 1] as number, m.classes[i] as number]
    if (before === Class.open) depth++
    if (before === Class.close) depth = Math.max(0, depth - 1)
    if (isSpace(before)) continue
    if (isSpace(after)) {
      let next = i
      while (isSpace(m.classes[next])) next++
      if ((m.breaks[next] as number) < Break.yes) continue
      cuts.push({ end: i, next, isAsked: depth === 0, cost: price.space + depth * price.pauseInQuotes })
      continue
    }
    if ((m.breaks[i] as number) < Break.yes) continue
    const [last, first] = [character(i - 1), character(i)]
    const isPause = before === Class.pause || before === Class.stop || before === Class.exclamation
    let cost = depth * (isPause ? price.pauseInQuotes : price.insideQuotes)
    if (isPause) cost += depth > 0 ? 0 : price.pause
    else if (words) cost += words.has(m.offsets[i] as number) ? 0 : price.word
    else if (!mayNotStart(before)) cost += wordCost(last, first, story)
    // A figure and its measure word: 2路, 三十一部.
    if (before === Class.digit || counts.has(last)) cost += price.leading
    if (i - 2 >= from && days.has(character(i - 2) + last)) cost += price.leading
    if (clingsToLast.has(first)) cost += price.particle
    if (leadsOn.has(last)) cost += price.leading
    cuts.push({ end: i, next: i, isAsked: isPause && depth === 0, cost })
  }
  return cuts
}

/** What it costs to part two characters, by how surely they are one word. */
function wordCost(last: string, first: string, story: string): number {
  const pair = last + first
  if (commonWords.has(pair)) return price.word
  return price.pair * Math.min(price.mostPairs, count(story, pair))
}

function count(text: string, part: string): number {
  let times = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) times++
  return times
}
