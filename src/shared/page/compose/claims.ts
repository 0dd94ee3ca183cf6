import { placesOf } from '../frame-places'
import type { Frame, PageLayout } from '../layout'
import type { GridPlace } from '../paper'
import { largestRectangle } from './largest-rectangle'

/** One rectangle of a frame, and which of its cells are its own. */
export interface PlaceClaim {
  readonly place: GridPlace
  /** Cells row by row from the place's top left, 1 where they are its own; null where all are. */
  readonly own: Uint8Array | null
}

/** The claims of each frame of a layout, in the layout's order; of each frame one a rectangle. */
export type Claims = readonly (readonly PlaceClaim[])[]

const ranks: Record<Frame['kind'], number> = { masthead: 0, folio: 0, ad: 1, photo: 2, strap: 3, story: 4 }

/**
 * Which frame has which cell where frames lie over one another: furniture goes before advertisements, then
 * photos, straps and stories; among equals the earlier in reading order. What lies outside the 版心 belongs to
 * nobody. A frame's own rectangles give way to those before them.
 */
export function claimsOf({ paper, frames }: Pick<PageLayout, 'paper' | 'frames'>): Claims {
  const { columns, lines } = paper
  const taken = new Uint8Array(columns * lines)
  const claims: (readonly PlaceClaim[])[] = frames.map(() => [])
  const order = frames.map((_, at) => at).sort((a, b) => ranks[frames[a]!.kind] - ranks[frames[b]!.kind])
  for (const at of order) {
    const frame = frames[at]!
    claims[at] = placesOf(frame).map(place => {
      const { column, row, columnSpan, rowSpan } = place
      const right = Math.min(columns, column + columnSpan)
      const foot = Math.min(lines, row + rowSpan)
      let own: Uint8Array | null = new Uint8Array(columnSpan * rowSpan)
      let count = 0
      for (let y = row; y < foot; y++) {
        for (let x = column; x < right; x++) {
          const cell = y * columns + x
          if (taken[cell] === 1) continue
          taken[cell] = 1
          own[(y - row) * columnSpan + (x - column)] = 1
          count++
        }
      }
      if (count === own.length) own = null
      return { place: { column, row, columnSpan, rowSpan }, own }
    })
  }
  return claims
}

/** True where a cell of the place, counted from its top left, is its own. */
export function owns({ place, own }: PlaceClaim, column: number, row: number): boolean {
  if (column < 0 || row < 0 || column >= place.columnSpan || row >= place.rowSpan) return false
  return own === null || own[row * place.columnSpan + column] === 1
}

/** True where one of the rectangles has a cell of the page. */
export const ownsCell = (claims: readonly PlaceClaim[], column: number, row: number): boolean =>
  claims.some(claim => owns(claim, column - claim.place.column, row - claim.place.row))

/** The largest rectangle that is a place's own; null where it has none. */
export function largestOwn(claim: PlaceClaim): GridPlace | null {
  const { place, own } = claim
  if (own === null) return place
  const found = largestRectangle(place.columnSpan, place.rowSpan, (column, row) => owns(claim, column, row))
  return found && { ...found, column: place.column + found.column, row: place.row + found.row }
}

/** True when two frames have the same cells. */
export function sameClaims(a: readonly PlaceClaim[], b: readonly PlaceClaim[]): boolean {
  if (a === b) return true
  return a.length === b.length && a.every((one, at) => samePlace(one, b[at]!))
}

function samePlace(a: PlaceClaim, b: PlaceClaim): boolean {
  const [p, q] = [a.place, b.place]
  if (p.column !== q.column || p.row !== q.row) return false
  if (p.columnSpan !== q.columnSpan || p.rowSpan !== q.rowSpan) return false
  if (a.own === null || b.own === null) return a.own === b.own
  for (let at = 0; at < a.own.length; at++) if (a.own[at] !== b.own[at]) return false
  return true
}
