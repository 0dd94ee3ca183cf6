import { planLimits } from '../../../shared/budget/story-plan'
import type { CellEdit } from './column'

/** What was typed for a planned length; null: none; undefined: no whole number. */
function countOf(input: string): number | null | undefined {
  const typed = input.normalize('NFKC').replace(/[\s,]|字|行/g, '')
  if (typed === '' || typed === '-' || typed === '无') return null
  return /^\d+$/.test(typed) ? Number(typed) : undefined
}

/** Editing a planned length: `600`, `１，２００ 字`, nothing or 无. */
export function countEdit(field: 'plannedCharacters' | 'plannedLines'): CellEdit {
  const most = planLimits[field]
  return {
    kind: 'count',
    limit: String(most).length,
    inputOf: row => (row[field] === null ? '' : String(row[field])),
    read: input => {
      const count = countOf(input)
      return count === undefined || (count !== null && count > most)
        ? { ok: false, problem: `填 0 到 ${most} 的整数，或留空` }
        : { ok: true, change: { [field]: count } }
    },
  }
}
