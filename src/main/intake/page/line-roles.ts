import { factsOf, readingCost as cost, widestMeasure, type LineFacts } from './line-facts'
import type { RawLine } from './raw-lines'

/**
 * What a line is on its page. `first`, `middle`, `last` and `single` are lines of a paragraph set to a
 * measure; `whole` is a paragraph that was never broken into lines; a caption may take several lines.
 */
export type LineRole =
  | 'title'
  | 'signature'
  | 'furniture'
  | 'caption'
  | 'caption-open'
  | 'caption-end'
  | 'whole'
  | 'first'
  | 'middle'
  | 'last'
  | 'single'

export interface LineReading {
  readonly role: LineRole
  /** The measure in em for the lines of set paragraphs, else null. */
  readonly measure: number | null
}

const loose: readonly LineRole[] = [
  'title',
  'signature',
  'furniture',
  'caption',
  'caption-open',
  'caption-end',
  'whole',
]
const captionOpen = loose.indexOf('caption-open')
const set: readonly LineRole[] = ['first', 'middle', 'last', 'single']

/**
 * Reads what every line is, together: a line alone cannot be judged, for a headline and a paragraph's first
 * line at a column's foot may look the same, but not what follows them. Viterbi's algorithm over the roles,
 * the set ones once for each measure that the text shows; time is lines × measures.
 */
export function readRoles(lines: readonly RawLine[]): LineReading[] {
  if (lines.length === 0) return []
  const facts = factsOf(lines)
  const measures = measuresOf(facts)
  const blankCost = lines.filter(line => line.blankBefore).length > lines.length * 0.02 ? cost.noBlank : 0
  const indents = facts.filter(line => line.indented).length >= Math.max(2, lines.length * 0.03)

  const width = loose.length + set.length * measures.length
  const from = new Int16Array(lines.length * width)
  let before = new Float64Array(width)
  let now = new Float64Array(width)

  for (let at = 0; at < facts.length; at++) {
    const line = facts[at] as LineFacts
    const previous = facts[at - 1]
    const next = facts[at + 1]
    const back = at * width

    // The cheapest reading in which everything before this line has ended, and the same with its
    // paragraph's measure, and the cheapest that is still inside a paragraph.
    const ended = previous === undefined ? { cost: 0, state: 0 } : cheapestEnd(before, measures.length)
    const inside = previous === undefined ? { cost: 0, state: 0 } : cheapestInside(before, measures.length)
    const paragraphGap = line.blank ? 0 : blankCost
    const indentMissing = indents && !line.indented ? cost.indentMissing : 0
    const indentInside = indents && line.indented ? cost.indentInside : 0

    const start = ended.cost + line.startCost
    const startLoose = (state: number, own: number) => {
      now[state] = start + own
      from[back + state] = ended.state
    }
    const besideText = (line.blank || at === 0 ? 0 : blankCost) * 1.5
    // A title right under text and not parted from it by an empty line is rare; under a title it is usual.
    const afterTitle = (before[0] ?? 0) + line.startCost
    const title = line.title + (indents && line.indented ? 0.5 : 0)
    if (at > 0 && afterTitle <= start + besideText) {
      now[0] = afterTitle + title
      from[back] = 0
    } else {
      startLoose(0, title + besideText)
    }
    startLoose(1, line.signature)
    startLoose(2, line.furniture)
    startLoose(3, line.caption)
    startLoose(4, line.captionOpen)
    now[5] = cost.never
    if (at > 0) {
      const gap = line.blank ? 3 : 0
      const open = before[captionOpen] ?? 0
      if (open + gap + line.captionOpen < (now[4] ?? 0)) {
        now[4] = open + gap + line.captionOpen
        from[back + 4] = captionOpen
      }
      now[5] = open + gap + line.captionEnd
      from[back + 5] = captionOpen
    }
    startLoose(
      6,
      paragraphGap + line.endCost + (line.natural > widestMeasure ? 0.2 : cost.whole) + indentMissing / 2,
    )

    const turn = turnCost(line, previous)
    for (let m = 0; m < measures.length; m++) {
      const measure = measures[m] as number
      const base = loose.length + m * set.length
      const same =
        previous === undefined ? cost.never : Math.min(before[base + 2] ?? 0, before[base + 3] ?? 0)
      const sameState = (before[base + 2] ?? 0) <= (before[base + 3] ?? 0) ? base + 2 : base + 3
      const changed =
        ended.cost + (ended.state < loose.length ? 0 : changeCost(ended.state, measure, measures))
      const starts = Math.min(same, changed) + line.startCost + paragraphGap + indentMissing
      const startState = same <= changed ? sameState : ended.state

      now[base] = starts + 0.2 + fullCost(line, measure - 2, next)
      now[base + 3] =
        starts +
        (line.natural < 6 ? cost.singleShort : cost.single) +
        line.endCost +
        overCost(line, measure - 2)
      from[back + base] = startState
      from[back + base + 3] = startState

      let within = cost.startsInside
      let withinState = 0
      if (previous !== undefined) {
        const first = before[base] ?? 0
        const middle = before[base + 1] ?? 0
        within = Math.min(first, middle)
        withinState = first <= middle ? base : base + 1
        const other = inside.cost + cost.newMeasureInside + (line.blank ? 0 : 2)
        if (other < within) {
          within = other
          withinState = inside.state
        }
      }
      within += turn + indentInside + line.insideCost
      now[base + 1] = within + fullCost(line, measure, next)
      const full = line.endsSentence && next !== undefined && line.natural > measure - 1
      now[base + 2] = within + line.endCost + overCost(line, measure) + (full ? cost.endsFull : 0)
      from[back + base + 1] = withinState
      from[back + base + 2] = withinState
    }
    ;[before, now] = [now, before]
    // Costs are compared, never used: keeping them small keeps a long text exact.
    const least = before.reduce((low, each) => Math.min(low, each), Infinity)
    for (let state = 0; state < width; state++) before[state] = (before[state] ?? 0) - least
  }

  let state = cheapestFinish(before, measures.length)
  const readings: LineReading[] = []
  for (let at = facts.length - 1; at >= 0; at--) {
    readings.push(readingOf(state, measures))
    state = from[at * width + state] ?? 0
  }
  return readings.reverse()
}

