import type { TextPartName } from '../text-place/text-place'
import { forms } from './forms'
import { marks, titleMarks } from './marks'
import { numbers } from './numbers'
import { quotes } from './quotes'
import { looksAt, type StyleRule } from './rule'
import { spacing } from './spacing'

/**
 * Every rule of house style about a text, each once. In this order they mend a text: signs before the marks that look at
 * them, quotes before the marks that stand beside them, then spaces, and forms last.
 */
const all = [...numbers, ...quotes, ...marks, ...spacing, ...titleMarks, ...forms] as const

export const styleRules: readonly StyleRule<RuleId>[] = all

export type RuleId = (typeof all)[number]['id']
/** A rule whose fix may be made without asking. */
export type SafeRuleId = Extract<(typeof all)[number], { readonly isSafe: true }>['id']

const byId = new Map(styleRules.map(rule => [rule.id, rule]))

export const ruleOf = <Id extends RuleId>(id: Id): StyleRule<Id> => byId.get(id) as StyleRule<Id>

const isSafe = (rule: StyleRule<RuleId>): rule is StyleRule<SafeRuleId> => rule.isSafe

/** Rules whose fix may be made in a part without asking. */
export const safeRulesOf = (part: TextPartName): readonly StyleRule<SafeRuleId>[] =>
  styleRules.filter(isSafe).filter(rule => looksAt(rule, part))
