import type { StoryParts } from '../../story/parts'
import { setParagraph, type FlowInput, type Milliem } from '../../typeset'
import type { Passage } from '../../text-place/passage'
import type { Flow } from '../compose/body'
import { cuttablePassages, type CuttablePassage } from './passages'

/** A passage that is offered to be cut, and the lines that it saves. */
export interface OfferedCut {
  readonly passage: Passage
  readonly lines: number
}

/** The most lines that one passage is counted for, and passages tried in a paragraph. */
const mostLines = 12
const mostTried = 48

/** In one paragraph the cheapest passage for each number of lines that one can save there. */
interface Choice {
  readonly passage: CuttablePassage
  readonly lines: number
}

/**
 * Finds what to cut, paragraph by paragraph: every step sets the passages of one.
 * `measure` is that of the story's columns.
 */
export class CutSearch {
  readonly #choices: Choice[][] = []

  constructor(
    private readonly story: StoryParts,
    private readonly flow: Flow,
    private readonly measure: Milliem,
  ) {}

  /** Sets one paragraph's passages a step. */
  *search(): Generator<null> {
    const passages = cuttablePassages(this.story)
    for (const [at, part] of this.flow.parts.entries()) {
      const input = this.flow.inputs[at]
      if (part.part !== 'body' || !input || input.kind !== 'paragraph') continue
      const choices = this.#choicesOf(passages[part.block] ?? [], input, part.lead)
      if (choices.length > 0) this.#choices.push(choices)
      yield null
    }
  }

  #choicesOf(passages: readonly CuttablePassage[], input: FlowInput, lead: number): Choice[] {
    const linesOf = (text: string) =>
      text === '' ? 0 : setParagraph({ ...input, text }, this.measure).lines.length
    const own = linesOf(input.text)
    const cheapest = new Map<number, CuttablePassage>()
    const widest = this.measure / 1000
    let tried = 0
    for (const passage of passages) {
      // What is far shorter than its saving would have to be is not set.
      const most = Math.ceil([...passage.text].length / (widest * 0.6)) + 1
      const isKnown = Array.from({ length: Math.min(most, mostLines) }, (_, n) => n + 1).every(n =>
        cheapest.has(n),
      )
      if (isKnown || tried >= mostTried) continue
      tried++
      const left = input.text.slice(0, lead + passage.start) + input.text.slice(lead + passage.end)
      const lines = Math.min(mostLines, own - linesOf(left))
      // Passages come cheapest first: the first to save so many lines is the cheapest.
      for (let n = lines; n > 0 && !cheapest.has(n); n--) cheapest.set(n, passage)
    }
    return [...cheapest].map(([lines, passage]) => ({ lines, passage }))
  }

  /**
   * The cheapest passages that save so many lines together, one of a paragraph at most; as many lines as there
   * are to be had where there are not so many.
   */
  cheapest(lines: number): OfferedCut[] {
    interface Way {
      readonly price: number
      readonly cuts: readonly Choice[]
    }
    let ways: (Way | undefined)[] = [{ price: 0, cuts: [] }]
    for (const choices of this.#choices) {
      const next = [...ways]
      ways.forEach((way, saved) => {
        if (!way) return
        for (const choice of choices) {
          const sum = Math.min(lines, saved + choice.lines)
          const price = way.price + choice.passage.price
          if (price < (next[sum]?.price ?? Infinity)) next[sum] = { price, cuts: [...way.cuts, choice] }
        }
      })
      ways = next
    }
    return (ways.at(-1)?.cuts ?? []).map(({ passage, lines: saved }) => {
      const { block, start, end, text } = passage
      return { passage: { block, start, end, text }, lines: saved }
    })
  }
}
