/** Scores the setter against printed lines: line by line, whole paragraphs, and with counts given. */
import { em } from './em'
import { setParagraph } from './paragraph'
import type { HouseSetting } from './settings'

/** A printed story: each paragraph with the lines it was printed in. */
export interface PressStory {
  readonly name: string
  readonly measure_em: number
  readonly indent_em: number
  readonly paragraphs: readonly { readonly text: string; readonly lines: readonly string[] }[]
}

/** A printed line end that the setter does not find. Paragraph and line are counted from 1. */
export interface PressMiss {
  readonly story: string
  readonly paragraph: number
  readonly line: number
  /** How many characters more (+) or fewer (−) our line takes. */
  readonly off: number
}

/** Shares of printed line ends found. Last lines of paragraphs do not count. */
export interface PressScore {
  readonly lines: { readonly found: number; readonly of: number; readonly missed: readonly PressMiss[] }
  /** Line by line, without the paragraphs that the page-maker set loose. */
  readonly ruled: { readonly found: number; readonly of: number }
  readonly whole: { readonly found: number; readonly of: number; readonly lineDifferences: readonly number[] }
  readonly exact: {
    readonly found: number
    readonly of: number
    readonly countsMet: number
    readonly paragraphs: number
  }
}

/** Finds the line ends of a text (UTF-16 offsets): ours, or another setter's. */
export type LineEnds = (
  text: string,
  indentEm: number,
  measureEm: number,
  exactLines?: number,
) => readonly number[]

/** Our own line ends. */
export const ourLineEnds =
  (setting: HouseSetting): LineEnds =>
  (text, indentEm, measureEm, exactLines) =>
    setParagraph(
      { text, indent: em(indentEm), ...(exactLines === undefined ? {} : { exactLines }) },
      em(measureEm),
      setting,
    ).lines.map(line => line.end)

/** Paragraphs (from 1) that the page-maker set a line longer by hand: typography.md section 7. */
const setLoose: Readonly<Record<string, readonly number[]>> = { 'service-centre': [2, 4], 'fun-run': [3] }

/** Scores a setter on printed stories. */
export function scorePress(stories: readonly PressStory[], setter: HouseSetting | LineEnds): PressScore {
  const ends = typeof setter === 'function' ? setter : ourLineEnds(setter)
  const lines = { found: 0, of: 0, missed: [] as PressMiss[] }
  const ruled = { found: 0, of: 0 }
  const whole = { found: 0, of: 0, lineDifferences: [] as number[] }
  const exact = { found: 0, of: 0, countsMet: 0, paragraphs: 0 }
  for (const story of stories) {
    let difference = 0
    story.paragraphs.forEach(({ text, lines: printed }, p) => {
      const isLoose = setLoose[story.name]?.includes(p + 1) === true
      const printedEnds: number[] = []
      let start = 0
      printed.forEach((line, n) => {
        if (n < printed.length - 1) {
          const end = ends(text.slice(start), n === 0 ? story.indent_em : 0, story.measure_em)[0] ?? 0
          const isFound = end === line.length
          lines.of++
          if (isFound) lines.found++
          else lines.missed.push({ story: story.name, paragraph: p + 1, line: n + 1, off: end - line.length })
          if (!isLoose) {
            ruled.of++
            if (isFound) ruled.found++
          }
          printedEnds.push(start + line.length)
        }
        start += line.length
      })
      const own = ends(text, story.indent_em, story.measure_em)
      const given = ends(text, story.indent_em, story.measure_em, printed.length)
      difference += own.length - printed.length
      exact.paragraphs++
      if (given.length === printed.length) exact.countsMet++
      whole.of += printedEnds.length
      exact.of += printedEnds.length
      whole.found += printedEnds.filter(end => own.includes(end)).length
      exact.found += printedEnds.filter(end => given.includes(end)).length
    })
    whole.lineDifferences.push(difference)
  }
  return { lines, ruled, whole, exact }
}
