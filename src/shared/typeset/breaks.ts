/**
 * Breaks: where a line may end between two clusters. Sources: CLREQ 行首行尾禁则 and 符号分离禁则, GB/T 15834, UAX #14
 * for the signs of figures.
 */
import { Class } from './characters'
import type { Characters } from './characters'

/** How two neighbours part. */
export const Break = {
  /** Never, unless nothing else fits. */
  no: 0,
  /** Only if a word is wider than the measure: after / . - and the like in addresses. */
  last: 1,
  yes: 2,
  /** The text itself ends the line. */
  must: 3,
} as const

const neverFirst = bits(
  Class.pause,
  Class.stop,
  Class.exclamation,
  Class.close,
  Class.middle,
  Class.dash,
  Class.ellipsis,
  Class.connector,
  Class.space,
  Class.wideSpace,
  Class.newline,
  Class.suffix,
  Class.narrowStop,
  Class.narrowClose,
  Class.invisible,
  Class.glue,
  Class.zeroSpace,
)
const neverLast = bits(Class.open, Class.narrowOpen, Class.invisible, Class.glue)
/** What makes one word when it stands together without a space. */
const inWord = bits(
  Class.latin,
  Class.digit,
  Class.prefix,
  Class.suffix,
  Class.narrowStop,
  Class.narrowOpen,
  Class.narrowClose,
  Class.sign,
)
/** What a note mark stays with. */
const noteBearer = bits(Class.han, Class.latin, Class.digit, Class.close, Class.note)
const closing = bits(Class.close, Class.pause, Class.stop, Class.exclamation)
/** Signs that stay with the number after them. */
const signs = bits(Class.prefix, Class.infix)

function bits(...classes: Class[]): number {
  return classes.reduce((set: number, cls) => set | (1 << cls), 0)
}
const has = (set: number, cls: number) => ((set >> cls) & 1) === 1

/** True for the marks that must not begin a line. */
export const mayNotStart = (cls: number): boolean => has(neverFirst, cls)
/** True for the marks that must not end a line (a prefix sign only before its number). */
export const mayNotEnd = (cls: number): boolean => has(neverLast, cls)

/**
 * May a line end between `a` and the `b` after it, as far as the two alone tell? `loose` lets a second closing mark
 * in a row begin a line (CLREQ's concession to very narrow columns).
 */
export function breakBetween(a: number, b: number, aCode: number, bCode: number, loose: boolean): number {
  if (a === Class.newline) return Break.must
  if (a === Class.zeroSpace) return b === Class.newline ? Break.no : Break.yes
  if (has(neverLast, a)) return Break.no
  if (has(signs, a) && (b === Class.digit || b === Class.prefix)) return Break.no
  if (b === Class.infix && a === Class.digit) return Break.no
  if (has(neverFirst, b)) {
    return loose && has(closing, a) && has(closing, b) ? Break.yes : Break.no
  }
  // No slash between Han begins a line or ends one (15834 5.1.9).
  if (aCode === 0x2f || aCode === 0xff0f) return has(inWord, b) ? Break.last : Break.no
  const narrowConnector = a === Class.connector && aCode < 0x3000
  if (narrowConnector && aCode !== 0x7e && has(inWord, b)) return aCode === 0x2011 ? Break.no : Break.last
  if (has(inWord, a) && has(inWord, b) && aCode < 0x2e80 && bCode < 0x2e80) {
    return a === Class.narrowStop || a === Class.sign ? Break.last : Break.no
  }
  // After a mark ① numbers what follows; after a word it is the word's note, and so is [1].
  if ((b === Class.note || bCode === 0x5b) && has(noteBearer, a)) return Break.no
  if (a === Class.digit && b === Class.digit) return Break.no
  return Break.yes
}

type Pairs = Pick<Characters, 'classes' | 'codes' | 'count'>

/** True for the - or － of －5℃ and 歼-20: a number follows, and neither number nor word goes before. */
function isMinus({ classes, codes }: Pairs, i: number): boolean {
  const code = codes[i] as number
  if (code !== 0x2d && code !== 0xff0d) return false
  return i === 0 || !has(inWord, classes[i - 1] as number)
}

/** True where ： ． or ， stands inside a number: 8：30, １２．５, １，２３４, and 1.8 or 1,380. */
function isInsideNumber({ classes, codes, count }: Pairs, i: number): boolean {
  if (i === 0 || i + 1 >= count || classes[i - 1] !== Class.digit || classes[i + 1] !== Class.digit)
    return false
  const code = codes[i] as number
  if (code !== 0xff0c) return code === 0xff1a || code === 0xff0e || classes[i] === Class.narrowStop
  const isWide = (at: number) => at < count && classes[at] === Class.digit && (codes[at] as number) >= 0xff10
  return isWide(i - 1) && isWide(i + 1) && isWide(i + 2) && isWide(i + 3) && !isWide(i + 4)
}

/**
 * True where what stands before digit `i` is one number with it, though the two alone would part: the minus of －5℃,
 * the marks inside 8：30 and １，２３４.
 */
export const isInNumber = (m: Pairs, i: number): boolean => isMinus(m, i - 1) || isInsideNumber(m, i - 1)

/** Classes whose members all part alike, whatever the code point. */
const wideClasses = [
  Class.han,
  Class.pause,
  Class.stop,
  Class.exclamation,
  Class.open,
  Class.close,
  Class.middle,
  Class.dash,
  Class.ellipsis,
] as const

/** What {@link quickBreaks} says of a pair that has to be asked of {@link breakBetween}. */
export const askBreak = 255

/** {@link breakBetween} of pairs of wide classes, at `a * 32 + b`: strict, then loose. */
export const quickBreaks: readonly [Uint8Array, Uint8Array] = [
  new Uint8Array(1024).fill(askBreak),
  new Uint8Array(1024).fill(askBreak),
]
for (const a of wideClasses) {
  for (const b of wideClasses) {
    quickBreaks[0][a * 32 + b] = breakBetween(a, b, 0x4e00, 0x4e00, false)
    quickBreaks[1][a * 32 + b] = breakBetween(a, b, 0x4e00, 0x4e00, true)
  }
}
