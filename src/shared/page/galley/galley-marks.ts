import { pt } from '../sizes'
import type { Galley, GalleyStyle } from './galley'
import type { Rect } from '../paper'

/**
 * What the desk may want to see of a galley's lines: those that were squeezed or spread beyond notice, a
 * paragraph's last line of one character (孤字), and a paragraph's line alone at a column's edge (孤行).
 */
export interface LineMark {
  readonly kind: 'squeezed' | 'stretched' | 'runt' | 'widow'
  readonly rect: Rect
  /** How much of its room the line gave or took, as a share of the measure; 0 for runts and widows. */
  readonly share: number
}

/** Less than this share of the measure is not seen by a reader. */
const noticeable = 0.02

/** Marks of a galley's lines, in reading order. A line that is two things bears both marks. */
export function lineMarks(galley: Galley, style: GalleyStyle): LineMark[] {
  const marks: LineMark[] = []
  const { set } = galley.body
  set.columns.forEach((placed, at) => {
    const column = galley.columns[at]
    if (!column) return
    placed.forEach(({ paragraph, line, row, rows }, index) => {
      const own = set.paragraphs[paragraph]
      const found = own?.lines[line]
      if (!own || !found) return
      const rect: Rect = {
        x: column.x,
        y: pt(column.y + row * style.pitch),
        width: pt((column.shape.measure * style.size) / 1000),
        height: pt(rows * style.pitch),
      }
      const share = found.adjust / column.shape.measure
      if (Math.abs(share) >= noticeable) {
        marks.push({ kind: share < 0 ? 'squeezed' : 'stretched', rect, share: Math.abs(share) })
      }
      if (found.runt) marks.push({ kind: 'runt', rect, share: 0 })
      const kind = galley.body.flow.inputs[paragraph]?.kind
      const several = own.lines.length > 1 && kind === 'paragraph'
      const first = index === 0 && at > 0 && line === own.lines.length - 1
      const last = index === placed.length - 1 && at < set.columns.length - 1 && line === 0
      if (several && (first || last)) marks.push({ kind: 'widow', rect, share: 0 })
    })
  })
  return marks
}
