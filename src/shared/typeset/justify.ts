/**
 * Justify: where the room of a line goes. Squeezing takes from the marks, evenly among equals, then from the
 * gaps beside Latin; spreading fills those gaps first, then letter-space evenly, but never inside a number,
 * a word, —— or ……. (CLREQ 行内调整; what the print shows.)
 */
import { Break, Class, breakBetween } from './characters'
import type { Milliem } from './faces'
import { glyphAdvance } from './measure'
import type { Measured } from './measure'
import type { HouseSetting } from './settings'

/** How a line is placed in its measure. */
export type Align = 'justify' | 'start' | 'end' | 'center'

/** One line's geometry after its room is spread. */
export interface Justified {
  /** From the column's left edge to the line's right end. */
  readonly width: Milliem
  /** The line's own width, before anything was squeezed or spread; without its indent. */
  readonly natural: Milliem
  /** Squeezed (negative) or spread (positive) by this much in all. */
  readonly adjust: Milliem
  /** The letter-space given between characters, rounded down. */
  readonly letterSpace: Milliem
}

/** The end of what shows of a line: spaces at its end hang. */
export function shownEnd(m: Measured, from: number, to: number): number {
  let end = to
  while (end > from) {
    const cls = m.classes[end - 1] as number
    if (cls !== Class.space && cls !== Class.wideSpace && cls !== Class.newline) break
    end--
  }
  return end
}

/** A line's width before adjustment. */
export function naturalWidth(m: Measured, from: number, shown: number): Milliem {
  if (shown <= from) return 0
  const inside = (m.widthsTo[shown] as number) - (m.widthsTo[from] as number)
  return inside + (m.startWidths[from] as number) + (m.endWidths[shown - 1] as number)
}

/** True where letter-space may be put between a cluster and the one after it. */
function opens(m: Measured, i: number): boolean {
  const a = m.classes[i] as number
  const b = m.classes[i + 1] as number
  if (a === Class.han && b <= Class.close && b !== Class.latin && b !== Class.digit) return true
  if (b === Class.invisible || b === Class.zeroSpace || a === Class.invisible) return false
  if (a === b && (a === Class.dash || a === Class.ellipsis)) return false
  if (b === Class.suffix || a === Class.prefix) return false
  const aCode = m.codes[i] as number
  const bCode = m.codes[i + 1] as number
  const wide = aCode >= 0x2000 || bCode >= 0x2000
  return wide ? a !== Class.digit || b !== Class.digit : breakBetween(a, b, aCode, bCode, false) === Break.yes
}

/** How a line's room is used: squeezed out of marks and gaps, or spread over gaps and letter-space. */
interface Spread {
  readonly fromMarks: Milliem
  readonly fromGaps: Milliem
  /** What marks could give. */
  readonly markRoom: Milliem
  /** What gaps could give when squeezing, or take when spreading. */
  readonly gapRoom: Milliem
  readonly toGaps: Milliem
  readonly toLetters: Milliem
  /** Places that letter-space goes to. */
  readonly slots: number
}

const unspread: Spread = {
  fromMarks: 0,
  fromGaps: 0,
  markRoom: 0,
  gapRoom: 0,
  toGaps: 0,
  toLetters: 0,
  slots: 0,
}

