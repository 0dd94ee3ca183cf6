import { geometryOf, rectOf, type Rect } from '../../paper'
import type { PageView } from '../../view/page-view'
import { pt } from '../../sizes'
import type { FaultRule } from '../fault'
import { isFurniture } from '../../furniture'
import { contentRows, gridOf } from '../page-grid'
import { footOf, hair, rightOf } from '../rects'

/** Where less of a gutter's two sides is taken, the page is not laid out yet. */
const leastTaken = 0.8

/**
 * 通缝 (newsroom.md 3.4, 2): one gutter that nothing crosses from the head of the page to its foot, neither a
 * head nor a picture nor a column of another measure, so that the page falls into two.
 */
export const gutterRiver: FaultRule = {
  id: 'gutterRiver',
  severity: 'warn',
  find(view) {
    const { paper } = view.layout
    const { top, foot } = contentRows(view.layout)
    if (foot - top < 1) return []
    const grid = gridOf(view.layout)
    const crossing = piecesOf(view)
    const { area, columnWidth, gutterWidth } = geometryOf(paper)
    const from = pt(area.y + top * paper.pitch)
    const to = area.y + foot * paper.pitch
    return Array.from({ length: paper.columns - 1 }, (_, at) => at + 1).flatMap(column => {
      const right = area.x + column * (columnWidth + gutterWidth)
      const gutter = { x: pt(right - gutterWidth), y: from, width: gutterWidth, height: pt(to - from) }
      const isCrossed = crossing.some(
        piece =>
          piece.x < gutter.x - hair &&
          rightOf(piece) > right + hair &&
          piece.y < to - hair &&
          footOf(piece) > from + hair,
      )
      if (isCrossed) return []
      let taken = 0
      for (let row = top; row < foot; row++) {
        if (grid.at(column - 1, row) && grid.at(column, row)) taken++
      }
      if (taken < leastTaken * (foot - top)) return []
      const beside = [grid.at(column - 1, top), grid.at(column, top)]
      const frameIds = [...new Set(beside.flatMap(frame => (frame && !isFurniture(frame) ? [frame.id] : [])))]
      return [
        {
          frameIds,
          where: `gutter-${column}`,
          marks: [gutter],
          message: `第 ${column} 栏和第 ${column + 1} 栏之间的缝从上到下 ${foot - top} 行没有东西压住，版面竖着断成两半`,
          remedy: '让一条题、一张图或一篇变栏的稿件跨过这条缝。',
        },
      ]
    })
  },
}

/** All that can cross a gutter: heads, pictures, columns of text, and what has no columns at all. */
function piecesOf(view: PageView): Rect[] {
  return view.layout.frames.flatMap((frame): Rect[] => {
    if (isFurniture(frame)) return []
    const composed = view.composed.frames.get(frame.id)
    if (!composed) return []
    if (frame.kind !== 'story' && frame.kind !== 'photo') return [rectOf(view.layout.paper, frame)]
    const photos = composed.photos.map(photo => photo.picture)
    return [...composed.columns, ...photos, ...(composed.head ? [composed.head.rect] : [])]
  })
}
