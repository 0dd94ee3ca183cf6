import { isTodays, type BudgetContext } from '../../shared/budget/budget-context'
import { quickViews, type QuickView } from '../../shared/budget/quick-views'

const names: Readonly<Record<QuickView, string>> = {
  today: '本期稿',
  mine: '我的稿',
  faults: '缺图说',
  long: '超长',
  all: '全部',
}

/** A quick view as it stands over the lists: 今日稿 where the chosen edition is today's, 本期稿 where it is another. */
export const quickViewName = (view: QuickView, context: BudgetContext): string =>
  view === 'today' && isTodays(context) ? '今日稿' : names[view]

/** What a chip's name leaves out. */
export const quickViewNotes: Readonly<Record<QuickView, string>> = {
  today: '排在这一期的稿件',
  mine: '我写的和我责编的稿件',
  faults: '图片缺图说或缺摄影署名的稿件',
  long: '字数或行数超过目标和允许出入的稿件',
  all: '稿库里的全部稿件',
}

export const isQuickView = (value: unknown): value is QuickView => quickViews.includes(value as QuickView)
