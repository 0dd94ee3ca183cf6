/** Of an edition, what the budget reads. */
export interface BudgetEdition {
  readonly id: string
  /** YYYY-MM-DD */
  readonly date: string
  readonly pages: readonly { readonly number: number; readonly name: string }[]
}

/** Of a person, what the budget reads. */
export interface BudgetPerson {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly retired: boolean
}

/** Whom and what a row points to, and who looks at it. */
export interface BudgetContext {
  readonly editions: ReadonlyMap<string, BudgetEdition>
  readonly people: ReadonlyMap<string, BudgetPerson>
  /** The edition chosen at the top of the window. */
  readonly edition: string | null
  /** Who sits at the desk. */
  readonly me: string
  /** YYYY-MM-DD, on the paper's calendar. */
  readonly today: string
}

/** Whether the chosen edition is today's: its stories are 今日稿 only then. */
export const isTodays = ({ edition, editions, today }: BudgetContext): boolean =>
  edition !== null && editions.get(edition)?.date === today

/** A person's name as lists show it, a two-character one closed up; '' for nobody. */
export const nameOf = (id: string | null, { people }: Pick<BudgetContext, 'people'>): string =>
  (id === null ? '' : people.get(id)?.name.replace(/\u3000/g, '')) ?? ''
