import type { Edition } from '../../shared/contract'

const dayLength = 24 * 60 * 60 * 1000

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`).getTime()

/** YYYY-MM-DD of a UTC midnight. */
const written = (day: number) => new Date(day).toISOString().slice(0, 10)

/**
 * Date and number that a new edition is most likely to bear: the newest one's number and one more, and as many
 * days after it as it came after the one before (a weekly stays a weekly); the day after where there is but one.
 * `editions` newest first; `today` YYYY-MM-DD, for a newsroom without any.
 */
export function nextEdition(
  editions: readonly Pick<Edition, 'date' | 'number'>[],
  today: string,
): { readonly date: string; readonly number: number } {
  const [newest, before] = editions
  if (!newest) return { date: written(dayOf(today) + dayLength), number: 1 }
  const rhythm = before ? (dayOf(newest.date) - dayOf(before.date)) / dayLength : 1
  // A gap of holidays is no rhythm.
  const step = rhythm >= 1 && rhythm <= 7 ? rhythm : 1
  return {
    date: written(dayOf(newest.date) + step * dayLength),
    number: Math.max(...editions.map(one => one.number)) + 1,
  }
}
