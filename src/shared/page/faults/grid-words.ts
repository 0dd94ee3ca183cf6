/** Base columns from one to another, as a sentence says them: 第 3 栏, 第 3—5 栏; counted from 0, `to` exclusive. */
export const columnsSpan = (from: number, to: number): string =>
  to - from === 1 ? `第 ${from + 1} 栏` : `第 ${from + 1}—${to} 栏`

/** Ems in a sentence: one decimal, none where it is whole. */
export const emsSaid = (value: number): string => String(Math.round(value * 10) / 10)
