/**
 * Justify: where the room of a line goes. Squeezing takes from the marks, evenly among equals, then from the
 * gaps beside Latin; spreading fills those gaps first, then letter-space evenly, but never inside a number,
 * a word, —— or ……. Lengths are reckoned in thousandths of an em. (CLREQ 行内调整; what the print shows.)
 */
import { Break, breakBetween } from './breaks'
import { Class } from './characters'
import { milliem, type Milliem } from './em'
import { plainForm } from './forms'
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
export function naturalWidth(m: Measured, from: number, shown: number): number {
  if (shown <= from) return 0
  const inside = (m.widthsTo[shown] as number) - (m.widthsTo[from] as number)
  const { form, forms } = m
  return (
    inside +
    (forms.startWidths[form[from] as number] as number) +
    (forms.endWidths[form[shown - 1] as number] as number)
  )
}

/** What a line can give up in all, edges minded. */
function giveOf(m: Measured, from: number, shown: number): number {
  const { widthsTo, leastTo, form, forms } = m
  const least = (leastTo[shown] as number) - (leastTo[from] as number)
  const width = (widthsTo[shown] as number) - (widthsTo[from] as number)
  const atStart = forms.startGives[form[from] as number] as number
  return width - least + atStart + (forms.endGives[form[shown - 1] as number] as number)
}

/** True where letter-space may be put between a cluster and the one after it. */
function opens(m: Measured, i: number): boolean {
  const a = m.classes[i] as number
  const b = m.classes[i + 1] as number
  if (a === Class.han && b <= Class.close && b !== Class.latin && b !== Class.digit) return true
  if (b === Class.invisible || b === Class.zeroSpace || a === Class.invisible) return false
  if (a === b && (a === Class.dash || a === Class.ellipsis || a === Class.exclamation)) return false
  if (b === Class.suffix || a === Class.prefix) return false
  if (a === Class.digit ? b === Class.infix : a === Class.infix && b === Class.digit) return false
  const aCode = m.codes[i] as number
  const bCode = m.codes[i + 1] as number
  const wide = aCode >= 0x2000 || bCode >= 0x2000
  return wide ? a !== Class.digit || b !== Class.digit : breakBetween(a, b, aCode, bCode, false) === Break.yes
}

