import { Button, Empty } from 'antd'
import { startImport } from '../newsroom/newsroom'
import type { BudgetContext } from '../../shared/budget/budget-context'
import { NewStoryButton } from './NewStoryButton'
import { quickViewName } from './quick-view-names'
import type { QuickView } from '../../shared/budget/quick-views'

interface Props {
  /** Stories in the whole budget. */
  readonly rows: number
  readonly query: string
  readonly view: QuickView
  readonly context: BudgetContext
  /** Takes away what keeps the list empty: the search, or else the view. */
  onAll(): void
}

/** Why no story is shown, and what to do about it. */
export function EmptyBudget({ rows, query, view, context, onAll }: Props) {
  const words = query.trim()
  const why =
    words !== ''
      ? `没有找到“${words}”`
      : rows === 0
        ? '稿库还空着。写一篇新稿，或把版面文字导进来。'
        : view === 'today'
          ? '这一期还没有稿件'
          : view === 'mine'
            ? '还没有我写的或我责编的稿件'
            : `没有${quickViewName(view, context)}的稿件`
  return (
    <Empty className="empty-budget" description={why}>
      {words !== '' && <Button onClick={onAll}>清空查找</Button>}
      {words === '' && rows > 0 && view !== 'all' && <Button onClick={onAll}>看全部 {rows} 篇</Button>}
      {words === '' && (rows === 0 || view === 'today') && (
        <>
          <NewStoryButton size="middle" />
          <Button onClick={startImport}>导入来稿</Button>
        </>
      )}
    </Empty>
  )
}
