import type { ComponentType } from 'react'
import type { BudgetContext } from '../../../shared/budget/budget-context'
import type { BudgetRow } from '../../../shared/budget/budget-row'
import type { PageGroup } from '../../../shared/budget/page-groups'
import type { SortValue } from '../../../shared/budget/row-order'
import type { StoryPlan } from '../../../shared/budget/story-plan'

/** What the clock and the calendar of the paper say. */
export interface Clock {
  readonly now: Date
  readonly zone: string
}

/** What a cell needs to know besides its row. */
export interface ColumnView extends BudgetContext {
  readonly clock: Clock
}

/** What the window does for a cell: columns themselves know neither the newsroom nor the table. */
export interface CellActs {
  open(storyId: string): void
  /** Out of the trash. */
  restore(row: BudgetRow): void
  /** What colleagues left word of, beside the story's title. */
  readonly LeftWord: ComponentType<{ readonly storyId: string }>
}

export interface CellProps {
  readonly row: BudgetRow
  readonly view: ColumnView
  readonly acts: CellActs
}

/** A change of the plan, or the sentence that says why what was typed makes none. */
export type CellChange =
  | { readonly ok: true; readonly change: Partial<StoryPlan> }
  | { readonly ok: false; readonly problem: string }

export interface Choice {
  readonly value: string
  readonly label: string
}

/** How a column is edited, for one story or for many at once. */
export type CellEdit = {
  /** What stands in the field when editing begins; `read` of it means the plan as it is. */
  inputOf(row: BudgetRow, clock: Clock): string
  /** The plan that an input means. */
  read(input: string, clock: Clock): CellChange
} & (
  | {
      /** Chosen from a list. */
      readonly kind: 'choice'
      /** What these stories can be given, what they have among it. */
      choices(rows: readonly BudgetRow[], context: BudgetContext): readonly Choice[]
    }
  | {
      /** Typed: words, a whole number, or a time. */
      readonly kind: 'text' | 'count' | 'time'
      /** Most characters that the field takes. */
      readonly limit: number
      /** What is offered while one types. */
      offers?(context: BudgetContext): readonly string[]
    }
)

/** What stands in the field for several stories: what all of them have; undefined where they differ. */
export function commonInput(edit: CellEdit, rows: readonly BudgetRow[], clock: Clock): string | undefined {
  const [first, ...others] = rows.map(row => edit.inputOf(row, clock))
  return others.every(input => input === first) ? first : undefined
}

/** A value that a column can be filtered by; one with others under it is their head only. */
export interface FilterChoice {
  readonly text: string
  readonly value: string
  readonly children?: readonly FilterChoice[]
}

export interface ColumnFilter {
  valueOf(row: BudgetRow): string
  /** What there is among these rows, in the order of lists. */
  choices(rows: readonly BudgetRow[], context: BudgetContext): readonly FilterChoice[]
}

/** A column of the budget table: all that is to be known of it (docs/adr/0019). */
export interface BudgetColumn<Key extends string = string> {
  /** Names it in what the desk remembers, and in the ids of its cells; never another. */
  readonly key: Key
  readonly title: string
  /** Where it says something else in the trash. */
  readonly titleInTrash?: string
  /** CSS pixels until somebody drags it; `rest` is the one that takes what the others leave, and where the keys begin. */
  readonly width: number | 'rest'
  /** Figures stand at the right. */
  readonly isFigure?: true
  /** Not shown until somebody asks for it. */
  readonly isUsuallyHidden?: true
  readonly isInTrash?: true
  /** What a cell says, for whoever sees it, hears it or copies it; '' where it says nothing. */
  words(row: BudgetRow, view: ColumnView): string
  /** More, on hover. */
  hover?(row: BudgetRow, view: ColumnView): string
  /** How a cell looks where it is more than its words. */
  readonly Cell?: ComponentType<CellProps>
  /** What the rows are ordered by. */
  order(row: BudgetRow, view: BudgetContext): SortValue
  readonly filter?: ColumnFilter
  /** The rows under heads, where the column can group them. */
  groups?(rows: readonly BudgetRow[], context: BudgetContext): readonly PageGroup[]
  readonly edit?: CellEdit
}
