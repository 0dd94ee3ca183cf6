import { edited } from '../text-place/text-edit'
import type { TextPartName } from '../text-place/text-place'
import type { StyleRule } from './rule'
import { safeRulesOf } from './rules'

const mostRounds = 6

/**
 * A line through rules, one after the other, until none changes it: what one sets can be what another looks at (…) beside
 * ... is Han text only once its bracket is).
 */
export function throughRules<Rule, Line extends { readonly text: string }>(
  line: Line,
  rules: readonly Rule[],
  apply: (line: Line, rule: Rule) => Line,
): Line {
  let now = line
  for (let round = 0, before = ''; round < mostRounds && now.text !== before; round++) {
    before = now.text
    for (const rule of rules) now = apply(now, rule)
  }
  return now
}

/** A whole text with every safe fix made. */
export function mended(
  text: string,
  part: TextPartName,
  rules: readonly StyleRule[] = safeRulesOf(part),
): string {
  const fixed = (line: { readonly text: string }, rule: StyleRule) => ({
    text: edited(
      line.text,
      rule.find(line.text, { part, caret: null }).flatMap(({ fixes }) => fixes[0] ?? []),
    ),
  })
  return throughRules({ text }, rules, fixed).text
}