function spreadOf(
  m: Measured,
  from: number,
  shown: number,
  room: Milliem,
  mayStretch: boolean,
  setting: HouseSetting,
): Spread {
  if (room < 0) {
    const inside = (m.leastTo[shown] as number) - (m.leastTo[from] as number)
    const width = (m.widthsTo[shown] as number) - (m.widthsTo[from] as number)
    const give = width - inside + (m.startGives[from] as number) + (m.endGives[shown - 1] as number)
    let gapRoom = 0
    if (setting.latinGap.natural > 0) {
      for (let i = from; i < shown; i++) if ((m.gaps[i] as number) > 0) gapRoom += giveAt(m, i, from, shown)
    }
    const markRoom = give - gapRoom
    const squeeze = Math.min(-room, markRoom + gapRoom)
    const fromMarks = Math.min(squeeze, markRoom)
    return { fromMarks, fromGaps: squeeze - fromMarks, markRoom, gapRoom, toGaps: 0, toLetters: 0, slots: 0 }
  }
  if (room === 0 || !mayStretch) return unspread
  let slots = 0
  let gapRoom = 0
  const { most } = setting.latinGap
  const { classes, meets } = m
  for (let i = from; i < shown - 1; i++) {
    const cls = classes[i] as number
    if (cls === Class.han && classes[i + 1] === Class.han) {
      slots++
      continue
    }
    if (cls === Class.space || (meets[i] as number) > 0) gapRoom += gapStretch(m, i, most)
    if (opens(m, i)) slots++
  }
  const toGaps = Math.min(room, gapRoom)
  const toLetters = slots > 0 ? room - toGaps : 0
  return { fromMarks: 0, fromGaps: 0, markRoom: 0, gapRoom, toGaps, toLetters, slots }
}

/**
 * A line's measures without placing its glyphs. `last` lines keep their natural width unless they have to be
 * squeezed.
 */
export function lineFacts(
  m: Measured,
  from: number,
  to: number,
  left: Milliem,
  right: Milliem,
  align: Align,
  last: boolean,
  setting: HouseSetting,
): Justified {
  const shown = shownEnd(m, from, to)
  if (shown <= from) return { width: left, natural: 0, adjust: 0, letterSpace: 0 }
  const natural = naturalWidth(m, from, shown)
  const room = right - left - natural
  const mayStretch = align === 'justify' && !last
  let adjust = 0
  let letterSpace = 0
  if (room < 0) {
    const inside = (m.leastTo[shown] as number) - (m.leastTo[from] as number)
    const width = (m.widthsTo[shown] as number) - (m.widthsTo[from] as number)
    const give = width - inside + (m.startGives[from] as number) + (m.endGives[shown - 1] as number)
    adjust = -Math.min(-room, give)
  } else if (room > 0 && mayStretch) {
    if (isSpreadEasily(m, from, shown, room, setting.uglyLetterSpace)) {
      adjust = room
    } else {
      const spread = spreadOf(m, from, shown, room, true, setting)
      adjust = spread.toGaps + spread.toLetters
      letterSpace = spread.slots > 0 ? Math.floor(spread.toLetters / spread.slots) : 0
    }
  }
  let pen = left
  const free = right - left - natural - adjust
  if (align === 'end') pen += Math.max(0, free)
  else if (align === 'center') pen += Math.max(0, free >> 1)
  return { width: pen + natural + adjust, natural, adjust, letterSpace }
}

/** True when the first few clusters already have places enough for the room, so that it need not be counted. */
function isSpreadEasily(m: Measured, from: number, shown: number, room: Milliem, most: Milliem): boolean {
  let left = room
  for (let i = from; i < shown - 1 && left > 0; i++) if (opens(m, i)) left -= most
  return left <= 0
}

