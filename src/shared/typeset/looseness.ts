/**
 * Looseness: which of a paragraph's possible breakings is taken. By itself it is set first-fit, and re-broken
 * when it would end in a single character; on demand it is set longer, or shorter.
 *
 * How the print sets a paragraph a line longer (typography.md 7): the lines that are squeezed to the last, and
 * those that just fit, give their last character to the next line; lines with room to spare stay. That is what
 * a little letter-space does. It begins as late in the paragraph as it can; only if that little is not enough
 * is the whole paragraph given more. A paragraph that would end in a single character is set again from lines
 * above its end, with the least letter-space that mends it.
 */
import { mayNotEnd, mayNotStart } from './breaks'
import { em, type Milliem } from './em'
import { breakLine, breakLines } from './lines'
import type { Breaking, Fill } from './lines'
import { measureText } from './measure'
import type { Measured } from './measure'
import type { HouseSetting } from './settings'

/** What is asked of a paragraph's length. */
export interface Wish {
  readonly looseness?: number
  readonly exactLines?: number
}

/** Line ends, with the measurements they were found with. */
export interface Chosen {
  readonly measured: Measured
  readonly ends: readonly number[]
  /** The house setting those measurements are of. */
  readonly setting: HouseSetting
}

/** Letter-space that only full lines feel: with it, loosening may begin in mid-paragraph. */
const gentleTrack = em(0.02)
/** The most letter-space asked for to mend a last line, starting near the end. */
const mendTrack = em(0.04)
/** The most letter-space a whole paragraph is given to come to a number of lines. */
const mostTrack = em(0.4)
/** How many lines before the end loosening may begin: bounds the work in endless paragraphs. */
const deepest = 40

/** The line ends of a paragraph, with looseness, exact lines and 孤字 minded. */
export function chooseLines(m: Measured, wish: Wish, fill: Fill, setting: HouseSetting): Chosen {
  const plain = breakLines(m, fill)
  const own = isRunt(m, plain.ends, setting) ? reset(m, plain, fill, setting) : plain.ends
  const wanted = Math.max(1, wish.exactLines ?? own.length + (wish.looseness ?? 0))
  if (wanted < own.length) return tighten(m, own, fill, setting)
  const ends = wanted === own.length ? own : loosen(m, own, wanted, fill, setting)
  return { measured: m, ends, setting }
}

/** Characters of a last line that count against 孤字: all but marks and spaces. */
export function lastLineCount(m: Measured, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    const cls = m.classes[i] as number
    if (!mayNotStart(cls) && !mayNotEnd(cls)) count++
  }
  return count
}

function isRunt(m: Measured, ends: readonly number[], setting: HouseSetting): boolean {
  const from = ends[ends.length - 2]
  return from !== undefined && lastLineCount(m, from, m.count) < setting.leastLastLine
}

/**
 * The breaking that keeps `ends` up to a line as late as can be, and from there on asks for the least
 * letter-space that brings the paragraph to `wanted` lines and no single character at its end.
 */
function breakLate(
  m: Measured,
  ends: readonly number[],
  wanted: number,
  most: Milliem,
  fill: Fill,
  setting: HouseSetting,
  giveAll = false,
  keepWords = false,
): readonly number[] | undefined {
  for (let keep = ends.length - 1; keep >= Math.max(0, ends.length - deepest); keep--) {
    const from = keep === 0 ? 0 : (ends[keep - 1] as number)
    for (let track = 0; track <= most;) {
      const tried: Breaking = breakLines(m, fill, track, from, keep, giveAll, keepWords)
      if (keep + tried.ends.length > wanted) break
      const whole = [...ends.slice(0, keep), ...tried.ends]
      if (whole.length === wanted && !isRunt(m, whole, setting)) return whole
      track = Math.min(...tried.nextTracks)
    }
  }
  return undefined
}

function leastFrom(tracks: readonly number[], first: number): number {
  let least = Infinity
  for (let line = first; line < tracks.length; line++) least = Math.min(least, tracks[line] as number)
  return least
}

