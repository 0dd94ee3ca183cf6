/** Spaces of every width, without line ends: \n inside a paragraph is a soft return that was kept. */
export const spaces = '[ \\t\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]'

const han = /\p{Script=Han}/u

/** Whether any of it is Han: marks and spaces are set for Han text. */
export const hasHan = (text: string): boolean => han.test(text)

/** Whether a character is Han, or a mark that belongs to Han text. */
export const isHanSide = (char: string): boolean =>
  /[\p{Script=Han}“”‘’，。、；：！？（）《》〈〉【】…—％]/u.test(char)

const side = '[\\p{Script=Han}“”‘’，。、；：！？（）《》〈〉【】]'
const hanBefore = new RegExp(`${side}${spaces}*$`, 'u')
const hanBehind = new RegExp(`^${spaces}*${side}`, 'u')
const nothingBefore = new RegExp(`^${spaces}*$`, 'u')

/**
 * Whether what stands right before or behind a stretch, spaces aside, is Han or a mark of Han text. Where somebody
 * begins a text with it Han is to come.
 */
export const isBesideHan = (text: string, from: number, to: number, caret: number | null): boolean => {
  const before = text.slice(Math.max(0, from - 4), from)
  if (hanBefore.test(before) || hanBehind.test(text.slice(to, to + 4))) return true
  return caret === to && from < 4 && nothingBefore.test(before)
}

/** The last character before an index, spaces aside; '' where there is none. */
export const charBefore = (text: string, at: number): string =>
  [...text.slice(Math.max(0, at - 3), at).trimEnd()].at(-1) ?? ''

/** The first character from an index on, spaces aside; '' where there is none. */
export const charFrom = (text: string, at: number): string => [...text.slice(at, at + 3).trimStart()][0] ?? ''
