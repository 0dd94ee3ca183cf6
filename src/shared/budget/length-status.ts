import type { BudgetRow } from './budget-row'

/** How an actual length stands to the planned one: grey, green or red. `none` where nothing is planned. */
export type LengthStatus = 'none' | 'under' | 'fits' | 'over'

/** Hundredths of the planned length by which a story may miss it and still fit, where it has no figure of its own: 600 ± 30. */
export const usualTolerance = 5

/** How far a length may miss its plan, in the plan's unit. */
export const toleranceOf = (planned: number, tolerance: number = usualTolerance): number =>
  Math.round((planned * tolerance) / 100)

/** Both lengths in the same unit, 字 or 行; the tolerance in hundredths of the plan. */
export function lengthStatus(
  actual: number,
  planned: number | null,
  tolerance: number = usualTolerance,
): LengthStatus {
  if (planned === null || planned === 0) return 'none'
  const room = toleranceOf(planned, tolerance)
  if (actual > planned + room) return 'over'
  return actual < planned - room ? 'under' : 'fits'
}

/** Share of the planned length that is there, for a bar: 0 to 1. */
export const filledShare = (actual: number, planned: number | null): number =>
  planned === null || planned === 0 ? 0 : Math.min(1, actual / planned)

/** A story's lengths beside what is planned of them. */
export type RowLengths = Pick<
  BudgetRow,
  'characters' | 'plannedCharacters' | 'lines' | 'plannedLines' | 'lengthTolerance'
>

/** How a story's 字数 stands to its plan. */
export const charactersStatus = (row: RowLengths): LengthStatus =>
  lengthStatus(row.characters, row.plannedCharacters, row.lengthTolerance)

/** How a story's 行数 stands to its plan. */
export const linesStatus = (row: RowLengths): LengthStatus =>
  lengthStatus(row.lines, row.plannedLines, row.lengthTolerance)

/** 超长: over its plan in 字 or in 行. */
export const isLong = (row: RowLengths): boolean =>
  charactersStatus(row) === 'over' || linesStatus(row) === 'over'
