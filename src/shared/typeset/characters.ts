/**
 * Characters: text → clusters with a class each. One table for everything the setter knows about a
 * character; the widths follow in measure.ts. Sources: CLREQ 行首行尾禁则 and 符号分离禁则, GB/T 15834.
 *
 * No `Intl` and no `\p{…}` here: both depend on the machine's Unicode version, and every machine has to
 * break the same line at the same place.
 */
/** What a cluster is to the setter. */
export const Class = {
  /** A Han character, and everything else that is one em wide and free on both sides. */
  han: 0,
  latin: 1,
  digit: 2,
  /** ，、；： */
  pause: 3,
  /** 。 */
  stop: 4,
  /** ！？, of which two in a row take one em (15834 5.1.2). */
  exclamation: 5,
  open: 6,
  close: 7,
  /** · */
  middle: 8,
  /** —— as one cluster, or a single — . */
  dash: 9,
  /** …… as one cluster, or a single … . */
  ellipsis: 10,
  /** ～ － ／ and the narrow - – ~ / : never first in a line. */
  connector: 11,
  /** A Latin word space. */
  space: 12,
  /** U+3000, the space after a dateline or inside a name of two characters. */
  wideSpace: 13,
  newline: 14,
  /** ¥ $ № #: stays with the number after it. */
  prefix: 15,
  /** % ‰ ℃ ㎡: stays with the number before it. */
  suffix: 16,
  /** ± ≥ ∶ × ＋: stays with the numbers on both sides. */
  infix: 17,
  /** , . ; : ! ? and superior figures. */
  narrowStop: 18,
  narrowOpen: 19,
  narrowClose: 20,
  /** + = and the like: free beside Han, one word with Latin and digits. */
  sign: 21,
  /** Controls and joiners: no width, glued on both sides. */
  invisible: 22,
  /** U+00A0 and its like: a space that parts nothing. */
  glue: 23,
  /** U+200B: no width, a line may end after it. */
  zeroSpace: 24,
  /** A straight " or ': opening or closing by turns, settled while reading. */
  straight: 25,
  /** ①: a note mark, which stays with the word before it. */
  note: 26,
} as const
/** One of the values of {@link Class}. */
export type Class = (typeof Class)[keyof typeof Class]

/**
 * Code points and spans of them (`a-b`) with their class; later rows win. Prefix, suffix, infix and glue are UAX #14's
 * PR, PO, IS and GL as far as figures in a newspaper know them, and CLREQ 符号分离禁则.
 */
const rows: readonly (readonly [Class, string])[] = [
  [Class.latin, '\u0000-\u2e7f'],
  [Class.han, '\u2e80-\uffff \u2100-\u214f \u2150-\u2bff ※'],
  [Class.note, '①-⓿ ❶-➓'],
  [Class.digit, '0-9 ０-９'],
  [Class.pause, '， 、 ； ：'],
  [Class.stop, '。 ．'],
  [Class.exclamation, '！ ？'],
  [Class.open, '“ ‘ 「 『 （ 【 〔 《 〈 〖 〘 〚 ［ ｛ 〝 ﹃ ﹁'],
  [Class.close, '” ’ 」 』 ） 】 〕 》 〉 〗 〙 〛 ］ ｝ 〞 〟 ﹄ ﹂'],
  [Class.middle, '· ・ ‧ •'],
  [Class.dash, '— ― ⸺'],
  [Class.ellipsis, '… ‥ ⋯'],
  [Class.connector, '～ 〜 － ／ ~ / - ‐-– |'],
  [Class.space, '\u0020 \u2000-\u200a \u0009'],
  [Class.wideSpace, '\u3000'],
  [Class.newline, '\u000a-\u000d \u0085 \u2028 \u2029'],
  [Class.prefix, '$ ¥ £ # ￥ ＄ ＃ № € ￡'],
  [Class.suffix, '% ‰ ‱ ℃ ℉ ° ％ ′ ″ ‴ ￠ ㌀-㍗ ㍱-㏟ ㏿'],
  [Class.infix, '± ∓ − ＋ × ÷ ＝ ≠ ≈ ≡ ＜ ＞ ≤ ≥ ≦ ≧ ≮ ≯ ∶ ∷ √'],
  [Class.narrowStop, ', . ; : ! ? ² ³ ¹ ⁰-⁹ ™ ® ©'],
  [Class.narrowOpen, '( [ {'],
  [Class.narrowClose, ') ] }'],
  [Class.sign, '+ = < > & @ _ * ^ \\'],
  [Class.invisible, '\u0000-\u0008 \u000e-\u001f \u007f-\u0084 \u0086-\u009f \u00ad \u200c-\u200f'],
  [Class.invisible, '\u202a-\u202e \u2060-\u206f \ufeff \ufe00-\ufe0f \ud800-\udfff'],
  [Class.glue, '\u00a0 \u2007 \u202f'],
  [Class.zeroSpace, '\u200b'],
  [Class.straight, '" \''],
]

const classOfUnit = new Uint8Array(0x10000)
for (const [cls, spans] of rows) {
  for (const span of spans === '\u3000' ? [spans] : (spans.match(/[^ ]-[^ ]|[^ ]|^ /gu) ?? [])) {
    const from = span.charCodeAt(0)
    classOfUnit.fill(cls, from, (span.length === 3 ? span.charCodeAt(2) : from) + 1)
  }
}

/** The class of a code point standing alone; `straight` quotes are settled only in context. */
export function classOf(code: number): Class {
  return (code > 0xffff ? Class.han : (classOfUnit[code] as Class)) as Class
}

