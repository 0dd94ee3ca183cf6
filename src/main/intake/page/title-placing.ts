import { isDeck, titleParts, type TitlePart } from './headline-parts'
import type { BodiesAndGaps } from './story-bodies'
import type { SignatureElement } from './page-elements'
import type { WordIndex } from './word-overlap'

/** What each story gets out of the gaps round it. */
export interface PlacedTitles {
  /** For each body, its title parts in reading order. */
  readonly titles: readonly (readonly TitlePart[])[]
  /** For each body, the bylines and credits that stand apart from its text. */
  readonly signatures: readonly (readonly SignatureElement[])[]
  /** Parts that no story takes, in order: a strap over the section, titles without text. */
  readonly free: readonly TitlePart[]
  readonly freeSignatures: readonly SignatureElement[]
}

/** Points, as in line-roles: the cheapest placing of all titles is taken. */
const cost = {
  untitled: 3,
  titledTwice: 4,
  /** A story titled after its text on a page that titles before, or the other way. */
  otherSide: 1.5,
  freeAtEdge: 1.2,
  freeBetween: 1.7,
  freeMore: 1.5,
  third: 0.8,
  thirdDeck: 0.1,
  fourth: 1.2,
  /** The outermost part shares no words with the story, and shares them with another. */
  outerForeign: 0.4,
  outerElsewhere: 0.8,
  affinity: 1.5,
}
const mostParts = 4

/**
 * Gives the titles between the bodies to the story before or after them. Pages have them before or after the
 * text, as the PDF was made; one way holds for the page, and what the words speak of decides exceptions.
 */
export function placeTitles({ bodies, gaps, parted }: BodiesAndGaps, words: WordIndex): PlacedTitles {
  const parts = gaps.map(gap =>
    titleParts(
      gap.filter(each => each.kind === 'title'),
      parted,
    ),
  )
  const before = cheapestPlacing(parts, bodies.length, words, 'before')
  const after = cheapestPlacing(parts, bodies.length, words, 'after')
  const { choices } = after.cost < before.cost ? after : before

  const titles = bodies.map(() => [] as TitlePart[])
  const signatures = bodies.map(() => [] as SignatureElement[])
  const free: TitlePart[] = []
  const freeSignatures: SignatureElement[] = []
  gaps.forEach((gap, at) => {
    const own = parts[at] ?? []
    const { after: toPrevious, before: toNext } = choices[at] ?? { after: 0, before: 0 }
    titles[at - 1]?.push(...own.slice(0, toPrevious))
    titles[at]?.push(...own.slice(own.length - toNext))
    free.push(...own.slice(toPrevious, own.length - toNext))
    // A byline follows its text, or stands with the title of the story that takes it.
    let seenTitle = false
    for (const each of gap) {
      if (each.kind === 'title') {
        seenTitle = true
        continue
      }
      const previous = signatures[at - 1]
      const next = signatures[at]
      const goesBack = !seenTitle || (toNext === 0 && toPrevious > 0)
      const home = (goesBack ? previous : next) ?? previous ?? next
      if (home === undefined || /本版/u.test(each.signature.text)) freeSignatures.push(each)
      else home.push(each)
    }
  })
  return { titles, signatures, free, freeSignatures }
}

/** How many parts of a gap go to the story before it (`after` its text) and to the one after it. */
interface Choice {
  readonly after: number
  readonly before: number
}

interface Placing {
  readonly cost: number
  readonly choices: readonly Choice[]
}

/** Dynamic programming over the gaps; the state is how many parts the next story has before its text. */
function cheapestPlacing(
  parts: readonly (readonly TitlePart[])[],
  bodies: number,
  words: WordIndex,
  side: 'before' | 'after',
): Placing {
  interface Step {
    readonly cost: number
    readonly choice: Choice
    readonly back: number
  }
  // steps[gap][parts given to the next story]
  const steps: (Step | null)[][] = []
  for (let gap = 0; gap <= bodies; gap++) {
    const own = parts[gap] ?? []
    const edge = gap === 0 || gap === bodies
    const row: (Step | null)[] = []
    const mostNext = gap === bodies ? 0 : Math.min(own.length, mostParts)
    for (let next = 0; next <= mostNext; next++) {
      const given = gap < bodies ? partsCost(own.slice(own.length - next), gap, words, 'before') : 0
      let best: Step | null = null
      const mostPrevious = gap === 0 ? 0 : Math.min(own.length - next, mostParts)
      for (let previous = 0; previous <= mostPrevious; previous++) {
        const taken = gap > 0 ? partsCost(own.slice(0, previous), gap - 1, words, 'after') : 0
        const left = own.length - next - previous
        const leftCost =
          left === 0 ? 0 : (edge ? cost.freeAtEdge : cost.freeBetween) + (left - 1) * cost.freeMore
        const local = given + taken + leftCost
        const olds = gap === 0 ? [{ cost: 0 }] : (steps[gap - 1] ?? [])
        olds.forEach((old, had) => {
          if (old === null) return
          const body = gap === 0 ? 0 : bodyCost(had, previous, side)
          const total = old.cost + local + body
          if (best === null || total < best.cost) {
            best = { cost: total, choice: { after: previous, before: next }, back: had }
          }
        })
      }
      row.push(best)
    }
    steps.push(row)
  }
  const choices: Choice[] = []
  let state = 0
  for (let gap = bodies; gap >= 0; gap--) {
    const step = steps[gap]?.[state]
    if (step === null || step === undefined) throw new Error('a gap without a placing')
    choices.push(step.choice)
    state = step.back
  }
  return { cost: steps[bodies]?.[0]?.cost ?? 0, choices: choices.reverse() }
}

function bodyCost(before: number, after: number, side: 'before' | 'after'): number {
  if (before === 0 && after === 0) return cost.untitled
  if (before > 0 && after > 0) return cost.titledTwice
  return (side === 'before') === before > 0 ? 0 : cost.otherSide
}

/** What it costs to give these parts to a story; `where` they stand tells which of them is outermost. */
function partsCost(
  parts: readonly TitlePart[],
  body: number,
  words: WordIndex,
  where: 'before' | 'after',
): number {
  let points = 0
  for (const part of parts) points -= cost.affinity * words.shareIn(part.text, body)
  if (parts.length >= 3) {
    const deck = parts[2]
    const headline = parts[1]
    points +=
      deck !== undefined && headline !== undefined && isDeck(deck.text, headline.text)
        ? cost.thirdDeck
        : cost.third
  }
  if (parts.length >= 4) points += cost.fourth
  const outer = where === 'before' ? parts[0] : parts.at(-1)
  if (parts.length >= 2 && outer !== undefined && !/^——/u.test(outer.text)) {
    const own = words.shareIn(outer.text, body)
    if (own < 0.2) {
      points += cost.outerForeign
      const other = words.best(outer.text, body)
      if (other !== null && words.shareIn(outer.text, other.text) >= own + 0.2) points += cost.outerElsewhere
    }
  }
  return points
}
