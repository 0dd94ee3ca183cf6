import { isClosing, isHan, isOpening } from './line-width'

/**
 * A run of Han characters each parted from the next by a space: “ 春 种 秋 收 人 勤 地 沃.
 * Four of them at least: 司 伟 王 芳 is caught too, so names are read before this is asked.
 */
const spacedRun = /(?<!\p{Script=Han})\p{Script=Han}(?:[ \u3000]{1,4}\p{Script=Han}(?!\p{Script=Han})){3,}/gu

/** Whether a line is letter-spaced over its whole length, as a slogan is that fills its line. */
export function isLetterSpaced(line: string): boolean {
  const run = (line.match(spacedRun) ?? []).reduce((sum, found) => sum + found.length, 0)
  return run > 0 && run >= line.length * 0.6
}

/**
 * Closes letter-spaced runs. A wider gap among narrower ones is a space of sense and stays; where all gaps
 * are alike, the phrases are those of `parallel` (the line before or after), if their lengths add up:
 * 春 种 秋 收 人 勤 地 沃 over 岁岁平安 家家有余 gives 春种秋收 人勤地沃.
 */
export function closeLetterSpaces(line: string, parallels: readonly string[]): string {
  return line.replace(spacedRun, run => {
    const gaps = run.split(/\p{Script=Han}/u).slice(1, -1)
    const chars = [...run.matchAll(/\p{Script=Han}/gu)].map(found => found[0])
    const narrow = Math.min(...gaps.map(widthOfGap))
    const wide = gaps.map(gap => widthOfGap(gap) > narrow)
    if (wide.includes(true)) {
      return chars.map((char, at) => char + (wide[at] === true ? ' ' : '')).join('')
    }
    for (const parallel of parallels) {
      const ends = phraseEnds(parallel, chars.length)
      if (ends !== null) return chars.map((char, at) => char + (ends.has(at + 1) ? ' ' : '')).join('')
    }
    return chars.join('')
  })
}

const widthOfGap = (gap: string) => [...gap].reduce((sum, char) => sum + (char === '\u3000' ? 2 : 1), 0)

/** After how many characters the phrases of a slogan of `length` characters end; null if it is no such line. */
function phraseEnds(line: string, length: number): Set<number> | null {
  for (const [slogan] of line.matchAll(/\p{Script=Han}+(?:[ \u3000]\p{Script=Han}+)+/gu)) {
    const phrases = slogan.split(/[ \u3000]/u).map(phrase => [...phrase].length)
    if (phrases.some(phrase => phrase < 2)) continue
    if (phrases.reduce((sum, phrase) => sum + phrase, 0) !== length) continue
    const ends = new Set<number>()
    let end = 0
    for (const phrase of phrases.slice(0, -1)) ends.add((end += phrase))
    return ends
  }
  return null
}

const isWord = (char: string) => /[\p{L}\p{N}]/u.test(char) && !isHan(char)

/**
 * Takes out the spaces that justified setting left in running text: beside digits, Latin and marks. Stay: one
 * space between Han (a slogan's, a name's) and one between Latin words. Not house style's rule for what somebody has
 * typed (style/spacing.ts): in a page's text a space between two Han was set there.
 */
export function removeStraySpaces(text: string): string {
  return text.replace(/[ \u3000]+/gu, (spaces, at: number) => {
    const before = charBefore(text, at)
    const after = charAt(text, at + spaces.length)
    if (before === '' || after === '') return ''
    const parts = (isHan(before) && isHan(after)) || (isWord(before) && isWord(after))
    return parts ? (spaces[0] ?? '') : ''
  })
}

/**
 * The same for headlines, where a space is a mark of its own (农技入户 送来“及时雨”): only the spaces
 * on both sides of a number go, the one after a number, and those inside quotes and brackets.
 */
export function removeHeadlineSpaces(text: string): string {
  return text
    .replace(/(\p{Script=Han})[ \u3000]+([0-9][0-9.,%]*)[ \u3000]+(?=\p{Script=Han})/gu, '$1$2')
    .replace(/([0-9%])[ \u3000]+(?=\p{Script=Han})/gu, '$1')
    .replace(/[ \u3000]+/gu, (spaces, at: number) => {
      const before = charBefore(text, at)
      const after = charAt(text, at + spaces.length)
      return isOpening(before) || isClosing(after) ? '' : (spaces[0] ?? '')
    })
}

/** What stands between two lines of one paragraph once they are joined: a space only between Latin words. */
export function jointOf(before: string, after: string): string {
  const last = charBefore(before, before.length)
  const first = charAt(after, 0)
  if (/[A-Za-z]/u.test(last) && /[A-Za-z]/u.test(first)) return ' '
  // Labels inside the dateline's or byline's brackets stand apart: 记者 张三⏎通讯员 李四, 记者⏎张三.
  const bracketed = /[（(][^（）()]*\p{Script=Han}$/u.test(before.slice(-40))
  if (bracketed && /^(?:通讯员|实习生|记者)[ \u3000]/u.test(after)) return ' '
  if (bracketed && /[（( \u3000\p{Script=Han}](?:通讯员|实习生|记者)$/u.test(before)) return ' '
  return ''
}

const charAt = (text: string, at: number) => {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}
const charBefore = (text: string, at: number) => {
  const last = text.charCodeAt(at - 1)
  return at <= 0 ? '' : charAt(text, last >= 0xdc00 && last <= 0xdfff ? at - 2 : at - 1)
}
