import { orderRows, textValue, type Direction, type SortValue } from '../../shared/budget/row-order'
import { type BudgetRow } from '../../shared/contract'
import { genres } from '../../shared/budget/genre'
import { authorOf } from '../../shared/budget/story-names'
import { nameOf, type BudgetContext } from '../../shared/budget/budget-context'
import { storyStateOrder } from '../../shared/budget/story-state'

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
  readonly direction: Direction
}

const text = textValue

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
      return storyStateOrder.indexOf(row.state)
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

/** Rows in the order of a column. */
export const orderByColumn = (
  rows: readonly BudgetRow[],
  { column, direction }: RowOrder,
  context: BudgetContext,
): readonly BudgetRow[] => orderRows(rows, row => valueOf(row, column, context), direction)