/**
 * Re-breaks a paragraph that would end in a single character: with the least letter-space that mends it, from as
 * late a line on as that letter-space allows. What cannot be mended stays.
 */
function reset(m: Measured, plain: Breaking, fill: Fill, setting: HouseSetting): readonly number[] {
  const { ends } = plain
  const last = ends.length - 1
  const first = Math.max(0, ends.length - deepest)
  /** By line: the letter-space at which it, or one that it has pushed, next ends elsewhere. */
  const due = plain.nextTracks.slice()
  const state = { next: Infinity, giveAll: false, keepWords: false }
  for (let track = leastFrom(due, first); track <= mendTrack; track = leastFrom(due, first)) {
    for (let line = last; line >= first; line--) {
      if ((due[line] as number) > track) continue
      const pushed: number[] = []
      let next = Infinity
      let start = line === 0 ? 0 : (ends[line - 1] as number)
      for (let n = line; n <= last && start < m.count; n++) {
        start = breakLine(m, fill, track, start, n, state)
        pushed.push(start)
        if (state.next < next) next = state.next
        // From here on the lines are those of a later beginning, which has been tried.
        if (start === ends[n]) break
      }
      const isOver = start < m.count && line + pushed.length > last
      due[line] = isOver ? Infinity : next
      if (start < m.count || line + pushed.length <= last) continue
      const whole = [...ends.slice(0, line), ...pushed]
      if (!isRunt(m, whole, setting)) return whole
    }
  }
  return mend(m, ends, mostTrack, fill, setting)
}

/**
 * Re-breaks the end of a paragraph that ends in a single character, at best with no more than `gentle` letter-space;
 * what cannot be mended stays.
 */
function mend(
  m: Measured,
  ends: readonly number[],
  gentle: Milliem,
  fill: Fill,
  setting: HouseSetting,
): readonly number[] {
  const wanted = ends.length
  return (
    breakLate(m, ends, wanted, gentle, fill, setting) ??
    breakLate(m, ends, wanted, mostTrack, fill, setting) ??
    breakLate(m, ends, wanted, mostTrack, fill, setting, true) ??
    ends
  )
}

/**
 * As long as wanted, or as long as decent letter-space makes it. Long words stay whole: one that is parted at one
 * letter-space and whole at the next would make a looser paragraph a shorter one.
 */
function loosen(
  m: Measured,
  own: readonly number[],
  wanted: number,
  fill: Fill,
  setting: HouseSetting,
): readonly number[] {
  const late = breakLate(m, own, wanted, gentleTrack, fill, setting, false, true)
  if (late) return late
  let low = 0
  let high: number = mostTrack
  let found = breakLines(m, fill, high, 0, 0, false, true).ends
  // Where lines that keep their marks and numbers do not come to so many, they give those away, too.
  const giveAll = found.length < wanted
  if (giveAll) found = breakLines(m, fill, high, 0, 0, true, true).ends
  if (found.length < wanted) return found.length > own.length ? found : own
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const tried = breakLines(m, fill, middle, 0, 0, giveAll, true).ends
    if (tried.length >= wanted) {
      high = middle
      found = tried
    } else {
      low = middle
    }
  }
  return isRunt(m, found, setting) ? mend(m, found, mendTrack, fill, setting) : found
}

/** Shorter, with 。！？ squeezed like the other marks; the paragraph's own lines if that wins nothing. */
function tighten(m: Measured, own: readonly number[], fill: Fill, setting: HouseSetting): Chosen {
  const squeeze = { ...setting.squeeze, stop: em(0.5), stopAtEnd: em(0.5) }
  const tight = { ...setting, squeeze }
  const measured = measureText(m.text, tight)
  const plain = breakLines(measured, fill)
  const ends = isRunt(measured, plain.ends, setting) ? reset(measured, plain, fill, setting) : plain.ends
  return ends.length < own.length ? { measured, ends, setting: tight } : { measured: m, ends: own, setting }
}
