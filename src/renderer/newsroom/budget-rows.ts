import type { BudgetRow, StoryPlan } from '../../shared/contract'
import { emptyMirror, knownIn, mirrored, type Mirror, type MirrorRule, type Telling } from './mirror'

/** A change of a plan that is shown while the newsroom is asked to make it. */
export interface PlanEdit {
  readonly key: string
  readonly storyId: string
  readonly change: Partial<StoryPlan>
}

/** The budget as a window knows it, the trash included as far as it was told of. */
export interface BudgetRows extends Mirror<BudgetRow> {
  /** Those that the newsroom has not answered, in the order in which they were made. */
  readonly edits: readonly PlanEdit[]
}

export type RowTelling =
  | Telling<BudgetRow>
  | { readonly kind: 'edit'; readonly edit: PlanEdit }
  /** The newsroom's answer to an edit: the row; null where it was refused. */
  | { readonly kind: 'settled'; readonly key: string; readonly row: BudgetRow | null }

export const emptyBudget: BudgetRows = { ...emptyMirror(), edits: [] }

const rule: MirrorRule<BudgetRow> = {
  idOf: row => row.id,
  isNewer: (row, than) => row.revision > than.revision,
}

/** The budget after what came in, be it an event, an answer or a change of this window's own. */
export function budgetAfter(budget: BudgetRows, telling: RowTelling): BudgetRows {
  switch (telling.kind) {
    case 'edit':
      return { ...budget, edits: [...budget.edits, telling.edit] }
    case 'settled': {
      const edits = budget.edits.filter(edit => edit.key !== telling.key)
      const things = telling.row === null ? [] : [telling.row]
      return { ...mirrored(rule, budget, { kind: 'told', things }), edits }
    }
    default: {
      const next = mirrored(rule, budget, telling)
      return next === budget ? budget : { ...next, edits: budget.edits }
    }
  }
}

/** The rows that are on show, in the order of 稿号: the newest of each story, with the changes under way made. */
export function shownRows({ edits, ...budget }: BudgetRows): BudgetRow[] {
  const rows = [...knownIn(budget).values()].filter(row => row.trashedAt === null)
  return rows.map(row => withEdits(row, edits)).sort((a, b) => a.number - b.number)
}

/** The rows in the trash that were told of, last come first. */
export function trashedRows(budget: BudgetRows): BudgetRow[] {
  return [...knownIn(budget).values()]
    .filter(row => row.trashedAt !== null)
    .sort((a, b) => Date.parse(b.trashedAt ?? '') - Date.parse(a.trashedAt ?? ''))
}

function withEdits(row: BudgetRow, edits: readonly PlanEdit[]): BudgetRow {
  return edits
    .filter(edit => edit.storyId === row.id)
    .reduce((edited, { change }) => ({ ...edited, ...change }), row)
}
