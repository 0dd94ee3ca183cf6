import { throughRules } from '../../style/mend'
import { safeRulesOf, type SafeRuleId } from '../../style/rules'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'

/** Safe rules that have their own time: before lines are told apart, or once it is known what a line is. */
const elsewhere = new Set<SafeRuleId>([
  'space.hidden',
  'space.indent',
  'space.trailing',
  'form.dateline',
  'form.byline-bracket',
  'form.credit',
])

/** Marks, signs and spaces of every part as the house sets them. */
export function setCharacters(manuscript: Manuscript, pen: Pen): Manuscript {
  return manuscript.map((piece): Piece => {
    if (piece.role === 'photo') return piece
    const part = piece.role
    const rules = safeRulesOf(part).filter(({ id }) => !elsewhere.has(id))
    return { ...piece, line: throughRules(piece.line, rules, (line, rule) => pen.mend(line, rule, part)) }
  })
}
