import type { Frame } from '../../layout'
import { rowsRect, contentRows, gridOf, isFullWidth, type PageGrid } from '../page-grid'
import { pt } from '../../sizes'
import type { FaultRule } from '../fault'

/** Rows of white that still are one edge, and the share of the width that must stand on both of its sides. */
const whiteRows = 2
const leastShare = 0.8
/** An edge so near to the head or the foot of the page cuts nothing in two. */
const nearEdge = 0.15

/**
 * 断版 (newsroom.md 3.4, 3): one horizontal edge across the whole 版心 that no frame crosses, so that the page
 * falls into an upper and a lower one. What ends on a full-width advertisement or hangs under a full-width strap
 * is meant to.
 */
export const brokenPage: FaultRule = {
  id: 'brokenPage',
  severity: 'warn',
  find(view) {
    const { layout } = view
    const { paper } = layout
    const { top, foot } = contentRows(layout)
    const near = Math.ceil((foot - top) * nearEdge)
    const grid = gridOf(layout)
    const edges: { row: number; above: Frame[]; below: Frame[] }[] = []
    for (let row = top + near; row <= foot - near; row++) {
      const sides = sidesOf(grid, row)
      if (!sides || row - (edges.at(-1)?.row ?? -Infinity) <= whiteRows) continue
      const isMeant = (frame: Frame) => isFullWidth(frame, paper) && frame.kind === 'ad'
      if ([...sides.above, ...sides.below].some(isMeant)) continue
      if (sides.above.some(frame => frame.kind === 'strap' && isFullWidth(frame, paper))) continue
      edges.push({ row, ...sides })
    }
    return edges.map(({ row, above, below }) => ({
      frameIds: [below[0]!.id, above[0]!.id],
      where: '',
      marks: [{ ...rowsRect(paper, row, 1), y: pt(rowsRect(paper, row, 1).y - paper.pitch / 2) }],
      message: `第 ${row} 行下面一道横缝贯穿 ${paper.columns} 栏，上下各排各的，版面横着断成两截`,
      remedy: '把一个文框拉长或移过这道缝，让上下咬住。',
    }))
  },
}

/** The frames on both sides of an edge, from left to right; null where one crosses it or too little stands there. */
function sidesOf(grid: PageGrid, row: number): { above: Frame[]; below: Frame[] } | null {
  const above = new Set<Frame>()
  const below = new Set<Frame>()
  let both = 0
  for (let column = 0; column < grid.columns; column++) {
    const upper = nearest(grid, column, row - 1, -1)
    const lower = nearest(grid, column, row, 1)
    if (upper !== null && upper === lower) return null
    if (!upper || !lower) continue
    both++
    above.add(upper)
    below.add(lower)
  }
  // The edge itself must be one: something ends or begins right here.
  const isEdge = Array.from({ length: grid.columns }, (_, column) => grid.at(column, row - 1)).some(
    frame => frame !== null,
  )
  if (!isEdge || both < leastShare * grid.columns) return null
  return { above: [...above], below: [...below] }
}

/** The first frame from a cell on, over at most a few white rows. */
function nearest(grid: PageGrid, column: number, row: number, step: 1 | -1): Frame | null {
  for (let away = 0; away <= whiteRows; away++) {
    const frame = grid.at(column, row + step * away)
    if (frame) return frame
  }
  return null
}
