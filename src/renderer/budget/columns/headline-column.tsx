import { textValue } from '../../../shared/budget/row-order'
import { titleOf } from '../../../shared/budget/story-names'
import type { BudgetColumn, CellProps } from './column'

function HeadlineCell({ row, acts: { open, restore, LeftWord } }: CellProps) {
  const title = titleOf(row)
  if (row.trashedAt !== null) {
    return (
      <>
        <span title={title}>{title}</span>
        <button type="button" tabIndex={-1} className="restore" onClick={() => restore(row)}>
          放回稿库
        </button>
      </>
    )
  }
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={row.headline.trim() === '' ? 'to-story untitled' : 'to-story'}
        title={title}
        onClick={() => open(row.id)}
      >
        {title}
      </button>
      <LeftWord storyId={row.id} />
    </>
  )
}

/** 标题: the way to the story, or out of the trash. */
export const headlineColumn: BudgetColumn<'headline'> = {
  key: 'headline',
  title: '标题',
  width: 'rest',
  isInTrash: true,
  words: titleOf,
  Cell: HeadlineCell,
  order: row => textValue(row.headline),
}
