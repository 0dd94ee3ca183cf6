import { setBody, type BodyColumn, type Flow, type SetBody } from './body'
import type { Pt } from '../sizes'

/**
 * The columns of a frame cut so that its text comes out equally long, to within a line: the last rectangle's
 * columns end on one line, or the later ones a line above it, as high as all of the text still goes in. Found by
 * setting, never by estimate; where the text does not reach the last rectangle nothing is cut.
 */
export function balancedColumns(
  flow: Flow,
  before: readonly BodyColumn[],
  columns: readonly BodyColumn[],
  lastRegion: number,
  pitch: Pt,
  body: SetBody,
): readonly BodyColumn[] {
  const own = columns.slice(lastRegion)
  if (own.length < 2) return columns
  const rest = columns.slice(0, lastRegion)
  const reachesLast = body.set.columns.slice(before.length + rest.length).some(lines => lines.length > 0)
  if (!reachesLast) return columns
  // Rows from the highest column's head; columns beside a head begin higher than those under it.
  const top = Math.min(...own.map(({ y }) => y))
  const rowOf = ({ y }: BodyColumn) => Math.round((y - top) / pitch)
  const cut = (foot: number, full: number): BodyColumn[] =>
    own.map((column, at) => {
      const lines = Math.max(0, Math.min(column.shape.lines, foot - (at < full ? 0 : 1) - rowOf(column)))
      return lines === column.shape.lines ? column : { ...column, shape: { ...column.shape, lines } }
    })
  let last = body
  const goesIn = (foot: number, full: number) => {
    last = setBody(flow, [...before, ...rest, ...cut(foot, full)], last)
    return last.fit.overset.lines === 0
  }
  let low = 0
  let high = Math.max(...own.map(column => rowOf(column) + column.shape.lines))
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (goesIn(middle, own.length)) high = middle
    else low = middle + 1
  }
  let full = 1
  while (full < own.length && !goesIn(high, full)) full++
  return [...rest, ...cut(high, full)]
}
