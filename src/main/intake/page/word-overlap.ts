/** Pairs of neighbouring Han characters: near enough to words to tell what a line speaks of. */
export function bigramsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const [run] of text.matchAll(/[\p{Script=Han}0-9A-Za-z]+/gu)) {
    const chars = [...run]
    for (let at = 0; at + 1 < chars.length; at++) pairs.add((chars[at] ?? '') + (chars[at + 1] ?? ''))
  }
  return pairs
}

/** Which texts speak of what a line speaks of. Built once for all texts of a page. */
export interface WordIndex {
  /** Share of the line's pairs that occur in this text, 0–1. */
  readonly shareIn: (line: string, text: number) => number
  /**
   * The text that shares most of the line's pairs, where those that many texts have count less, and that
   * share, 0–1; `pairs` is how many different ones it shares. Null where there is none.
   */
  readonly best: (line: string, except?: number) => WordMatch | null
}

export interface WordMatch {
  readonly text: number
  readonly share: number
  readonly pairs: number
}

/** Pairs that stand in more texts than this say nothing, and would make a long text slow. */
const commonFrom = 64

export function indexWords(texts: readonly string[]): WordIndex {
  const owners = new Map<string, number[]>()
  texts.forEach((text, at) => {
    for (const pair of bigramsOf(text)) {
      const list = owners.get(pair)
      if (list === undefined) owners.set(pair, [at])
      else list.push(at)
    }
  })
  return {
    shareIn: (line, text) => {
      const pairs = bigramsOf(line)
      if (pairs.size === 0) return 0
      let found = 0
      for (const pair of pairs) if (holds(owners.get(pair), text)) found++
      return found / pairs.size
    },
    best: (line, except) => {
      const pairs = bigramsOf(line)
      const points = new Map<number, { weight: number; pairs: number }>()
      let whole = 0
      for (const pair of pairs) {
        const list = owners.get(pair) ?? []
        if (list.length > commonFrom) continue
        const weight = 1 / Math.max(1, list.length)
        whole += weight
        for (const text of list) {
          const known = points.get(text) ?? { weight: 0, pairs: 0 }
          points.set(text, { weight: known.weight + weight, pairs: known.pairs + 1 })
        }
      }
      let best: WordMatch | null = null
      for (const [text, point] of points) {
        if (text === except) continue
        const share = point.weight / whole
        if (best === null || share > best.share) best = { text, share, pairs: point.pairs }
      }
      return best
    },
  }
}

/** Binary search: the list is in order. */
function holds(list: readonly number[] | undefined, text: number): boolean {
  if (list === undefined) return false
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = list[middle] ?? 0
    if (at === text) return true
    if (at < text) low = middle + 1
    else high = middle - 1
  }
  return false
}
