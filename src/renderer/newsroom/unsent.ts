/**
 * What of this window's the newsroom may not have yet: text of open stories and of those just left, changes of pages,
 * files on their way. Whoever keeps such things says so here, so that nobody takes the seat before they are sent: the
 * newsroom writes a name to them by who sits there when they come.
 */
const holders = new Set<() => boolean>()

/** `waits` says whether something waits; what comes back ends it. */
export function holdsUnsent(waits: () => boolean): () => void {
  holders.add(waits)
  return () => void holders.delete(waits)
}

/** The work, which counts as unsent until it is done. */
export async function unsentUntil<T>(work: Promise<T>): Promise<T> {
  const release = holdsUnsent(() => true)
  try {
    return await work
  } finally {
    release()
  }
}

export const isAllSent = (): boolean => ![...holders].some(waits => waits())
