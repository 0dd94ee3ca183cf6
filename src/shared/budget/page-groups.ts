import type { BudgetContext } from './budget-context'
import type { BudgetRow } from './budget-row'
import type { RowPlace } from './row-place'

/** Lengths of several stories together. */
export interface LengthSum {
  readonly stories: number
  /** 字 */
  readonly characters: number
  /** 字 planned, of the stories that have a plan; null where none has. */
  readonly plannedCharacters: number | null
  /** 行, each story at its own paper's measure. */
  readonly lines: number
  readonly plannedLines: number | null
}

const plus = (sum: number | null, n: number | null) => (n === null ? sum : (sum ?? 0) + n)

export function sumOf(rows: readonly BudgetRow[]): LengthSum {
  let characters = 0
  let lines = 0
  let plannedCharacters: number | null = null
  let plannedLines: number | null = null
  for (const row of rows) {
    characters += row.characters
    lines += row.lines
    plannedCharacters = plus(plannedCharacters, row.plannedCharacters)
    plannedLines = plus(plannedLines, row.plannedLines)
  }
  return { stories: rows.length, characters, plannedCharacters, lines, plannedLines }
}

/** The stories of one page. */
export interface PageGroup {
  /** Edition and page; the same for the same page whatever the rows. */
  readonly key: string
  readonly place: RowPlace
  readonly rows: readonly BudgetRow[]
  readonly sum: LengthSum
}

export const groupKeyOf = ({ editionId, page }: RowPlace): string => `${editionId ?? ''}:${page ?? ''}`

/** What decides where an edition's groups stand; the highest first. */
function rankOf({ editionId }: RowPlace, { edition, editions }: BudgetContext): string {
  if (editionId === null) return '0'
  if (editionId === edition) return '3'
  const date = editions.get(editionId)?.date
  return date === undefined ? '1' : `2${date}`
}

/**
 * Rows by page, in their given order within each: the chosen edition first, then the others from the newest,
 * then what has no edition; pages upwards, what has no page last.
 */
export function groupByPage(rows: readonly BudgetRow[], context: BudgetContext): PageGroup[] {
  return [...Map.groupBy(rows, groupKeyOf)]
    .map(([key, members]) => {
      const { editionId, page } = members[0]!
      const place = { editionId, page }
      return { key, place, rank: rankOf(place, context), rows: members }
    })
    .sort((a, b) => {
      if (a.rank !== b.rank) return a.rank < b.rank ? 1 : -1
      return (a.place.page ?? Infinity) - (b.place.page ?? Infinity) || 0
    })
    .map(({ key, place, rows: members }) => ({ key, place, rows: members, sum: sumOf(members) }))
}
