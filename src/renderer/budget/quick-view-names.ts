import { quickViews, type QuickView } from '../../shared/budget/quick-views'

/** The quick views as they stand over the lists. */
export const quickViewNames: Readonly<Record<QuickView, string>> = {
  today: '今日稿',
  mine: '我的稿',
  faults: '缺图说',
  long: '超长',
  all: '全部',
}

/** What a chip's name leaves out. */
export const quickViewNotes: Readonly<Record<QuickView, string>> = {
  today: '排在这一期的稿件',
  mine: '我写的和我责编的稿件',
  faults: '图片缺图说或缺摄影署名的稿件',
  long: '字数或行数超过计划百分之五以上的稿件',
  all: '稿库里的全部稿件',
}

export const isQuickView = (value: unknown): value is QuickView => quickViews.includes(value as QuickView)
