import type { TextEdit } from './text-edit'

/**
 * A line of text of which every code unit knows where in the draft it came from: a place of plain text carried through
 * edits that take lines apart and put them together, as no mapping of positions can. So a change has the same key
 * however many others were made or taken back before it.
 */
export interface TracedText {
  readonly text: string
  /** One entry a code unit: its place in the draft. What was put in has the place of what it stands for. */
  readonly from: readonly number[]
  /** Place in the draft where the line begins; what an empty line is known by. */
  readonly at: number
}

/** A text whose units came from consecutive places. */
export const traced = (text: string, at: number): TracedText => ({
  text,
  from: Array.from({ length: text.length }, (_, index) => at + index),
  at,
})

/** A text that the draft does not hold: all of it is known by the place where it was put in. */
export const putIn = (text: string, at: number): TracedText => ({
  text,
  from: Array.from({ length: text.length }, () => at),
  at,
})

/** Where in the draft the unit at an index came from; at the end, the place after the last. */
export const placeAt = (line: TracedText, index: number): number => {
  const last = line.from.at(-1)
  return line.from[index] ?? (last === undefined ? line.at : last + 1)
}

/** The line with stretches replaced; they do not overlap. Units put in take the places of what they stand for. */
export function splice(line: TracedText, edits: readonly TextEdit[]): TracedText {
  if (edits.length === 0) return line
  const texts: string[] = []
  const from: number[] = []
  let done = 0
  const keepTo = (end: number) => {
    texts.push(line.text.slice(done, end))
    for (let at = done; at < end; at++) from.push(line.from[at] as number)
  }
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    keepTo(edit.from)
    texts.push(edit.put)
    const last = Math.max(edit.from, edit.to - 1)
    for (let at = 0; at < edit.put.length; at++) from.push(placeAt(line, Math.min(edit.from + at, last)))
    done = edit.to
  }
  keepTo(line.text.length)
  return { text: texts.join(''), from, at: line.at }
}

/** A stretch as a line of its own. */
export const sliceOf = (line: TracedText, from: number, to = line.text.length): TracedText => ({
  text: line.text.slice(from, to),
  from: line.from.slice(from, to),
  at: placeAt(line, from),
})

/** Two lines with a joint between them. */
export const joinTraced = (before: TracedText, joint: string, after: TracedText): TracedText => ({
  text: before.text + joint + after.text,
  from: [
    ...before.from,
    ...Array.from({ length: joint.length }, () => placeAt(before, before.text.length)),
    ...after.from,
  ],
  at: before.at,
})
