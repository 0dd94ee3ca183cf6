import type { Edge, PhotoFrame, StoryFrame } from '../layout'
import type { PaintItem } from '../painting'
import { rectOf, type Paper } from '../paper'
import { owns, type PlaceClaim } from './claims'
import { pt, type Pt } from '../sizes'

const widths: Record<Exclude<Edge, 'none'>, readonly { readonly at: Pt; readonly width: Pt }[]> = {
  thin: [{ at: pt(0), width: pt(0.4) }],
  thick: [{ at: pt(0), width: pt(1.2) }],
  double: [
    { at: pt(-1.2), width: pt(1.2) },
    { at: pt(1.2), width: pt(0.4) },
  ],
}

/** Where in its line of the grid a rule above or below stands. */
const above = 0.45
const below = 0.55

/** The runs of `count` cells that are its own, as from and to (exclusive). */
function runs(
  count: number,
  isOwn: (at: number) => boolean,
): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  for (let at = 0; at < count; at++) {
    if (!isOwn(at)) continue
    const last = found.at(-1)
    if (last?.to === at) last.to = at + 1
    else found.push({ from: at, to: at + 1 })
  }
  return found
}

/**
 * Rules of a frame: above in the middle of its first line, below of its last, at the right in the gutter of its
 * first rectangle. They stand only where the frame's cells are its own.
 */
export function edgesOf(
  frame: Pick<PhotoFrame, 'id' | 'ruleAbove' | 'ruleRight'> & Partial<Pick<StoryFrame, 'ruleBelow'>>,
  claims: readonly PlaceClaim[],
  paper: Paper,
): PaintItem[] {
  const items: PaintItem[] = []
  const rule = (x1: Pt, y1: Pt, x2: Pt, y2: Pt, width: Pt): PaintItem => {
    return { kind: 'rule', frameId: frame.id, x1, y1, x2, y2, width, ink: 'ink' }
  }
  const across = (edge: Edge, claim: PlaceClaim | undefined, row: number, share: number) => {
    if (edge === 'none' || !claim) return
    const { place } = claim
    for (const { from, to } of runs(place.columnSpan, column => owns(claim, column, row))) {
      const cells = { column: place.column + from, columnSpan: to - from, row: place.row + row, rowSpan: 1 }
      const { x, y, width: length } = rectOf(paper, cells)
      for (const { at, width } of widths[edge]) {
        // The thick one of a pair stands outside.
        const own = y + paper.pitch * share + (share === above ? at : -at)
        items.push(rule(x, pt(own), pt(x + length), pt(own), width))
      }
    }
  }
  const first = claims[0]
  const last = claims.at(-1)
  across(frame.ruleAbove, first, 0, above)
  if (last) across(frame.ruleBelow ?? 'none', last, last.place.rowSpan - 1, below)
  if (frame.ruleRight !== 'none' && first) {
    const { place } = first
    const { pitch } = paper
    const isInside = place.column + place.columnSpan < paper.columns
    for (const { from, to } of isInside
      ? runs(place.rowSpan, row => owns(first, place.columnSpan - 1, row))
      : []) {
      const cells = rectOf(paper, { ...place, row: place.row + from, rowSpan: to - from })
      const x = cells.x + cells.width + (paper.gutter * paper.bodySize) / 2
      for (const { at, width } of widths[frame.ruleRight]) {
        items.push(
          rule(
            pt(x + at),
            pt(cells.y + pitch * above),
            pt(x + at),
            pt(cells.y + cells.height - pitch * 0.2),
            width,
          ),
        )
      }
    }
  }
  return items
}
