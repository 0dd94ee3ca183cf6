/**
 * Copyfit: what to cut, what to add, and how far a story comes without touching a word. Everything is found
 * by setting, never by estimate.
 */
import { mayNotEnd, mayNotStart } from './breaks'
import { Class } from './characters'
import { setColumns } from './columns'
import type { SetColumns } from './columns'
import { em, type Milliem } from './em'
import type { ColumnShape, FlowInput } from './flow'
import { plainFill } from './lines'
import { chooseLines } from './looseness'
import type { Measured } from './measure'
import { measureText } from './measure'
import { setParagraph } from './paragraph'
import { newspaper } from './settings'
import type { HouseSetting } from './settings'

/** Cutting this many characters from the end part of a paragraph wins a line. */
export interface Cut {
  /** Index into the flow. */
  readonly paragraph: number
  readonly characters: number
  readonly linesWon: number
}

/** Adding this many characters to a paragraph takes a line more. */
export interface Filler {
  readonly paragraph: number
  readonly characters: number
}

/** The most characters tried for one line. */
const mostCharacters = 60

/** Sets the paragraphs with a character more or less and counts lines. */
function linesOf(input: FlowInput, text: string, measure: Milliem, setting: HouseSetting): number {
  const fill = plainFill(measure + setting.slack, input.indent)
  return chooseLines(measureText(text, setting), input, fill, setting).ends.length
}

/** The offset that leaves the paragraph without `cut` characters before its closing marks. */
function without(m: Measured, cut: number): string | undefined {
  let end = m.count
  while (end > 0 && isEdge(m.classes[end - 1] as number)) end--
  let from = end
  let left = cut
  while (from > 0 && left > 0) {
    from--
    left--
  }
  if (left > 0 || from === 0) return undefined
  return m.text.slice(0, m.offsets[from]) + m.text.slice(m.offsets[end])
}

const isEdge = (cls: number) => mayNotStart(cls) || mayNotEnd(cls) || cls === Class.newline

/**
 * For every paragraph, how few characters must go to win one line; cheapest first. The count holds for a cut
 * near the paragraph's end; elsewhere it may differ by one or two as marks fall differently.
 */
export function cheapestCuts(
  paragraphs: readonly FlowInput[],
  measure: Milliem,
  setting: HouseSetting = newspaper,
): Cut[] {
  const cuts: Cut[] = []
  paragraphs.forEach((input, paragraph) => {
    if (input.kind !== 'paragraph') return
    const m = measureText(input.text, setting)
    const own = linesOf(input, input.text, measure, setting)
    if (own < 2) return
    for (let characters = 1; characters <= mostCharacters; characters++) {
      const text = without(m, characters)
      if (text === undefined) return
      const lines = linesOf(input, text, measure, setting)
      if (lines < own) {
        cuts.push({ paragraph, characters, linesWon: own - lines })
        return
      }
    }
  })
  return cuts.toSorted((a, b) => a.characters - b.characters || a.paragraph - b.paragraph)
}

/** For every paragraph, how few characters must come to take one line more; cheapest first. */
export function cheapestFillers(
  paragraphs: readonly FlowInput[],
  measure: Milliem,
  setting: HouseSetting = newspaper,
): Filler[] {
  const fillers: Filler[] = []
  paragraphs.forEach((input, paragraph) => {
    if (input.kind !== 'paragraph' || input.text === '') return
    const m = measureText(input.text, setting)
    const own = linesOf(input, input.text, measure, setting)
    let end = m.count
    while (end > 0 && isEdge(m.classes[end - 1] as number)) end--
    const at = m.offsets[end] as number
    for (let characters = 1; characters <= mostCharacters; characters++) {
      const text = input.text.slice(0, at) + '一'.repeat(characters) + input.text.slice(at)
      if (linesOf(input, text, measure, setting) > own) {
        fillers.push({ paragraph, characters })
        return
      }
    }
  })
  return fillers.toSorted((a, b) => a.characters - b.characters || a.paragraph - b.paragraph)
}

/** A fit without touching a word. */
export interface FitPlan {
  /** Looseness of each paragraph of the flow, −2 … +2. */
  readonly looseness: readonly number[]
  /** Lines the flow then takes, and the lines asked for. */
  readonly lines: number
  readonly wanted: number
  /** True when the depth is met exactly. */
  readonly fits: boolean
  /** What it costs: squeezed and spread room in ems, summed; 0 changes nothing. */
  readonly ugliness: number
}

