/** Whether two pieces of plain data are equal, whatever the order of their keys. The same object costs nothing. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((one, at) => sameData(one, b[at]))
  }
  const mine = Object.entries(a)
  const theirs = new Map(Object.entries(b))
  return (
    mine.length === theirs.size &&
    mine.every(([key, one]) => theirs.has(key) && sameData(one, theirs.get(key)))
  )
}
