/** A rectangle of cells: from its first column and row to those after its last. */
export interface CellRect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly foot: number
}

/**
 * Rectangles of free cells, among them every one that can grow in no direction. `free` holds a 1 for each free
 * cell, row by row. Takes time in proportion to the cells: heights of free cells above each row, and a stack.
 */
export function freeRectangles(free: Uint8Array, columns: number, rows: number): CellRect[] {
  const found: CellRect[] = []
  const heights = new Int32Array(columns + 1)
  const lefts = new Int32Array(columns + 1)
  const talls = new Int32Array(columns + 1)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      heights[column] = free[row * columns + column] === 1 ? (heights[column] ?? 0) + 1 : 0
    }
    let depth = 0
    for (let column = 0; column <= columns; column++) {
      const height = column < columns ? (heights[column] ?? 0) : 0
      let left = column
      while (depth > 0 && (talls[depth - 1] ?? 0) > height) {
        depth--
        left = lefts[depth] ?? 0
        found.push({ left, top: row + 1 - (talls[depth] ?? 0), right: column, foot: row + 1 })
      }
      if (height > 0 && (depth === 0 || (talls[depth - 1] ?? 0) < height)) {
        lefts[depth] = left
        talls[depth] = height
        depth++
      }
    }
  }
  return found
}
