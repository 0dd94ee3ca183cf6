import { columns, mainColumn, type ColumnKey } from './columns'

/** The check box column and the bar that scrolls (px). */
export const selectionWidth = 36
const scrollBar = 10

const narrowest = 48
const narrowestMain = 180

/** CSS pixels by column, of those that somebody has dragged. */
export type Widths = Readonly<Partial<Record<ColumnKey, number>>>

/** Widths of the shown columns that fill the room; only a room too small for all of them is exceeded. */
export function columnWidths(
  shown: readonly ColumnKey[],
  dragged: Widths,
  room: number,
): Readonly<Record<ColumnKey, number>> {
  const widths = Object.fromEntries(
    columns.map(({ key, width }) => [
      key,
      width === 'rest' ? 0 : shown.includes(key) ? Math.max(narrowest, dragged[key] ?? width) : width,
    ]),
  ) as Record<ColumnKey, number>
  const taken = shown.reduce((sum, key) => sum + widths[key], 0)
  widths[mainColumn.key] = Math.max(narrowestMain, room - scrollBar - selectionWidth - taken)
  return widths
}

/** The width that a column may take when its edge is dragged: the main column keeps its least room. */
export function draggedWidth(
  column: ColumnKey,
  wanted: number,
  widths: Readonly<Record<ColumnKey, number>>,
): number {
  const spare = Math.max(0, widths[mainColumn.key] - narrowestMain)
  return Math.round(Math.max(narrowest, Math.min(wanted, widths[column] + spare)))
}
