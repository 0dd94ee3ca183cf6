import { genres, type BudgetRow } from '../../shared/contract'
import { authorOf, nameOf, type BudgetContext } from './row-words'
import { stateOrder } from './state-tone'

/** Columns of the budget table, in the order in which they stand. */
export const columnNames = {
  number: '稿号',
  headline: '标题',
  slug: '简题',
  genre: '体裁',
  characters: '字数',
  lines: '行数',
  place: '期/版',
  author: '署名',
  editor: '责编',
  state: '状态',
  deadline: '截稿',
  photos: '配图',
  note: '备注',
  changed: '最后改动',
} as const
export type ColumnKey = keyof typeof columnNames

export interface RowOrder {
  readonly column: ColumnKey
  readonly direction: 'ascend' | 'descend'
}

/** A value to order by: text goes by pinyin, figures by size; null always comes last. */
type SortValue = string | number | null

const text = (value: string): SortValue => (value.trim() === '' ? null : value.trim())

function valueOf(row: BudgetRow, column: ColumnKey, context: BudgetContext): SortValue {
  switch (column) {
    case 'number':
      return row.number
    case 'headline':
      return text(row.headline)
    case 'slug':
      return text(row.slug)
    case 'note':
      return text(row.note)
    case 'author':
      return text(authorOf(row))
    case 'editor':
      return text(nameOf(row.editorId, context))
    case 'genre':
      return genres.indexOf(row.genre)
    case 'state':
      return stateOrder.indexOf(row.state)
    case 'characters':
      return row.characters
    case 'lines':
      return row.lines
    case 'photos':
      // What lacks words stands before what merely has many photos.
      return (row.photosWithoutCaption + row.photosWithoutCredit) * 1000 + row.photos
    case 'deadline':
      return row.deadline === null ? null : Date.parse(row.deadline)
    case 'changed':
      return Date.parse(row.trashedAt ?? row.changedAt)
    case 'place': {
      const date = row.editionId === null ? undefined : context.editions.get(row.editionId)?.date
      const day = date === undefined ? null : Date.parse(date) / 86_400_000
      if (day === null) return row.page
      return day * 1000 + (row.page ?? 999)
    }
  }
}

const pinyin = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'string' && typeof b === 'string' ? pinyin.compare(a, b) : Number(a) - Number(b)
}

/** Rows in the order of a column; equal ones by 稿号. What has no value stands last either way. */
export function orderRows(
  rows: readonly BudgetRow[],
  order: RowOrder,
  context: BudgetContext,
): readonly BudgetRow[] {
  const sign = order.direction === 'descend' ? -1 : 1
  return rows
    .map(row => ({ row, value: valueOf(row, order.column, context) }))
    .sort((a, b) => {
      const byNumber = a.row.number - b.row.number
      if (a.value === null || b.value === null) {
        return Number(a.value === null) - Number(b.value === null) || byNumber
      }
      return sign * compare(a.value, b.value) || byNumber
    })
    .map(({ row }) => row)
}