/** Places the clusters of a line: each glyph's origin, in order. */
export function justify(
  m: Measured,
  from: number,
  to: number,
  left: Milliem,
  right: Milliem,
  align: Align,
  last: boolean,
  setting: HouseSetting,
): Milliem[] {
  const xs: Milliem[] = []
  const shown = shownEnd(m, from, to)
  const natural = naturalWidth(m, from, shown)
  const room = right - left - natural
  if (shown <= from) {
    for (let i = from; i < to; i++) xs.push(left)
    return xs
  }
  const mayStretch = align === 'justify' && !last
  const spread = spreadOf(m, from, shown, room, mayStretch, setting)
  const { fromMarks, fromGaps, markRoom, gapRoom, toGaps: stretchGap, toLetters: letter, slots } = spread
  const squeeze = fromMarks + fromGaps

  const { classes, widths, gives } = m
  let pen = left
  if (align === 'end') pen = Math.max(left, right - natural + squeeze)
  else if (align === 'center') pen = Math.max(left, left + ((right - left - natural + squeeze) >> 1))
  let takenMarks = 0
  let takenGaps = 0
  let seenMarks = 0
  let seenGaps = 0
  // Letter-space in whole units: each place gets its share, and the spare units are dealt out evenly.
  const share = slots > 0 ? Math.floor(letter / slots) : 0
  const spare = letter - share * slots
  let carry = 0
  for (let i = from; i < to; i++) {
    if (i >= shown) {
      xs.push(pen)
      continue
    }
    const cls = classes[i] as number
    // Han in mid-line gives nothing and loses nothing.
    if (cls === Class.han && i < shown - 1 && stretchGap === 0 && (squeeze === 0 || gives[i] === 0)) {
      xs.push(pen)
      pen += widths[i] as number
      if (letter > 0 && (classes[i + 1] === Class.han || opens(m, i))) {
        pen += share
        carry += spare
        if (carry >= slots) {
          carry -= slots
          pen++
        }
      }
      continue
    }
    let width = m.widths[i] as number
    if (i === from) width += m.startWidths[i] as number
    if (i === shown - 1) width += m.endWidths[i] as number
    let leftLoss = i === from ? 0 : (m.leftLosses[i] as number)
    if (i === from && cls === Class.open) leftLoss = Math.max(0, 1000 - width)
    let cut = 0
    if (squeeze > 0) {
      const give = giveAt(m, i, from, shown)
      if (give > 0) {
        if ((m.gaps[i] as number) > 0) {
          seenGaps += give
          const upTo = Math.floor((fromGaps * seenGaps) / gapRoom)
          cut = upTo - takenGaps
          takenGaps = upTo
        } else {
          seenMarks += give
          const upTo = Math.floor((fromMarks * seenMarks) / markRoom)
          cut = upTo - takenMarks
          takenMarks = upTo
        }
        if (cls === Class.open) leftLoss += cut
        else if (cls === Class.middle) leftLoss += cut >> 1
      }
    }
    xs.push(pen - leftLoss + centring(m, i, setting))
    pen += width - cut
    if (i < shown - 1 && stretchGap + letter > 0) {
      const more = stretchGap > 0 ? gapStretch(m, i, setting.latinGap.most) : 0
      if (more > 0) {
        seenGaps += more
        const upTo = Math.floor((stretchGap * seenGaps) / gapRoom)
        pen += upTo - takenGaps
        takenGaps = upTo
      }
      if (letter > 0 && opens(m, i)) {
        pen += share
        carry += spare
        if (carry >= slots) {
          carry -= slots
          pen++
        }
      }
    }
  }
  return xs
}

/** What a cluster of a line can give up, edges minded. */
export function giveAt(m: Measured, i: number, from: number, shown: number): Milliem {
  let give = m.gives[i] as number
  if (i === from) give += m.startGives[i] as number
  if (i === shown - 1) give += m.endGives[i] as number
  return give
}

/** What the gap after a cluster can be spread by: Han beside Latin, and word spaces. */
function gapStretch(m: Measured, i: number, most: Milliem): Milliem {
  if (m.classes[i] === Class.space) return 500
  if ((m.gaps[i] as number) > 0) return most - (m.gaps[i] as number)
  return (m.meets[i] as number) > 0 ? most : 0
}

/** Narrow glyphs on a wider or narrower body (digits at half an em, ·, ——) stand in its middle. */
function centring(m: Measured, i: number, setting: HouseSetting): Milliem {
  const cls = m.classes[i] as number
  if (cls === Class.han || cls === Class.latin) return 0
  const code = m.codes[i] as number
  if (cls === Class.digit) {
    if (setting.digitWidth === 'face' || code > 0x39) return 0
    return (setting.digitWidth - glyphAdvance(code, cls, setting)) >> 1
  }
  if (cls === Class.middle || cls === Class.dash) {
    const units = (m.offsets[i + 1] as number) - (m.offsets[i] as number)
    const body = cls === Class.dash && (units > 1 || code === 0x2e3a) ? 2000 : 1000
    const glyph = body === 2000 ? glyphAdvance(0x2e3a, cls, setting) : glyphAdvance(code, cls, setting)
    return (body - glyph) >> 1
  }
  return 0
}
