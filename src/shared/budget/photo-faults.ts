import type { BudgetRow } from './budget-row'

/** What a page desk must not let pass on a story's photos, most pressing first; empty when all is there. */
export function photoFaults(row: Pick<BudgetRow, 'photosWithoutCaption' | 'photosWithoutCredit'>): string[] {
  const faults: string[] = []
  if (row.photosWithoutCaption > 0) faults.push('缺图说')
  if (row.photosWithoutCredit > 0) faults.push('缺署名')
  return faults
}
