import type { BudgetContext } from '../../../shared/budget/budget-context'
import { planLimits } from '../../../shared/budget/story-plan'
import type { CellEdit } from './column'

/** Editing a field of the plan that is words: what is typed, without white space at its ends. */
export const textEdit = (
  field: 'slug' | 'author' | 'note',
  offers?: (context: BudgetContext) => readonly string[],
): CellEdit => ({
  kind: 'text',
  limit: planLimits[field],
  inputOf: row => row[field],
  read: input => ({ ok: true, change: { [field]: input.trim() } }),
  ...(offers && { offers }),
})
