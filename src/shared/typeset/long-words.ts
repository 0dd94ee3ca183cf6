/**
 * Long words: an address, a telephone or account number that does not go into a line. A break inside it has a price:
 * it is taken only where the line before it would be torn open.
 */
import { Break } from './breaks'
import { Class } from './characters'
import { lineFacts } from './justify'
import type { Measured } from './measure'
import { isLong, isWordUnit } from './word-units'

/** The least clusters that stay on either side of the break. */
const leastSide = 3
/** The least digits of a number that is parted where nothing marks a break: of telephones, accounts and persons. */
const leastDigits = 8

/** The clusters round a break that hang together. */
interface Word {
  readonly from: number
  readonly to: number
  /** May be parted between any two letters: an address, or a long row of digits. */
  readonly anywhere: boolean
}

function wordAround({ classes, codes, count, text, offsets }: Measured, at: number): Word | undefined {
  const isUnit = (i: number) => isWordUnit(classes[i] as number, codes[i] as number)
  let [from, to] = [at, at]
  while (from > 0 && isUnit(from - 1)) from--
  while (to < count && isUnit(to)) to++
  // Brackets and stops round an address are none of it.
  while (to > from && isEdge(classes[to - 1] as number)) to--
  while (from < to && isEdge(classes[from] as number)) from++
  if (!isLong(to - from) || at <= from || at >= to) return undefined
  const word = text.slice(offsets[from], offsets[to])
  const anywhere = /@|:\/\/|^www\.|\/.*\.|\..*\//i.test(word) || longestDigits(word) >= leastDigits
  return { from, to, anywhere }
}

const isEdge = (cls: number) =>
  cls === Class.narrowStop || cls === Class.narrowOpen || cls === Class.narrowClose

function longestDigits(word: string): number {
  return Math.max(0, ...(word.match(/\d+/g) ?? []).map(digits => digits.length))
}

/** True where a line from `from` to `to` would have to be spread beyond what the house calls decent. */
function isTorn(m: Measured, from: number, to: number, width: number): boolean {
  const { setting } = m.forms
  const { natural, adjust, letterSpace } = lineFacts(m, from, to, 0, width, 'justify', false, setting)
  return letterSpace > setting.uglyLetterSpace || adjust < width - natural
}

/**
 * The break inside a long word at which the line from `start` should end instead of at `end`, before that word;
 * `end` where it should not. `most` is the furthest end worth asking for, `room` that of the line as a sum of
 * `leastTo`.
 */
export function breakInWord(
  m: Measured,
  start: number,
  end: number,
  most: number,
  width: number,
  room: number,
): number {
  if (!isTorn(m, start, end, width)) return end
  let best = end
  for (let at = most; at > end; at--) {
    if ((m.breaks[at] as number) >= Break.yes || (m.leastTo[at] as number) + edgeWidth(m, at - 1) > room)
      continue
    const word = wordAround(m, at)
    if (!word) continue
    if (Math.min(at - word.from, word.to - at) < leastSide) continue
    const isMarked = m.breaks[at] === Break.last
    // After a / . - or @, if the line need not be spread too far for it; else as far as the word goes.
    if (isMarked && !isTorn(m, start, at, width)) return at
    if (best === end && (isMarked || (word.anywhere && isInRow(m, at)))) best = at
  }
  return best
}

/** What a cluster has more at a line's end than inside, squeezed to the last. */
const edgeWidth = ({ forms, form }: Measured, last: number) =>
  (forms.endWidths[form[last] as number] as number) - (forms.endGives[form[last] as number] as number)

/** In a row of letters or digits, two of which stay with the line. */
function isInRow({ classes }: Measured, at: number): boolean {
  const cls = classes[at]
  if (cls !== Class.latin && cls !== Class.digit) return false
  return classes[at - 1] === cls && classes[at - 2] === cls
}
