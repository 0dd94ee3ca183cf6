import { ruleOf, type SafeRuleId } from '../style/rules'
import type { TextRange } from '../text-place/text-place'

const doneBy = (id: SafeRuleId) => ruleOf(id).done

/**
 * What cleaning may do to a draft, each under a stable code with the name that the 清洗单 shows, in its order. What is a
 * fix of house style has the name that its rule gives it.
 */
export const cleanKindNames = {
  'kicker-found': '认出引题',
  'headline-found': '认出主题',
  'deck-found': '认出副题',
  'dateline-found': '认出电头',
  'dateline-form': doneBy('form.dateline'),
  'summary-found': '认出提要',
  'editor-note-found': '认出编者按',
  'crosshead-found': '认出小标题',
  'related-found': '认出相关链接',
  'byline-found': '落款归入署名',
  'byline-form': doneBy('form.byline-bracket'),
  'caption-found': '认出图说',
  'credit-found': '认出摄影署名',
  'credit-form': doneBy('form.credit'),
  'caption-taken': '图说取自图片文件',
  'credit-taken': '摄影署名取自图片文件',
  'note-removed': '去掉附注行',
  'headline-stop': doneBy('mark.title-end'),
  'line-joined': '接上断行',
  'line-split': '软回车改成分段',
  'row-flattened': '表格行改成一段',
  'number-added': '补上自动编号',
  'mark-widened': doneBy('mark.half-width'),
  'quote-curled': doneBy('mark.quote-straight'),
  'quote-nested': doneBy('mark.quote-nesting'),
  'corner-quote': doneBy('mark.quote-corner'),
  'title-nested': doneBy('mark.book-nesting'),
  'ellipsis-set': doneBy('mark.ellipsis'),
  'dash-set': doneBy('mark.dash'),
  'mark-doubled': doneBy('mark.repeat'),
  'mark-between-quotes': doneBy('mark.deng-comma'),
  'bracket-paired': doneBy('pair.mixed'),
  'sign-narrowed': doneBy('num.full-width'),
  'unit-spelt': doneBy('num.unit'),
  'word-replaced': '换成所答的写法',
  'space-removed': doneBy('space.han'),
  'indent-removed': doneBy('space.indent'),
  'line-removed': '去掉空行',
  'control-removed': doneBy('space.hidden'),
} as const

/** Stable code of one kind of change. */
export type CleanKind = keyof typeof cleanKindNames

/** Under which code the fix of each rule is listed. */
export const kindOfRule: Readonly<Record<SafeRuleId, CleanKind>> = {
  'num.full-width': 'sign-narrowed',
  'num.unit': 'unit-spelt',
  'mark.quote-straight': 'quote-curled',
  'mark.quote-nesting': 'quote-nested',
  'mark.quote-corner': 'corner-quote',
  'mark.book-nesting': 'title-nested',
  'mark.ellipsis': 'ellipsis-set',
  'mark.dash': 'dash-set',
  'mark.half-width': 'mark-widened',
  'pair.mixed': 'bracket-paired',
  'mark.repeat': 'mark-doubled',
  'mark.deng-comma': 'mark-between-quotes',
  'mark.title-end': 'headline-stop',
  'space.hidden': 'control-removed',
  'space.indent': 'indent-removed',
  'space.trailing': 'indent-removed',
  'space.mark': 'space-removed',
  'space.han': 'space-removed',
  'space.han-latin': 'space-removed',
  'space.odd': 'space-removed',
  'form.dateline': 'dateline-form',
  'form.byline-bracket': 'byline-form',
  'form.credit': 'credit-form',
}

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
