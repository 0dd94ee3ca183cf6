/** How an actual length stands to the planned one: grey, green or red. `none` where nothing is planned. */
export type LengthStatus = 'none' | 'under' | 'fits' | 'over'

/** Hundredths of the planned length by which a story may miss it and still fit, where it has no figure of its own: 600 ± 30. */
const usualTolerance = 5

/** Both lengths in the same unit, 字 or 行; the tolerance in hundredths of the plan. */
export function lengthStatus(
  actual: number,
  planned: number | null,
  tolerance: number = usualTolerance,
): LengthStatus {
  if (planned === null || planned === 0) return 'none'
  const room = Math.round((planned * tolerance) / 100)
  if (actual > planned + room) return 'over'
  return actual < planned - room ? 'under' : 'fits'
}

/** Share of the planned length that is there, for a bar: 0 to 1. */
export const filledShare = (actual: number, planned: number | null): number =>
  planned === null || planned === 0 ? 0 : Math.min(1, actual / planned)
