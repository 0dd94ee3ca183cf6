/**
 * Lines: first-fit with squeeze first (先挤进，后推出). Each line takes as many clusters as its squeezable
 * room allows and the prohibitions permit; what may not begin a line pulls its neighbour down with it.
 */
import { Break } from './breaks'
import { Class } from './characters'
import { milliem, type Milliem } from './em'
import { breakInWord } from './long-words'
import type { Measured } from './measure'

/** Line ends as cluster indexes; the last is the paragraph's end. */
export interface Breaking {
  readonly ends: readonly number[]
  /** By line: the next larger `track` at which it would end elsewhere; `Infinity` if none. */
  readonly nextTracks: readonly number[]
}

/**
 * Where the lines of a paragraph stand, one entry a line; the last entry holds for all lines after it. In a
 * plain column there are two entries, with and without the indent.
 */
export interface Fill {
  readonly lefts: readonly Milliem[]
  /** Room of each line, from its left. */
  readonly widths: readonly Milliem[]
}

/** The fill of a plain column. */
export function plainFill(measure: number, indent: Milliem): Fill {
  const width = Math.max(0, measure)
  return { lefts: [indent, milliem(0)], widths: [milliem(Math.max(0, width - indent)), milliem(width)] }
}

/**
 * Breaks the clusters after `from` into lines, of which `before` stand already. `track` is the letter-space
 * in thousandths of an em that every character of a line asks for before the line counts as full: 0 squeezes all there is to squeeze,
 * more sets the paragraph looser. For letter-space a line gives away its last character, but not one that takes
 * marks or a number with it: the hole would be two characters wide. `giveAll` lets it give those, too. `keepWords`
 * parts no long word to save a line from being torn: a paragraph that is set longer may be torn. Always ends: a line
 * takes at least one cluster. An empty paragraph has one empty line.
 */
export function breakLines(
  m: Measured,
  fill: Fill,
  track: number = 0,
  from = 0,
  before = 0,
  giveAll = false,
  keepWords = false,
): Breaking {
  const lastFill = fill.widths.length - 1
  const ends: number[] = []
  const nextTracks: number[] = []
  let start = from
  const state: LineState = { next: Infinity, giveAll, keepWords }
  while (start < m.count) {
    const n = ends.length + before
    const width = fill.widths[n < lastFill ? n : lastFill] as number
    state.next = Infinity
    start = lineEnd(m, start, width, track, state)
    ends.push(start)
    nextTracks.push(state.next)
  }
  if (ends.length === 0) return { ends: [m.count], nextTracks: [Infinity] }
  return { ends, nextTracks }
}

/** What is asked of a line, and told of it: the next larger letter-space at which it would end elsewhere. */
export interface LineState {
  next: number
  readonly giveAll: boolean
  readonly keepWords: boolean
}

/** Where line `n` ends that starts at `start`. */
export function breakLine(
  m: Measured,
  fill: Fill,
  track: number,
  start: number,
  n: number,
  state: LineState,
): number {
  return lineEnd(m, start, fill.widths[Math.min(n, fill.widths.length - 1)] as number, track, state)
}

const em = 1000

const hangs = (cls: number) => cls === Class.space || cls === Class.wideSpace || cls === Class.newline

/** True where a line that may end at `end` could give away its last character only with marks or a number. */
function keepsLast({ breaks, classes, count }: Measured, end: number): boolean {
  if (end === count || (breaks[end] as number) < Break.yes) return false
  let last = end - 1
  while (last > 0 && hangs(classes[last] as number)) last--
  return (breaks[last] as number) < Break.yes
}

/** Where the line that starts at `start` ends. Tells in `state.next` which larger track would change it. */
function lineEnd(m: Measured, start: number, width: number, track: number, state: LineState): number {
  const { leastTo, forms, form, breaks, classes, count } = m
  const { endWidths, endGives } = forms
  const first = form[start] as number
  const base =
    (leastTo[start] as number) +
    width -
    (forms.startWidths[first] as number) +
    (forms.startGives[first] as number)

  // The furthest end worth looking at: at its last cluster a line may still be an em lighter than inside.
  const furthest = base + em
  let high = Math.min(count, start + 1 + Math.max(0, Math.ceil(width / em)))
  while (high < count && (leastTo[high + 1] as number) <= furthest) high++
  while (high > start + 1 && (leastTo[high] as number) > furthest) high--
  while (high < count && hangs(classes[high] as number)) high++
  if (m.hasNewlines) {
    for (let i = start + 1; i < high; i++) {
      if (breaks[i] === Break.must) high = i
    }
  }

  let lastResort = -1
  let anywhere = -1
  for (let end = high; end > start; end--) {
    const chance = breaks[end] as number
    if (chance === Break.no && anywhere >= 0) continue
    // Spaces that end a line hang beyond it, so the room before them still holds.
    let shown = end
    while (shown > start && hangs(classes[shown - 1] as number)) shown--
    const last = form[shown - 1] as number
    const room =
      shown === start
        ? width
        : base - (leastTo[shown] as number) - (endWidths[last] as number) + (endGives[last] as number)
    if (room < track * (shown - start)) {
      if (track === 0 || room < 0 || state.giveAll || !keepsLast(m, end)) continue
      state.next = Infinity
      return end
    }
    if (chance >= Break.yes) {
      if (m.hasLongWords && !state.keepWords && end < high) {
        const inside = breakInWord(m, start, end, high, width, base)
        if (inside > end) {
          state.next = Infinity
          return inside
        }
      }
      state.next = shown > start ? Math.floor(room / (shown - start)) + 1 : Infinity
      return end
    }
    if (anywhere < 0) anywhere = end
    if (chance === Break.last && lastResort < 0) lastResort = end
  }
  state.next = Infinity
  if (lastResort > start) return lastResort
  return anywhere > start ? anywhere : start + 1
}
