import type { BudgetRow } from '../../shared/contract'
import { pageNumberName } from '../newsroom/edition-name'
import { dayName, figure, pageNameIn, type BudgetContext } from './row-words'

/** Lengths of several stories together. */
export interface LengthSum {
  readonly stories: number
  /** 字 */
  readonly characters: number
  /** 字 planned, of the stories that have a plan; null where none has. */
  readonly plannedCharacters: number | null
  /** 行 at the standard measure */
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

/** 3,420 / 3,600 字 */
export const sumWords = (actual: number, planned: number | null, unit: '字' | '行'): string =>
  planned === null ? `${figure(actual)} ${unit}` : `${figure(actual)} / ${figure(planned)} ${unit}`

/** The stories of one page. */
export interface PageGroup {
  /** Edition and page; the same for the same page whatever the rows. */
  readonly key: string
  /** 一版 · 要闻 in the chosen edition, 11月23日 一版 · 要闻 in another, 未排期 in none. */
  readonly title: string
  readonly rows: readonly BudgetRow[]
  readonly sum: LengthSum
}

export const groupKeyOf = (row: Pick<BudgetRow, 'editionId' | 'page'>): string =>
  `${row.editionId ?? ''}:${row.page ?? ''}`

function titleOfGroup(row: BudgetRow, context: BudgetContext): string {
  if (row.editionId === null) return row.page === null ? '未排期' : `未排期 ${pageNumberName(row.page)}`
  const edition = context.editions.get(row.editionId)
  const page = pageNameIn(edition, row.page)
  if (row.editionId === context.edition) return page
  return edition ? `${dayName(edition.date)} ${page}` : page
}

/**
 * Rows by page, in their given order within each: the chosen edition first, then the others from the newest,
 * then what has no edition; pages upwards, what has no page last.
 */
export function groupByPage(rows: readonly BudgetRow[], context: BudgetContext): PageGroup[] {
  const groups = new Map<string, BudgetRow[]>()
  for (const row of rows) {
    const key = groupKeyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const rank = (row: BudgetRow): string => {
    if (row.editionId === context.edition && row.editionId !== null) return '3'
    const date = row.editionId === null ? undefined : context.editions.get(row.editionId)?.date
    return date === undefined ? (row.editionId === null ? '0' : '1') : `2${date}`
  }
  return [...groups]
    .map(([key, members]) => {
      const first = members[0] as BudgetRow
      return { key, first, rank: rank(first), rows: members }
    })
    .sort((a, b) => {
      if (a.rank !== b.rank) return a.rank < b.rank ? 1 : -1
      return (a.first.page ?? Infinity) - (b.first.page ?? Infinity) || 0
    })
    .map(({ key, first, rows: members }) => ({
      key,
      title: titleOfGroup(first, context),
      rows: members,
      sum: sumOf(members),
    }))
}
