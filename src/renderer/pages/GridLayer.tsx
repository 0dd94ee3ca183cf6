import { memo } from 'react'
import { geometryOf, rectOf, type Paper } from '../../shared/page/paper'

/** 参考线: the base columns, every line faintly and every fifth more clearly. */
export const GridLayer = memo(function GridLayer({ paper }: { paper: Paper }) {
  const { width, height, area } = geometryOf(paper)
  const columns = Array.from({ length: paper.columns }, (_, column) =>
    rectOf(paper, { column, row: 0, columnSpan: 1, rowSpan: paper.lines }),
  )
  const fifths = Array.from({ length: Math.floor(paper.lines / 5) + 1 }, (_, at) => at * 5)
  return (
    <svg className="grid-layer" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      {columns.map(({ x, y, width: w, height: h }) => (
        <rect key={x} className="grid-column" x={x} y={y} width={w} height={h} />
      ))}
      {fifths.map(line => (
        <line
          key={line}
          className="grid-line"
          x1={area.x}
          x2={area.x + area.width}
          y1={area.y + line * paper.pitch}
          y2={area.y + line * paper.pitch}
        />
      ))}
      <rect className="grid-area" x={area.x} y={area.y} width={area.width} height={area.height} />
    </svg>
  )
})