/** How bad a paragraph looks at a looseness, against how it looks by itself. */
function ugliness(input: FlowInput, measure: Milliem, looseness: number, setting: HouseSetting) {
  const set = setParagraph({ ...input, looseness }, measure, setting)
  let cost = 0
  for (const line of set.lines.slice(0, -1)) {
    const share = Math.abs(line.adjust)
    cost += Math.floor((share * share) / 10_000) + (line.ugly ? 1000 : 0) + (line.forced ? 1000 : 0)
  }
  if (set.lines.at(-1)?.runt) cost += 500
  return { lines: set.lines.length, cost }
}

/** Every step away from a paragraph's own way costs this beside what its lines look like. */
const stepCost = 50

/**
 * The looseness of each paragraph that takes exactly `wanted` lines with the least ugliness, or the nearest
 * number of lines there is. Looks at every combination (by totals), so nothing cheaper is missed.
 */
export function fitWithoutCutting(
  paragraphs: readonly FlowInput[],
  measure: Milliem,
  wanted: number,
  setting: HouseSetting = newspaper,
): FitPlan {
  interface Way {
    readonly cost: number
    readonly steps: readonly number[]
  }
  let ways = new Map<number, Way>([[0, { cost: 0, steps: [] }]])
  for (const input of paragraphs) {
    const choices: { step: number; lines: number; cost: number }[] = []
    const own = ugliness(input, measure, 0, setting)
    for (const step of input.kind === 'paragraph' ? [0, 1, -1, 2, -2] : [0]) {
      const { lines, cost } = step === 0 ? own : ugliness(input, measure, step, setting)
      // A wish that cannot be met, or that jumps further, counts as what it gives.
      if (choices.some(choice => choice.lines === lines)) continue
      const more = step === 0 ? 0 : Math.max(0, cost - own.cost) + stepCost * step * step
      choices.push({ step, lines, cost: more })
    }
    const next = new Map<number, Way>()
    for (const [total, way] of ways) {
      for (const choice of choices) {
        const lines = total + choice.lines
        const cost = way.cost + choice.cost
        const best = next.get(lines)
        if (!best || cost < best.cost) next.set(lines, { cost, steps: [...way.steps, choice.step] })
      }
    }
    ways = next
  }
  let best: { lines: number; way: Way } | undefined
  for (const [lines, way] of ways) {
    const off = Math.abs(lines - wanted)
    const bestOff = best ? Math.abs(best.lines - wanted) : Infinity
    if (off < bestOff || (off === bestOff && best && way.cost < best.way.cost)) best = { lines, way }
  }
  const { lines, way } = best as { lines: number; way: Way }
  return { looseness: way.steps, lines, wanted, fits: lines === wanted, ugliness: way.cost }
}

/** Applies a plan to a flow. */
export function withLooseness(paragraphs: readonly FlowInput[], plan: FitPlan): FlowInput[] {
  return paragraphs.map((input, i) =>
    plan.looseness[i] ? { ...input, looseness: plan.looseness[i] } : input,
  )
}

/**
 * Fits a flow into columns of one measure by looseness alone: tries the plan, sees what the rules of turning
 * and the byline make of it, and corrects the target until the columns are full or nothing nearer is found.
 */
export function fitColumns(
  paragraphs: readonly FlowInput[],
  columns: readonly ColumnShape[],
  setting: HouseSetting = newspaper,
): { readonly plan: FitPlan; readonly set: SetColumns } {
  const measure = columns[0]?.measure ?? em(0)
  let set = setColumns(paragraphs, columns, setting)
  const own = fitWithoutCutting(paragraphs, measure, 0, setting)
  const natural = paragraphs.reduce(
    (sum, input) => sum + setParagraph(input, measure, setting).lines.length,
    0,
  )
  let best: { plan: FitPlan; set: SetColumns } = {
    plan: { ...own, looseness: paragraphs.map(() => 0), lines: natural, ugliness: 0 },
    set,
  }
  let wanted = natural
  for (let tries = 0; tries < 4 && set.lines !== set.available; tries++) {
    wanted += set.available - set.lines
    const plan = fitWithoutCutting(paragraphs, measure, wanted, setting)
    set = setColumns(withLooseness(paragraphs, plan), columns, setting)
    const off = Math.abs(set.lines - set.available)
    if (off >= Math.abs(best.set.lines - best.set.available)) break
    best = { plan: { ...plan, fits: off === 0 }, set }
  }
  return {
    plan: { ...best.plan, wanted: set.available, fits: best.set.lines === best.set.available },
    set: best.set,
  }
}
