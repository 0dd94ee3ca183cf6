import { storyStateNames, storyStateOrder, type StoryState } from '../../../shared/budget/story-state'
import { stateTones } from '../state-tone'
import type { BudgetColumn } from './column'

/** 状态: where the story stands on its way through the house. */
export const stateColumn: BudgetColumn<'state'> = {
  key: 'state',
  title: '状态',
  width: 80,
  isInTrash: true,
  words: row => storyStateNames[row.state],
  Cell: ({ row }) => <em className={`tag ${stateTones[row.state]}`}>{storyStateNames[row.state]}</em>,
  order: row => storyStateOrder.indexOf(row.state),
  filter: {
    valueOf: row => row.state,
    choices: rows =>
      storyStateOrder
        .filter(state => rows.some(row => row.state === state))
        .map(state => ({ text: storyStateNames[state], value: state })),
  },
  edit: {
    kind: 'choice',
    inputOf: row => row.state,
    read: input => ({ ok: true, change: { state: input as StoryState } }),
    choices: () => storyStateOrder.map(state => ({ value: state, label: storyStateNames[state] })),
  },
}
