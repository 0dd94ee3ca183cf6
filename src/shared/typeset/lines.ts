/**
 * Lines: first-fit with squeeze first (先挤进，后推出). Each line takes as many clusters as its squeezable
 * room allows and the prohibitions permit; what may not begin a line pulls its neighbour down with it.
 */
import { Break, Class } from './characters'
import type { Milliem } from './faces'
import type { Measured } from './measure'

/** Line ends as cluster indexes; the last is the paragraph's end. */
export interface Breaking {
  readonly ends: readonly number[]
  /** The next larger `track` at which any line would end elsewhere; `Infinity` if none. */
  readonly nextTrack: Milliem
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
export function plainFill(measure: Milliem, indent: Milliem): Fill {
  const width = Math.max(0, measure)
  return { lefts: [indent, 0], widths: [Math.max(0, width - indent), width] }
}

/**
 * Breaks the clusters after `from` into lines, of which `before` stand already. `track` is the letter-space
 * that every character of a line asks for before the line counts as full: 0 squeezes all there is to squeeze,
 * more sets the paragraph looser. Always ends: a line takes at least one cluster. An empty paragraph has one
 * empty line.
 */
export function breakLines(m: Measured, fill: Fill, track: Milliem = 0, from = 0, before = 0): Breaking {
  const lastFill = fill.widths.length - 1
  const ends: number[] = []
  let nextTrack = Infinity
  let start = from
  const state = { next: Infinity }
  while (start < m.count) {
    const n = ends.length + before
    const width = fill.widths[n < lastFill ? n : lastFill] as number
    state.next = Infinity
    start = lineEnd(m, start, width, track, state)
    if (state.next < nextTrack) nextTrack = state.next
    ends.push(start)
  }
  if (ends.length === 0) ends.push(m.count)
  return { ends, nextTrack }
}

/** Where the line that starts at `start` ends. Tells in `state.next` which larger track would change it. */
function lineEnd(
  m: Measured,
  start: number,
  width: Milliem,
  track: Milliem,
  state: { next: Milliem },
): number {
  const { widths, gives, endWidths, endGives, breaks, classes, count } = m
  let sum = m.startWidths[start] as number
  let give = m.startGives[start] as number
  let best = -1
  let lastResort = -1
  let anywhere = -1
  let shown = start
  let room = width
  for (let end = start + 1; end <= count; end++) {
    const i = end - 1
    const cls = classes[i] as number
    sum += widths[i] as number
    give += gives[i] as number
    if (cls !== Class.space && cls !== Class.wideSpace && cls !== Class.newline) {
      shown = end
      room = width - (sum + (endWidths[i] as number)) + give + (endGives[i] as number)
    }
    // Spaces that end a line hang beyond it, so the room before them still holds.
    if (room >= track * (shown - start)) {
      anywhere = end
      const chance = breaks[end] as number
      if (chance >= Break.yes) {
        best = end
        state.next = shown > start ? Math.floor(room / (shown - start)) + 1 : Infinity
        if (chance === Break.must) return end
      } else if (chance === Break.last) {
        lastResort = end
      }
    } else if (sum - give - em > width) {
      break
    }
  }
  if (best > start) return best
  state.next = Infinity
  if (lastResort > start) return lastResort
  return anywhere > start ? anywhere : start + 1
}

const em = 1000
