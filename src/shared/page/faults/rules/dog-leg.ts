import { pt } from '../../sizes'
import type { Frame } from '../../layout'
import { geometryOf, type Rect } from '../../paper'
import type { FaultRule } from '../fault'
import { isFurniture } from '../../furniture'
import { gridOf, type PageGrid } from '../page-grid'
import { placesOf } from '../../frame-places'
import { placedStories } from '../placed-stories'

const mostCorners = 1

/**
 * 弯脚 (newsroom.md 3.4, 21; P18): a story whose outline bends round others at two re-entrant corners or more. An
 * L has one and reads well; a U, a T or a Z does not.
 */
export const dogLeg: FaultRule = {
  id: 'dogLeg',
  severity: 'info',
  find(view) {
    const grid = gridOf(view.layout)
    const { area, columnWidth, gutterWidth } = geometryOf(view.layout.paper)
    const { pitch } = view.layout.paper
    return placedStories(view).flatMap(({ frame, name }) => {
      if (frame.regions.length === 0 && !isCutInto(grid, frame)) return []
      const corners = reentrantCorners(grid, frame)
      if (corners.length <= mostCorners) return []
      const marks = corners.map(({ column, row }): Rect => {
        const x = area.x + column * (columnWidth + gutterWidth) - gutterWidth / 2
        return {
          x: pt(x - pitch),
          y: pt(area.y + (row - 1) * pitch),
          width: pt(2 * pitch),
          height: pt(2 * pitch),
        }
      })
      return [
        {
          frameIds: [frame.id],
          where: '',
          marks,
          message: `${name}的文框绕着别的稿件拐了 ${corners.length} 道弯`,
          remedy: '改成长方，或者最多拐一道的 L 形。',
        },
      ]
    })
  },
}

/** Another frame has some of a frame's cells. */
function isCutInto(grid: PageGrid, frame: Frame): boolean {
  return placesOf(frame).some(place => {
    const right = Math.min(grid.columns, place.column + place.columnSpan)
    const foot = Math.min(grid.rows, place.row + place.rowSpan)
    for (let row = place.row; row < foot; row++) {
      for (let column = place.column; column < right; column++)
        if (grid.at(column, row) !== frame) return true
    }
    return false
  })
}

/** Corners of the grid around which three cells are the frame's and the fourth another story's or advertisement's. */
function reentrantCorners(grid: PageGrid, frame: Frame): { column: number; row: number }[] {
  const corners: { column: number; row: number }[] = []
  const places = placesOf(frame)
  const left = Math.max(1, Math.min(...places.map(place => place.column)))
  const right = Math.min(grid.columns - 1, Math.max(...places.map(place => place.column + place.columnSpan)))
  const top = Math.max(1, Math.min(...places.map(place => place.row)))
  const foot = Math.min(grid.rows - 1, Math.max(...places.map(place => place.row + place.rowSpan)))
  for (let row = top; row <= foot; row++) {
    for (let column = left; column <= right; column++) {
      const around = [
        grid.at(column - 1, row - 1),
        grid.at(column, row - 1),
        grid.at(column - 1, row),
        grid.at(column, row),
      ]
      const others = around.filter(one => one !== frame)
      const [other] = others
      if (others.length !== 1 || !other || isFurniture(other)) continue
      if (other.kind === 'story' || other.kind === 'ad') corners.push({ column, row })
    }
  }
  return corners
}
