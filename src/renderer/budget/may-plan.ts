import type { BudgetRow } from '../../shared/budget/budget-row'
import type { StoryPlan } from '../../shared/budget/story-plan'
import { mayNot } from '../newsroom/use-may'

/** Why who sits at the desk may not change the plans of these stories so; null: he may. */
export const mayNotPlan = (rows: readonly BudgetRow[], change: Partial<StoryPlan>): string | null =>
  rows.map(row => mayNot('stories.plan', { state: row.state, change })?.message).find(Boolean) ?? null
