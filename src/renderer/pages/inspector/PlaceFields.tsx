import type { Frame } from '../../../shared/page/layout'
import type { Paper } from '../../../shared/page/paper'
import { moveOps, resizeOps } from '../../../shared/page/edit/frame-moves'
import { hullOf, leastRows } from '../../../shared/page/edit/grid-place'
import { placesOf } from '../../../shared/page/frame-places'
import { NumberField } from './NumberField'

interface Props {
  readonly pageId: string
  readonly frame: Frame
  readonly paper: Paper
}

/** 占栏: how many base columns a frame spans, to the right of where it begins. */
export function SpanField({ pageId, frame, paper }: Props) {
  const room = paper.columns - frame.column
  return (
    <NumberField
      pageId={pageId}
      name="占栏"
      change="改占栏"
      value={frame.columnSpan}
      range={{
        least: 1,
        most: room,
        unit: '栏',
        why: `从第 ${frame.column + 1} 栏起，版心共 ${paper.columns} 栏`,
      }}
      ops={(layout, value) => {
        const was = layout.frames.find(one => one.id === frame.id)
        const columns = (value ?? 1) - (was?.columnSpan ?? 1)
        return resizeOps(layout, frame.id, 'e', { columns, rows: 0 })
      }}
    />
  )
}

/** 行数: how many lines of the grid a frame takes, downwards. */
export function RowsField({ pageId, frame, paper }: Props) {
  return (
    <NumberField
      pageId={pageId}
      name="行数"
      change="改行数"
      value={frame.rowSpan}
      range={{
        least: leastRows[frame.kind],
        most: paper.lines - frame.row,
        unit: '行',
        why: `从第 ${frame.row + 1} 行起，版心共 ${paper.lines} 行`,
      }}
      ops={(layout, value) => {
        const was = layout.frames.find(one => one.id === frame.id)
        const rows = (value ?? 1) - (was?.rowSpan ?? 1)
        return resizeOps(layout, frame.id, 's', { columns: 0, rows })
      }}
    />
  )
}

/** 起栏 and 起行, counted from 1: where a frame begins, with all its rectangles. */
export function OriginFields({ pageId, frame, paper }: Props) {
  const hull = hullOf(placesOf(frame))
  const moved = (axis: 'column' | 'row') => (layout: Parameters<typeof moveOps>[0], value: number | null) => {
    const was = layout.frames.find(one => one.id === frame.id)
    const step = (value ?? 1) - 1 - (was?.[axis] ?? 0)
    return moveOps(layout, frame.id, {
      columns: axis === 'column' ? step : 0,
      rows: axis === 'row' ? step : 0,
    })
  }
  return (
    <>
      <NumberField
        pageId={pageId}
        name="起栏"
        change="移动文框"
        value={frame.column + 1}
        range={{
          least: frame.column - hull.column + 1,
          most: frame.column + 1 + paper.columns - hull.column - hull.columnSpan,
          unit: '栏',
          why: `占 ${hull.columnSpan} 栏，版心共 ${paper.columns} 栏`,
        }}
        ops={moved('column')}
      />
      <NumberField
        pageId={pageId}
        name="起行"
        change="移动文框"
        value={frame.row + 1}
        range={{
          least: frame.row - hull.row + 1,
          most: frame.row + 1 + paper.lines - hull.row - hull.rowSpan,
          unit: '行',
          why: `高 ${hull.rowSpan} 行，版心共 ${paper.lines} 行`,
        }}
        ops={moved('row')}
      />
    </>
  )
}
