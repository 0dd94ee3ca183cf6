import type { PageView } from '../../view/page-view'
import { geometryOf, rectOf, type Paper, type Rect } from '../../paper'
import { mm, mmToPt, pt, type Pt } from '../../sizes'
import type { FaultRule } from '../fault'
import { freeRectangles, type CellRect } from '../free-rectangles'
import { gridOf } from '../page-grid'
import { placesOf } from '../../frame-places'
import { lineRect, placedStories, textColumns } from '../placed-stories'
import { areaOf, footOf, hair, millimetres, rightOf } from '../rects'

/** A dollar bill, wherever it is put on a page, should touch something that is not text. */
const bill = { long: mmToPt(mm(156)), short: mmToPt(mm(66)) } as const

/**
 * 灰版 (newsroom.md 3.4, 13; the dollar-bill rule): a stretch of 156 × 66 mm or more, upright or lying, with
 * nothing in it but lines of text: no head, crosshead, photo, box, ground or quote. The largest of them is told, then those clear
 * of it.
 */
export const greyArea: FaultRule = {
  id: 'greyArea',
  severity: 'info',
  find(view) {
    const { paper } = view.layout
    const { columns, lines } = paper
    if (!isBill(rectOf(paper, { column: 0, row: 0, columnSpan: columns, rowSpan: lines }))) return []
    const grid = gridOf(view.layout)
    const large = freeRectangles(greyCells(view), columns, lines)
      .map(cells => ({ cells, rect: rectOfCells(paper, cells) }))
      .filter(({ rect }) => isBill(rect))
      .sort((a, b) => areaOf(b.rect) - areaOf(a.rect))
    const told: typeof large = []
    for (const one of large) if (told.every(other => !overlaps(one.cells, other.cells))) told.push(one)
    return told.map(({ cells, rect }) => {
      const frame = grid.at(cells.left, cells.top)
      return {
        frameIds: frame ? [frame.id] : [],
        where: `area-${cells.left}-${cells.top}`,
        marks: [rect],
        message: `有一片 ${millimetres(rect.width)} × ${millimetres(rect.height)} 毫米的地方全是字，版面发灰`,
        remedy: '加小标题、提引或图片，或者换一种栏宽，把这一片打破。',
      }
    })
  },
}

/** 1 for each cell of the grid that lies in text and in nothing else. */
function greyCells(view: PageView): Uint8Array {
  const { paper } = view.layout
  const { area, columnWidth, gutterWidth } = geometryOf(paper)
  const step = columnWidth + gutterWidth
  const cells = new Uint8Array(paper.columns * paper.lines)
  /** Columns and rows that a rectangle touches; its hair of rounding does not count. */
  const mark = (rect: Rect, value: 0 | 1) => {
    const left = Math.max(0, Math.floor((rect.x - area.x + gutterWidth + hair) / step))
    const right = Math.min(paper.columns, Math.ceil((rightOf(rect) - area.x - hair) / step))
    const top = Math.max(0, Math.floor((rect.y - area.y) / paper.pitch + 0.01))
    const foot = Math.min(paper.lines, Math.ceil((footOf(rect) - area.y) / paper.pitch - 0.01))
    for (let row = top; row < foot; row++) {
      for (let column = left; column < right; column++) cells[row * paper.columns + column] = value
    }
  }
  const stories = placedStories(view)
  const reliefs: Rect[] = []
  for (const story of stories) {
    const { frame, composed } = story
    if (frame.tint) continue
    for (const column of textColumns(view, story)) {
      for (const line of column.lines) {
        const rect = lineRect(column.rect, line, paper.pitch)
        mark(rect, 1)
        if (composed.body?.flow.parts[line.paragraph]?.kind === 'crosshead') reliefs.push(rect)
      }
    }
    if (composed.head) reliefs.push(composed.head.rect)
    if (frame.boxed) {
      for (const place of placesOf(frame))
        reliefs.push(...edgesOf(rectOf(paper, place), paper.pitch, columnWidth))
    }
    for (const item of composed.items) {
      if (item.kind === 'image') reliefs.push(item.rect)
      // Quotes and captions.
      if (item.kind === 'text' && item.source?.part !== 'body' && item.source?.part !== 'byline') {
        const width = (item.xs.at(-1) ?? 0) + item.size - (item.xs[0] ?? 0)
        reliefs.push({
          x: item.xs[0] ?? pt(0),
          y: pt(item.y - item.size * 0.8),
          width: pt(width),
          height: pt(item.size * 0.8),
        })
      }
    }
  }
  for (const relief of reliefs) mark(relief, 0)
  return cells
}

/** The four edges of a box, a row or a column of cells thick. */
function edgesOf({ x, y, width, height }: Rect, pitch: Pt, columnWidth: Pt): Rect[] {
  const side = pt(columnWidth / 2)
  return [
    { x, y, width, height: pitch },
    { x, y: pt(y + height - pitch), width, height: pitch },
    { x, y, width: side, height },
    { x: pt(x + width - side), y, width: side, height },
  ]
}

const isBill = ({ width, height }: Rect): boolean =>
  (width >= bill.long && height >= bill.short) || (width >= bill.short && height >= bill.long)

const rectOfCells = (paper: Paper, { left, top, right, foot }: CellRect): Rect =>
  rectOf(paper, { column: left, row: top, columnSpan: right - left, rowSpan: foot - top })

const overlaps = (a: CellRect, b: CellRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot
