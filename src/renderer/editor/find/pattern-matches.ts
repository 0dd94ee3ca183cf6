/** A match of a pattern in one of the texts, places in UTF-16 units of that text. */
export interface PatternMatch {
  /** Which text. */
  readonly text: number
  /** The match first, then what each bracket caught; null for one that caught nothing. */
  readonly spans: readonly (readonly [from: number, to: number] | null)[]
}

/** Matches beyond this many are not looked for: somebody looks for a single mark. */
export const mostMatches = 20_000

/** A pattern as a program; null for what is none. Always with the flags that whole matches and brackets need. */
export function patternOf(source: string, matchCase: boolean): RegExp | null {
  try {
    return new RegExp(source, matchCase ? 'gdu' : 'gdui')
  } catch {
    // The engine throws SyntaxError for what is no pattern, and for nothing else.
    return null
  }
}

/** All matches, in order, without the empty ones. May take for ever: run where it can be ended. */
export function matchesIn(texts: readonly string[], pattern: RegExp): PatternMatch[] {
  const found: PatternMatch[] = []
  for (const [text, content] of texts.entries()) {
    for (const match of content.matchAll(pattern)) {
      if (match[0] === '') continue
      found.push({ text, spans: (match.indices ?? []).map(span => span ?? null) })
      if (found.length >= mostMatches) return found
    }
  }
  return found
}

/** A part of what is put in a match's place: words, or what a bracket caught (0: the whole match). */
export type ReplacementPart = string | number

/** `$1` to `$99`, `$&`, and `$$` for a dollar; any other dollar is one. */
export function replacementParts(template: string): ReplacementPart[] {
  const parts: ReplacementPart[] = []
  let at = 0
  for (const found of template.matchAll(/\$(\$|&|\d{1,2})/gu)) {
    parts.push(template.slice(at, found.index))
    parts.push(found[1] === '$' ? '$' : found[1] === '&' ? 0 : Number(found[1]))
    at = found.index + found[0].length
  }
  return [...parts, template.slice(at)].filter(part => part !== '')
}
