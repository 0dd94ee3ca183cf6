/** A newsroom that dies this often within a minute will not be saved by another start. */
const tooOften = 4
const window = 60_000
/** Milliseconds to wait before the first, second … start anew: at once, then with room for a disk to recover. */
const waits = [0, 500, 2000, 5000]

/**
 * What to do when the newsroom's process has died at `now`, having died before at `deaths` (milliseconds):
 * start it again after a wait, or give up and tell the person.
 */
export function afterDeath(
  deaths: readonly number[],
  now: number,
): { deaths: number[]; wait: number | null } {
  const recent = [...deaths.filter(at => now - at < window), now]
  return { deaths: recent, wait: recent.length > tooOften ? null : (waits[recent.length - 1] ?? null) }
}
