import type { BudgetRow } from './budget-row'

/** A value to order by: text goes by pinyin, figures by size; null always comes last. */
export type SortValue = string | number | null

export type Direction = 'ascend' | 'descend'

/** A text as a value to order by: blank is no value. */
export const textValue = (text: string): SortValue => (text.trim() === '' ? null : text.trim())

const pinyin = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'string' && typeof b === 'string' ? pinyin.compare(a, b) : Number(a) - Number(b)

/** Rows in the order of a value of theirs; equal ones by 稿号. What has no value stands last either way. */
export function orderRows<Row extends Pick<BudgetRow, 'number'>>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Direction,
): readonly Row[] {
  const sign = direction === 'descend' ? -1 : 1
  return rows
    .map(row => ({ row, value: valueOf(row) }))
    .sort((a, b) => {
      const byNumber = a.row.number - b.row.number
      if (a.value === null || b.value === null) {
        return Number(a.value === null) - Number(b.value === null) || byNumber
      }
      return sign * compare(a.value, b.value) || byNumber
    })
    .map(({ row }) => row)
}
