import type { BudgetContext } from '../../../shared/budget/budget-context'
import { textValue } from '../../../shared/budget/row-order'
import { authorOf, makersOf } from '../../../shared/budget/story-names'
import type { BudgetColumn } from './column'
import { textEdit } from './text-edit'

/** Who writes for the paper. */
const writersOf = ({ people }: BudgetContext): readonly string[] =>
  [...people.values()]
    .filter(one => !one.retired && one.roles.some(role => role === 'reporter' || role === 'correspondent'))
    .map(one => one.name)

/** 署名: as planned, else whom the text names. */
export const authorColumn: BudgetColumn<'author'> = {
  key: 'author',
  title: '署名',
  width: 84,
  isInTrash: true,
  words: authorOf,
  hover: makersOf,
  order: row => textValue(authorOf(row)),
  edit: textEdit('author', writersOf),
}