function readingOf(state: number, measures: readonly number[]): LineReading {
  if (state < loose.length) return { role: loose[state] ?? 'title', measure: null }
  const at = state - loose.length
  return {
    role: set[at % set.length] ?? 'whole',
    measure: measures[Math.floor(at / set.length)] ?? null,
  }
}

interface Cheapest {
  readonly cost: number
  readonly state: number
}

function cheapestOf(costs: Float64Array, states: Iterable<number>): Cheapest {
  let best = { cost: Infinity, state: 0 }
  for (const state of states) {
    const each = costs[state] ?? Infinity
    if (each < best.cost) best = { cost: each, state }
  }
  return best
}

function* endStates(measures: number): Generator<number> {
  for (let state = 0; state < loose.length; state++) if (state !== captionOpen) yield state
  for (let m = 0; m < measures; m++) {
    yield loose.length + m * set.length + 2
    yield loose.length + m * set.length + 3
  }
}

function* insideStates(measures: number): Generator<number> {
  for (let m = 0; m < measures; m++) {
    yield loose.length + m * set.length
    yield loose.length + m * set.length + 1
  }
}

const cheapestEnd = (costs: Float64Array, measures: number) => cheapestOf(costs, endStates(measures))
const cheapestInside = (costs: Float64Array, measures: number) => cheapestOf(costs, insideStates(measures))

/** A text may break off in mid-paragraph, as at a jump to another page. */
function cheapestFinish(costs: Float64Array, measures: number): number {
  const ended = cheapestEnd(costs, measures)
  const inside = cheapestInside(costs, measures)
  return inside.cost + 4 < ended.cost ? inside.state : ended.state
}

function changeCost(state: number, measure: number, measures: readonly number[]): number {
  const other = measures[Math.floor((state - loose.length) / set.length)] ?? measure
  return Math.abs(other - measure) <= 0.5 ? cost.nearMeasure : cost.newMeasure
}

function turnCost(line: LineFacts, previous: LineFacts | undefined): number {
  if (previous === undefined) return 0
  if (!line.blank) return previous.endsSentence ? 0.1 : 0
  if (/^[“‘「『（《]/u.test(line.text)) return previous.endsSentence ? cost.turn : cost.turnBeforeQuote
  return previous.endsSentence ? cost.turnAtSentence : cost.turn
}

/** What it costs to call this line wider than its measure by more than its marks can give. */
function overCost(line: LineFacts, measure: number): number {
  const over = line.natural - line.squeeze - line.tolerance - measure
  return over <= 0.1 ? 0 : Math.min(14, 4 * (over - 0.1))
}

/**
 * What it costs to call this line full. A justified line leaves no room for what the next line begins with;
 * where it does, somebody set the paragraph loose, which takes one character and seldom two.
 */
function fullCost(line: LineFacts, measure: number, next: LineFacts | undefined): number {
  const wider = line.natural - line.tolerance - measure
  if (wider > 0) return overCost(line, measure) + 0.25 * Math.min(wider, 3)
  const narrower = measure - line.natural - line.tolerance
  if (narrower <= 0) return 0
  // A letter-spaced line fills its measure, however few its characters.
  if (line.letterSpaced) return 0.1
  if (next === undefined) return 4
  const room = narrower - next.headWidth
  if (room < -0.05) return 0.05 * narrower
  return Math.min(12, 0.5 + 1.2 * (room + 0.05))
}

/** The measures that the text may be set to: the widths, to half an em, of lines that end in mid-sentence. */
function measuresOf(facts: readonly LineFacts[]): number[] {
  const counts = new Map<number, number>()
  for (const line of facts) {
    if (line.endsSentence || line.natural > widestMeasure || line.natural < 4 || line.letterSpaced) continue
    const measure = Math.round(line.natural * 2) / 2
    // A line may be a paragraph's first, two em short.
    for (const each of [measure, measure + 2])
      counts.set(each, (counts.get(each) ?? 0) + (each === measure ? 3 : 1))
  }
  return [...counts]
    .toSorted((one, two) => two[1] - one[1] || one[0] - two[0])
    .slice(0, 48)
    .map(([measure]) => measure)
    .toSorted((one, two) => one - two)
}
