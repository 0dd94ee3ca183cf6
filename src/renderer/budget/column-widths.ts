import type { ColumnKey } from './row-order'

/** Width of each column (CSS pixels) until somebody drags it; the headline takes what the others leave. */
export const usualWidths: Readonly<Record<ColumnKey, number>> = {
  number: 52,
  headline: 0,
  slug: 96,
  genre: 74,
  characters: 128,
  lines: 68,
  place: 112,
  author: 84,
  editor: 80,
  state: 80,
  deadline: 116,
  photos: 136,
  note: 120,
  changed: 138,
}

/** The check box column and the bar that scrolls (px). */
export const selectionWidth = 36
const scrollBar = 10

const narrowest = 48
const narrowestHeadline = 180

/** Columns that are not shown until somebody asks for them. */
export const usuallyHidden: readonly ColumnKey[] = ['slug', 'note']

export type Widths = Readonly<Partial<Record<ColumnKey, number>>>

/** Widths of the shown columns that fill the room; only a room too small for all of them is exceeded. */
export function columnWidths(
  shown: readonly ColumnKey[],
  dragged: Widths,
  room: number,
): Readonly<Record<ColumnKey, number>> {
  const widths = { ...usualWidths }
  for (const column of shown) {
    if (column !== 'headline') widths[column] = Math.max(narrowest, dragged[column] ?? usualWidths[column])
  }
  const taken = shown.reduce((sum, column) => sum + (column === 'headline' ? 0 : widths[column]), 0)
  widths.headline = Math.max(narrowestHeadline, room - scrollBar - selectionWidth - taken)
  return widths
}

/** The width that a column may take when its edge is dragged: the headline keeps its least room. */
export function draggedWidth(
  column: ColumnKey,
  wanted: number,
  widths: Readonly<Record<ColumnKey, number>>,
): number {
  const spare = Math.max(0, widths.headline - narrowestHeadline)
  return Math.round(Math.max(narrowest, Math.min(wanted, widths[column] + spare)))
}
