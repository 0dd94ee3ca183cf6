import { textValue } from '../../../shared/budget/row-order'
import type { BudgetColumn } from './column'
import { textEdit } from './text-edit'

/** 简题, for talk. */
export const slugColumn: BudgetColumn<'slug'> = {
  key: 'slug',
  title: '简题',
  width: 96,
  isUsuallyHidden: true,
  words: row => row.slug,
  order: row => textValue(row.slug),
  edit: textEdit('slug'),
}
