import {
  isCredit,
  readSignature,
  splitCredit,
  splitRunInSignature,
  type Signature,
} from '../../../shared/style/forms/signature'
import { splitDateline } from '../../../shared/style/forms/dateline'
import type { LineReading } from './line-roles'
import {
  closeLetterSpaces,
  jointOf,
  removeHeadlineSpaces,
  removeStraySpaces,
} from '../../../shared/cleaning/line-spaces'
import type { NotedChange, RawLine } from './raw-lines'

interface Element {
  /** Index of its first line: the order of the page, by which changes are listed. */
  readonly at: number
  readonly changes: readonly NotedChange[]
}

/** A whole paragraph, with what stood at its ends taken off. */
export interface ParagraphElement extends Element {
  readonly kind: 'paragraph'
  readonly text: string
  readonly dateline: string | null
  readonly signature: Signature | null
  /** Em; null for a paragraph that stood on one line of any length. */
  readonly measure: number | null
}

/** One line of display: kicker, headline, deck, crosshead or strap. */
export interface TitleElement extends Element {
  readonly kind: 'title'
  readonly text: string
  readonly blankBefore: boolean
}

export interface SignatureElement extends Element {
  readonly kind: 'signature'
  readonly signature: Signature
}

export interface CaptionElement extends Element {
  readonly kind: 'caption'
  readonly caption: string
  readonly credit: string
}

export interface FurnitureElement extends Element {
  readonly kind: 'furniture'
  readonly text: string
}

/** What a page consists of, in the order of its text. */
export type PageElement =
  ParagraphElement | TitleElement | SignatureElement | CaptionElement | FurnitureElement

/** Puts the lines together as they were read. */
export function elementsOf(lines: readonly RawLine[], readings: readonly LineReading[]): PageElement[] {
  const elements: PageElement[] = []
  for (let at = 0; at < lines.length;) {
    const reading = readings[at] as LineReading
    let end = at + 1
    const goesOn = (role: string | undefined) =>
      reading.role === 'caption-open'
        ? role === 'caption-open' || role === 'caption-end'
        : role === 'middle' || role === 'last'
    if (reading.role === 'caption-open' || reading.role === 'first' || reading.role === 'middle') {
      while (end < lines.length && goesOn(readings[end]?.role)) {
        end++
        const done = readings[end - 1]?.role
        if (done === 'last' || done === 'caption-end') break
      }
    }
    elements.push(elementOf(lines, at, end, reading))
    at = end
  }
  return elements
}

function elementOf(lines: readonly RawLine[], at: number, end: number, reading: LineReading): PageElement {
  const own = lines.slice(at, end)
  const changes = own.flatMap(line => line.changes)
  const line = own[0] as RawLine
  switch (reading.role) {
    case 'title': {
      const parallels = [lines[at - 1]?.text ?? '', lines[at + 1]?.text ?? '']
      const closed = closeSpaces(line.text, parallels, changes)
      const text = removeHeadlineSpaces(closed)
      changes.push(...spaceChanges(closed, text))
      return { kind: 'title', at, text, blankBefore: line.blankBefore, changes }
    }
    case 'signature': {
      const signature = readSignature(line.text) ?? { text: line.text, writes: true, pictures: false }
      return { kind: 'signature', at, signature, changes }
    }
    case 'furniture':
      return { kind: 'furniture', at, text: line.text, changes }
    case 'caption':
    case 'caption-open':
    case 'caption-end':
      return captionOf(own, at, changes)
    default:
      return paragraphOf(own, at, reading.measure, changes)
  }
}

/** A paragraph from lines that need not have been read as one. */
export function paragraphOf(
  lines: readonly { readonly text: string; readonly blankBefore: boolean }[],
  at: number,
  measure: number | null,
  noted: readonly NotedChange[],
): ParagraphElement {
  const changes = [...noted]
  const joined = joinLines(lines, changes)
  const runIn = splitRunInSignature(joined)
  const opened = splitDateline(runIn?.text ?? joined)
  const body = opened?.text ?? runIn?.text ?? joined
  const text = removeStraySpaces(body)
  changes.push(...spaceChanges(body.trim(), text))
  return {
    kind: 'paragraph',
    at,
    text,
    dateline: opened?.dateline ?? null,
    signature: runIn?.signature ?? null,
    measure,
    changes,
  }
}

function captionOf(lines: readonly RawLine[], at: number, changes: NotedChange[]): CaptionElement {
  const last = lines.at(-1) as RawLine
  const apart = lines.length > 1 && isCredit(last.text)
  const joined = joinLines(apart ? lines.slice(0, -1) : lines, changes)
  const split = apart ? { caption: joined, credit: last.text } : splitCredit(joined)
  const before = split?.caption ?? joined
  const caption = removeStraySpaces(before)
  changes.push(...spaceChanges(before, caption))
  return { kind: 'caption', at, caption, credit: split?.credit ?? '', changes }
}

/** Joins hard-broken lines, closing letter-spaced ones, and notes it. */
function joinLines(
  lines: readonly { readonly text: string; readonly blankBefore: boolean }[],
  changes: NotedChange[],
): string {
  const texts = lines.map((line, at) =>
    closeSpaces(line.text, [lines[at + 1]?.text ?? '', lines[at - 1]?.text ?? ''], changes),
  )
  let joined = texts[0] ?? ''
  for (let at = 1; at < texts.length; at++) {
    const before = texts[at - 1] ?? ''
    const after = texts[at] ?? ''
    const joint = jointOf(before, after)
    if (lines[at]?.blankBefore === true) {
      changes.push({ kind: 'turn-healed', before: `${before}\n\n${after}`, after: before + joint + after })
    }
    joined += joint + after
  }
  if (texts.length > 1) changes.push({ kind: 'line-joined', before: texts.join('\n'), after: joined })
  return joined
}

function closeSpaces(text: string, parallels: readonly string[], changes: NotedChange[]): string {
  const closed = closeLetterSpaces(text, parallels)
  if (closed !== text) changes.push({ kind: 'letter-space-closed', before: text, after: closed })
  return closed
}

/** One change for each place where spaces were taken out, with some characters round it to know it by. */
function spaceChanges(before: string, after: string): NotedChange[] {
  if (before === after) return []
  const around = 6
  const changes: NotedChange[] = []
  // Positions in both texts, which differ in spaces only.
  let start: { before: number; after: number } | null = null
  let lastCut = 0
  let there = 0
  const close = (until: number, untilAfter: number) => {
    if (start === null) return
    changes.push({
      kind: 'space-removed',
      before: before.slice(start.before, until),
      after: after.slice(start.after, untilAfter),
    })
    start = null
  }
  for (let here = 0; here < before.length; here++) {
    if (before[here] === after[there]) {
      there++
      if (start !== null && here - lastCut >= around) close(here + 1, there)
      continue
    }
    lastCut = here
    // A gap that became one space is met at its second space: nothing but spaces differ.
    const back = Math.min(around, here, there)
    start ??= { before: here - back, after: there - back }
  }
  close(before.length, after.length)
  return changes
}
