import type { TextRange } from '../text-place/text-place'

/** What cleaning may do to a draft, each under a stable code with the name that the 清洗单 shows, in its order. */
export const cleanKindNames = {
  'kicker-found': '认出引题',
  'headline-found': '认出主题',
  'deck-found': '认出副题',
  'dateline-found': '认出电头',
  'dateline-form': '统一电头',
  'summary-found': '认出提要',
  'editor-note-found': '认出编者按',
  'crosshead-found': '认出小标题',
  'related-found': '认出相关链接',
  'byline-found': '落款归入署名',
  'byline-form': '统一署名',
  'caption-found': '认出图说',
  'credit-found': '认出摄影署名',
  'credit-form': '统一摄影署名',
  'caption-taken': '图说取自图片文件',
  'credit-taken': '摄影署名取自图片文件',
  'note-removed': '去掉附注行',
  'headline-stop': '去掉标题末尾的句号',
  'line-joined': '接上断行',
  'line-split': '软回车改成分段',
  'row-flattened': '表格行改成一段',
  'number-added': '补上自动编号',
  'mark-widened': '半角标点改成全角',
  'quote-curled': '直引号改成“”',
  'quote-nested': '引号按层次改',
  'corner-quote': '直角引号改成“”',
  'ellipsis-set': '省略号改成……',
  'dash-set': '破折号改成——',
  'mark-doubled': '去掉重复标点',
  'mark-between-quotes': '去掉引号间的顿号',
  'bracket-paired': '括号配成一对',
  'sign-narrowed': '全角数字、字母改成半角',
  'unit-spelt': '单位符号改成文字',
  'word-replaced': '换成所答的写法',
  'space-removed': '去掉多余空格',
  'indent-removed': '去掉行首行尾空格',
  'line-removed': '去掉空行',
  'control-removed': '去掉看不见的字符',
} as const

/** Stable code of one kind of change. */
export type CleanKind = keyof typeof cleanKindNames

/** Where in the cleaned story a change shows. */
export interface CleanPlace extends TextRange {
  /** The words round it, as they now stand. */
  readonly left: string
  readonly right: string
}

/** One change, which can be taken back alone. */
export interface CleanChange {
  /** The same for the same place of the same draft, whatever else is taken back. */
  readonly key: string
  readonly kind: CleanKind
  /** As it came; control characters are written out, as in ⟨U+202E⟩. */
  readonly before: string
  /** As it now stands; empty when it was taken out. */
  readonly after: string
  /** Null where nothing of the place is left. */
  readonly where: CleanPlace | null
}

/** What is asked because no rule is sure of it. Until it is answered nothing is done. */
export interface CleanQuestion {
  readonly key: string
  readonly text: string
  /** The words that it is about; '' where it is about the whole. */
  readonly words: string
  readonly choices: readonly { readonly value: string; readonly name: string }[]
  /** What a free answer is called; null: only the choices can be chosen. */
  readonly free: string | null
  /** What was answered; null while it is open. */
  readonly answer: string | null
  readonly where: CleanPlace | null
}

/** Headlines beyond this many characters are asked about (newsroom.md: 18 to 22). */
export const longestHeadline = 22
