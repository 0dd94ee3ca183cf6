import type { BudgetPerson } from '../../../shared/budget/budget-context'
import { nameOf } from '../../../shared/budget/budget-context'
import { textValue } from '../../../shared/budget/row-order'
import type { BudgetColumn } from './column'

const edits = ({ roles }: BudgetPerson): boolean => roles.includes('editor') || roles.includes('chief')

/** 责编 */
export const editorColumn: BudgetColumn<'editor'> = {
  key: 'editor',
  title: '责编',
  width: 80,
  isInTrash: true,
  words: (row, view) => nameOf(row.editorId, view),
  order: (row, context) => textValue(nameOf(row.editorId, context)),
  filter: {
    valueOf: row => row.editorId ?? '',
    choices: (rows, context) =>
      [...new Set(rows.map(row => row.editorId ?? ''))]
        .sort()
        .map(id => ({ text: nameOf(id === '' ? null : id, context) || '未定', value: id })),
  },
  edit: {
    kind: 'choice',
    inputOf: row => row.editorId ?? '',
    read: input => ({ ok: true, change: { editorId: input === '' ? null : input } }),
    // Whoever left the paper can only be left where he stands; those whose post it is come first.
    choices: (rows, context) => [
      { value: '', label: '未定' },
      ...[...context.people.values()]
        .filter(one => !one.retired || rows.some(row => row.editorId === one.id))
        .sort((a, b) => Number(edits(b)) - Number(edits(a)))
        .map(one => ({ value: one.id, label: nameOf(one.id, context) })),
    ],
  },
}
