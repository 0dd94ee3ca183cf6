import { textValue } from '../../../shared/budget/row-order'
import type { BudgetColumn } from './column'
import { textEdit } from './text-edit'

/** 备注 */
export const noteColumn: BudgetColumn<'note'> = {
  key: 'note',
  title: '备注',
  width: 120,
  isUsuallyHidden: true,
  words: row => row.note,
  order: row => textValue(row.note),
  edit: textEdit('note'),
}