/** How a line's room is used: squeezed out of marks and gaps, or spread over gaps and letter-space. */
interface Spread {
  readonly fromMarks: number
  readonly fromGaps: number
  /** What marks could give. */
  readonly markRoom: number
  /** What gaps could give when squeezing, or take when spreading. */
  readonly gapRoom: number
  readonly toGaps: number
  readonly toLetters: number
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
  room: number,
  mayStretch: boolean,
  setting: HouseSetting,
): Spread {
  if (room < 0) {
    const give = giveOf(m, from, shown)
    let gapRoom = 0
    if (setting.latinGap.natural > 0) {
      for (let i = from; i < shown; i++)
        if ((m.forms.gaps[m.form[i] as number] as number) > 0) gapRoom += giveAt(m, i, from, shown)
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
  const { classes, form } = m
  const { meets } = m.forms
  for (let i = from; i < shown - 1; i++) {
    const cls = classes[i] as number
    if (cls === Class.han && classes[i + 1] === Class.han) {
      slots++
      continue
    }
    if (cls === Class.space || cls === Class.glue || (meets[form[i] as number] as number) > 0)
      gapRoom += gapStretch(m, i, most)
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
  left: number,
  right: number,
  align: Align,
  last: boolean,
  setting: HouseSetting,
): Justified {
  const shown = shownEnd(m, from, to)
  if (shown <= from) return justified(left, 0, 0, 0)
  const natural = naturalWidth(m, from, shown)
  const room = right - left - natural
  const mayStretch = align === 'justify' && !last
  let adjust = 0
  let letterSpace = 0
  if (room < 0) {
    const give = giveOf(m, from, shown)
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
  return justified(pen + natural + adjust, natural, adjust, letterSpace)
}

const justified = (width: number, natural: number, adjust: number, letterSpace: number): Justified => ({
  width: milliem(width),
  natural: milliem(natural),
  adjust: milliem(adjust),
  letterSpace: milliem(letterSpace),
})

/** True when the first few clusters already have places enough for the room, so that it need not be counted. */
function isSpreadEasily(m: Measured, from: number, shown: number, room: number, most: number): boolean {
  let left = room
  for (let i = from; i < shown - 1 && left > 0; i++) if (opens(m, i)) left -= most
  return left <= 0
}

/** Places the clusters of a line: each glyph's origin, in order. */
export function justify(
  m: Measured,
  from: number,
  to: number,
  left: number,
  right: number,
  align: Align,
  last: boolean,
  setting: HouseSetting,
): number[] {
  const xs: number[] = []
  placeLine(m, from, to, left, right, align, last, setting, xs, from)
  return xs
}

/** Writes where the glyphs of a line have their origins into `xs`, cluster `base` at 0. */
export function placeLine(
  m: Measured,
  from: number,
  to: number,
  left: number,
  right: number,
  align: Align,
  last: boolean,
  setting: HouseSetting,
  xs: Int32Array | number[],
  base: number,
): void {
  const shown = shownEnd(m, from, to)
  if (shown <= from) {
    for (let i = from; i < to; i++) xs[i - base] = left
    return
  }
  const natural = naturalWidth(m, from, shown)
  const room = right - left - natural
  const mayStretch = align === 'justify' && !last
  const spread = spreadOf(m, from, shown, room, mayStretch, setting)
  const { fromMarks, fromGaps, markRoom, gapRoom, toGaps: stretchGap, toLetters: letter, slots } = spread
  const squeeze = fromMarks + fromGaps

  const { classes, form, forms } = m
  const { widths, startWidths, endWidths, leftLosses, startLosses, shifts } = forms
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
  for (let i = from; i < shown; i++) {
    const own = form[i] as number
    const isInside = i < shown - 1
    if (own === plainForm) {
      xs[i - base] = pen
      pen += 1000
      if (letter === 0 && stretchGap === 0) continue
    } else {
      let width = widths[own] as number
      if (i === from) width += startWidths[own] as number
      if (!isInside) width += endWidths[own] as number
      let leftLoss = (i === from ? startLosses[own] : leftLosses[own]) as number
      if (squeeze > 0) {
        const give = giveAt(m, i, from, shown)
        if (give > 0) {
          let cut = 0
          if ((forms.gaps[own] as number) > 0) {
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
          const cls = classes[i] as number
          if (cls === Class.open) leftLoss += cut
          else if (cls === Class.middle) leftLoss += cut >> 1
          width -= cut
        }
      }
      xs[i - base] = pen - leftLoss + (shifts[own] as number)
      pen += width
    }
    if (!isInside) break
    if (stretchGap > 0) {
      const more = gapStretch(m, i, setting.latinGap.most)
      if (more > 0) {
        seenGaps += more
        const upTo = Math.floor((stretchGap * seenGaps) / gapRoom)
        pen += upTo - takenGaps
        takenGaps = upTo
      }
    }
    if (letter > 0 && ((own === plainForm && form[i + 1] === plainForm) || opens(m, i))) {
      pen += share
      carry += spare
      if (carry >= slots) {
        carry -= slots
        pen++
      }
    }
  }
  for (let i = shown; i < to; i++) xs[i - base] = pen
}

/** What a cluster of a line can give up, edges minded. */
export function giveAt(m: Measured, i: number, from: number, shown: number): number {
  const { forms } = m
  const own = m.form[i] as number
  let give = forms.gives[own] as number
  if (i === from) give += forms.startGives[own] as number
  if (i === shown - 1) give += forms.endGives[own] as number
  return give
}

/** What the gap after a cluster can be spread by: Han beside Latin, and word spaces. */
function gapStretch(m: Measured, i: number, most: number): number {
  if (m.classes[i] === Class.space || m.classes[i] === Class.glue) return 500
  const own = m.form[i] as number
  return (m.forms.meets[own] as number) > 0 ? most - (m.forms.gaps[own] as number) : 0
}
