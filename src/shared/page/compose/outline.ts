import type { StoryFrame } from '../layout'
import type { PaintItem } from '../painting'
import { geometryOf, rectOf, type Paper, type Rect } from '../paper'
import { ownsCell, type PlaceClaim } from './claims'
import { pt, type Pt } from '../sizes'

/** A box stands a little inside its first and last line, so that neighbours keep their white; share of the line. */
const boxMargin = 0.42
const boxStroke: Pt = pt(0.6)

/** Ground and box of a story's frame: the outline of all that is its own, whatever its shape. */
export function groundOf(
  frame: Pick<StoryFrame, 'id' | 'boxed' | 'tint'>,
  claims: readonly PlaceClaim[],
  paper: Paper,
): PaintItem[] {
  if (!frame.boxed && !frame.tint) return []
  const frameId = frame.id
  const margin = pt(frame.boxed ? paper.pitch * boxMargin : 0)
  const only = claims.length === 1 ? claims[0] : undefined
  if (only && only.own === null) {
    const rect = rectOf(paper, only.place)
    const inner = { ...rect, y: pt(rect.y + margin), height: pt(rect.height - 2 * margin) }
    const stroke = frame.boxed ? boxStroke : pt(0)
    return [{ kind: 'box', frameId, rect: inner, stroke, fill: frame.tint ? 'tint' : null }]
  }
  const slabs = slabsOf(claims, paper, margin)
  const items: PaintItem[] = []
  if (frame.tint) {
    for (const rect of grounds(slabs)) items.push({ kind: 'box', frameId, rect, stroke: pt(0), fill: 'tint' })
  }
  if (frame.boxed) items.push(...strokes(slabs, frameId))
  return items
}

interface Interval {
  readonly from: Pt
  readonly to: Pt
}

/** A column or a gutter of the page, and the heights at which it lies inside the outline. */
interface Slab {
  readonly x: Pt
  readonly right: Pt
  readonly inside: readonly Interval[]
}

function slabsOf(claims: readonly PlaceClaim[], paper: Paper, margin: Pt): Slab[] {
  const { area, columnWidth, gutterWidth } = geometryOf(paper)
  const left = Math.min(...claims.map(({ place }) => place.column))
  const right = Math.min(
    paper.columns,
    Math.max(...claims.map(({ place }) => place.column + place.columnSpan)),
  )
  const top = Math.min(...claims.map(({ place }) => place.row))
  const foot = Math.min(paper.lines, Math.max(...claims.map(({ place }) => place.row + place.rowSpan)))
  const intervals = (isInside: (row: number) => boolean): Interval[] => {
    const found: Interval[] = []
    let from = -1
    for (let row = top; row <= foot; row++) {
      const inside = row < foot && isInside(row)
      if (inside && from < 0) from = row
      if (inside || from < 0) continue
      found.push({
        from: pt(area.y + from * paper.pitch + margin),
        to: pt(area.y + row * paper.pitch - margin),
      })
      from = -1
    }
    return found
  }
  const slabs: Slab[] = []
  for (let column = left; column < right; column++) {
    const x = pt(area.x + column * (columnWidth + gutterWidth))
    const end = pt(x + columnWidth)
    slabs.push({ x, right: end, inside: intervals(row => ownsCell(claims, column, row)) })
    if (column + 1 === right) break
    const both = intervals(row => ownsCell(claims, column, row) && ownsCell(claims, column + 1, row))
    slabs.push({ x: end, right: pt(end + gutterWidth), inside: both })
  }
  return slabs
}

/** Rectangles that cover the inside; they overlap rather than meet, so that no seam shows. */
function grounds(slabs: readonly Slab[]): Rect[] {
  const rects: Rect[] = []
  const seen = new Set<string>()
  slabs.forEach((slab, at) => {
    for (const { from, to } of slab.inside) {
      const holds = (other: Slab | undefined) =>
        other?.inside.some(one => one.from <= from && one.to >= to) === true
      let first = at
      let last = at
      while (holds(slabs[first - 1])) first--
      while (holds(slabs[last + 1])) last++
      const key = `${first} ${last} ${from}`
      if (seen.has(key)) continue
      seen.add(key)
      const x = slabs[first]!.x
      rects.push({ x, y: from, width: pt(slabs[last]!.right - x), height: pt(to - from) })
    }
  })
  return rects
}

function strokes(slabs: readonly Slab[], frameId: string): PaintItem[] {
  const items: PaintItem[] = []
  const rule = (x1: Pt, y1: Pt, x2: Pt, y2: Pt): PaintItem => {
    return { kind: 'rule', frameId, x1, y1, x2, y2, width: boxStroke, ink: 'ink' }
  }
  const half = boxStroke / 2
  // Heads and feet: neighbours with one height share a stroke.
  const ends = new Map<Pt, { from: Pt; to: Pt }[]>()
  for (const { x, right, inside } of slabs) {
    for (const y of inside.flatMap(({ from, to }) => [from, to])) {
      const strokesAt = ends.get(y) ?? []
      const last = strokesAt.at(-1)
      if (last && last.to === x) last.to = right
      else strokesAt.push({ from: x, to: right })
      ends.set(y, strokesAt)
    }
  }
  for (const [y, strokesAt] of ends) {
    for (const { from, to } of strokesAt) items.push(rule(pt(from - half), y, pt(to + half), y))
  }
  // Sides: where only one of two neighbours is inside.
  const sides = [...slabs.map(({ x }) => x), slabs.at(-1)?.right ?? pt(0)]
  sides.forEach((x, at) => {
    const marks = [...(slabs[at - 1]?.inside ?? []), ...(slabs[at]?.inside ?? [])]
      .flatMap(({ from, to }) => [from, to])
      .toSorted((a, b) => a - b)
    for (let i = 0; i + 1 < marks.length; i += 2) {
      const [from, to] = [marks[i]!, marks[i + 1]!]
      if (to > from) items.push(rule(x, from, x, to))
    }
  })
  return items
}