/** Marks that join the character before: combining marks, variation selectors, emoji modifiers. */
const joining: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x900, 0x903],
  [0x93a, 0x94d],
  [0xe31, 0xe31],
  [0xe34, 0xe3a],
  [0xe47, 0xe4e],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200d, 0x200d],
  [0x20d0, 0x20ff],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0x1f3fb, 0x1f3ff],
  [0xe0020, 0xe007f],
  [0xe0100, 0xe01ef],
]
const zeroWidthJoiner = 0x200d

function joins(code: number): boolean {
  if (code < 0x300) return false
  for (const [from, to] of joining) if (code >= from && code <= to) return true
  return false
}

/** Where the marks that join a character end. */
function joinedEnd(text: string, from: number): number {
  let at = from
  for (let code = text.codePointAt(at) ?? 0; joins(code); code = text.codePointAt(at) ?? 0) {
    at += code > 0xffff ? 2 : 1
    if (code !== zeroWidthJoiner || at >= text.length) continue
    const joined = text.codePointAt(at) as number
    if (classOf(joined) !== Class.newline) at += joined > 0xffff ? 2 : 1
  }
  return at
}

const isRegional = (code: number) => code >= 0x1f1e6 && code <= 0x1f1ff

/**
 * What the reader has to know of a unit, in one byte: its class, and whether it has to be looked at twice
 * because it joins, pairs, or depends on its neighbours.
 */
const classBits = 31
/** Not read by itself alone. */
const special = 32
/** May join the unit before it: joining marks, and what begins those beyond the BMP. */
const mayJoin = 64
const facts = classOfUnit.slice()
for (let unit = 0; unit < 0x10000; unit++) {
  const cls = classOfUnit[unit] as number
  const isPaired = cls === Class.dash || cls === Class.ellipsis || cls === Class.newline
  if (isPaired || cls === Class.straight || (unit >= 0xd800 && unit < 0xe000)) facts[unit] = cls | special
  if (unit >= 0xd800 && unit < 0xdc00) facts[unit] = cls | special | mayJoin
}
facts[0x2019] = (facts[0x2019] as number) | special
for (const [from, to] of joining) {
  for (let unit = from; unit <= to && unit < 0x10000; unit++) {
    facts[unit] = (facts[unit] as number) | special | mayJoin
  }
}

/** Text read into clusters: what the eye takes for one character, and —— and …… in one piece. */
export interface Characters {
  readonly text: string
  readonly count: number
  /** UTF-16 start of each cluster; `offsets[count]` is the text's length. */
  readonly offsets: Uint32Array
  /** First code point of each cluster. */
  readonly codes: Uint32Array
  readonly classes: Uint8Array
}

/** Arrays to read into; `hold` makes sure that so many characters have room. */
export interface CharacterRoom extends Pick<Characters, 'offsets' | 'codes' | 'classes'> {
  hold(count: number): CharacterRoom
}

/** Reads text into clusters, in the arrays of `space`. Loses nothing: the clusters joined are the text. */
export function readCharacters(text: string, space: CharacterRoom): Characters {
  const { offsets, codes, classes } = space.hold(text.length)
  let count = 0
  let doubleOpen = false
  let singleOpen = false
  const { length } = text
  for (let at = 0; at < length;) {
    let unit = text.charCodeAt(at)
    let fact = facts[unit] as number
    // Most characters stand for themselves, and so do those after them.
    while ((fact & special) === 0) {
      const nextUnit = at + 1 < length ? text.charCodeAt(at + 1) : 0
      const nextFact = facts[nextUnit] as number
      if ((nextFact & mayJoin) !== 0) break
      offsets[count] = at++
      codes[count] = unit
      classes[count++] = fact & classBits
      if (at >= length) break
      unit = nextUnit
      fact = nextFact
    }
    if (at >= length) break
    const code = text.codePointAt(at) as number
    let next = at + (code > 0xffff ? 2 : 1)
    let cls = classOf(code)
    if (cls === Class.dash || cls === Class.ellipsis) {
      if (code !== 0x2e3a && text.charCodeAt(next) === code) next++
    } else if (cls === Class.newline && code === 0x0d && text.charCodeAt(next) === 0x0a) {
      next++
    } else if (isRegional(code) && isRegional(text.codePointAt(next) ?? 0)) {
      next += 2
    }
    if (cls === Class.straight) {
      const betweenLetters =
        count > 0 && classes[count - 1] === Class.latin && isLetter(text.charCodeAt(next))
      if (betweenLetters && code === 0x27) cls = Class.latin
      else if (code === 0x22) {
        cls = doubleOpen ? Class.narrowClose : Class.narrowOpen
        doubleOpen = !doubleOpen
      } else {
        cls = singleOpen ? Class.narrowClose : Class.narrowOpen
        singleOpen = !singleOpen
      }
    } else if (code === 0x2019 && count > 0 && classes[count - 1] === Class.latin) {
      if (isLetter(text.charCodeAt(next))) cls = Class.latin
    }
    if (cls !== Class.newline) next = joinedEnd(text, next)
    offsets[count] = at
    codes[count] = code
    classes[count++] = cls
    at = next
  }
  offsets[count] = text.length
  return { text, count, offsets, codes, classes }
}

const isLetter = (unit: number) =>
  (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x17f)

/** The clusters as strings; `offsets` has one entry more than there are clusters. */
export function clusterStrings(text: string, offsets: ArrayLike<number>): string[] {
  const clusters: string[] = []
  for (let i = 0; i + 1 < offsets.length; i++) clusters.push(text.slice(offsets[i], offsets[i + 1]))
  return clusters
}
