/** A rectangle of cells. */
export interface CellRect {
  readonly column: number
  readonly row: number
  readonly columnSpan: number
  readonly rowSpan: number
}

/** The largest rectangle of free cells in a grid; among equals the highest, then the leftmost. Null where none is free. */
export function largestRectangle(
  columns: number,
  rows: number,
  isFree: (column: number, row: number) => boolean,
): CellRect | null {
  const depths = new Int32Array(columns)
  let best: CellRect | null = null
  let most = 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      depths[column] = isFree(column, row) ? depths[column]! + 1 : 0
    }
    for (let left = 0; left < columns; left++) {
      let depth = Infinity
      for (let right = left; right < columns && depths[right]! > 0; right++) {
        depth = Math.min(depth, depths[right]!)
        const size = depth * (right - left + 1)
        if (size <= most) continue
        most = size
        best = { column: left, row: row - depth + 1, columnSpan: right - left + 1, rowSpan: depth }
      }
    }
  }
  return best
}
