import type { TitleElement } from './page-elements'

/** A kicker, headline, deck or strap; more than one line where it was wrapped. */
export interface TitlePart {
  readonly text: string
  readonly lines: readonly TitleElement[]
}

/** The parts of a headline. A page's text has no sizes to tell them by; order, length and form must do. */
export interface HeadlineParts {
  readonly kicker: TitlePart | null
  readonly headline: TitlePart | null
  readonly deck: TitlePart | null
}

/**
 * Joins the lines of a wrapped headline; the rest are parts of their own. `parted` says whether this page has
 * empty lines between the parts of its headlines.
 */
export function titleParts(lines: readonly TitleElement[], parted: boolean): TitlePart[] {
  const parts: TitlePart[] = []
  lines.forEach((line, at) => {
    const last = parts.at(-1)
    const before = lines[at - 1]
    const joint =
      last === undefined || before === undefined ? null : wrapJoint(before, line, lines, at, parted)
    if (joint === null || last === undefined) parts.push({ text: line.text, lines: [line] })
    else parts[parts.length - 1] = { text: last.text + joint + line.text, lines: [...last.lines, line] }
  })
  return parts
}

/** What joins a headline's line to the one above it; null when they are different parts. */
function wrapJoint(
  above: TitleElement,
  line: TitleElement,
  lines: readonly TitleElement[],
  at: number,
  parted: boolean,
): string | null {
  if (line.blankBefore) return null
  if (hasOpenMark(above.text) || /[的与和及在把让为向从对将、]$/u.test(above.text)) return ''
  if (/^(?:[的与和及、]|——)/u.test(line.text)) return /^——/u.test(line.text) ? null : ''
  // Where parts stand apart, two lines that do not and are of one length are one headline in two lines.
  const pair = (lines[at - 2] === undefined || above.blankBefore) && lines[at + 1]?.blankBefore !== false
  const even = Math.abs([...above.text].length - [...line.text].length) <= 1 && [...line.text].length >= 5
  return parted && pair && even ? ' ' : null
}

function hasOpenMark(text: string): boolean {
  const opened = (text.match(/[“‘（《【]/gu) ?? []).length
  return opened > (text.match(/[”’）》】]/gu) ?? []).length
}

/** Tells kicker, headline and deck apart. */
export function headlineParts(parts: readonly TitlePart[]): HeadlineParts {
  const [first = null, second = null, third = null, ...rest] = parts
  if (first === null || second === null) return { kicker: null, headline: first, deck: null }
  if (third === null) {
    return isDeck(second.text, first.text)
      ? { kicker: null, headline: first, deck: second }
      : { kicker: first, headline: second, deck: null }
  }
  if (/^——/u.test(second.text)) {
    return { kicker: null, headline: first, deck: together([second, third, ...rest]) }
  }
  return { kicker: first, headline: second, deck: together([third, ...rest]) }
}

const together = (parts: readonly TitlePart[]): TitlePart => ({
  text: parts.map(part => part.text).join(' '),
  lines: parts.flatMap(part => part.lines),
})

/** A deck begins with a dash, ends as a feature's does, or is much longer than the line above it. */
export function isDeck(text: string, above: string): boolean {
  if (/^(?:——|—|－－)/u.test(text)) return true
  if (/(?:侧记|纪实|综述|纪略|见闻|扫描|写真|掠影|观察|速写|工作记)$/u.test(text)) return true
  const length = [...text].length
  return length >= 16 && length >= [...above].length * 1.5
}
