import { z } from 'zod'

/**
 * What intake may do to a text, each under a stable code with the label that the list of changes shows.
 * The `…-found` kinds move text into a part of its own; the others mend what the page's setting left behind.
 */
export const changeLabels = {
  'control-removed': '去掉控制字符',
  'indent-removed': '去掉行首空格',
  'space-removed': '去掉多余空格',
  'letter-space-closed': '合拢拉开的字',
  'line-joined': '接上断行',
  'turn-healed': '接上转栏',
  'strap-found': '认出专题栏头',
  'kicker-found': '认出引题',
  'headline-found': '认出主题',
  'deck-found': '认出副题',
  'dateline-found': '认出电头',
  'crosshead-found': '认出小标题',
  'byline-found': '认出署名',
  'credit-found': '认出摄影署名',
  'caption-found': '认出图说',
  'furniture-removed': '去掉版面附注',
  'text-set-aside': '未归入稿件',
} as const

/** Stable code of one kind of change. */
export type ChangeKind = keyof typeof changeLabels

/** One change that intake made. */
export const changeSchema = z.object({
  kind: z.enum(Object.keys(changeLabels) as [ChangeKind, ...ChangeKind[]]),
  /** The text as it came; lines are parted by \n. Control characters are written out, as in ⟨U+202E⟩. */
  before: z.string(),
  /** The text as it now stands; empty when it was taken out. */
  after: z.string(),
  /** Index into `ImportedPage.stories`; null for what belongs to no story. */
  story: z.number().int().min(0).nullable(),
})

/** A caption with its credit as they stand on the page; the picture itself is not in a page's text. */
export const importedPhotoSchema = z.object({
  /** Empty for a credit that stands for all photos: 本版图片均由史婉摄. */
  caption: z.string(),
  /** 史婉 摄 */
  credit: z.string(),
})

/** One story of a page. Absent parts are null or empty, never an empty string. */
export const importedStorySchema = z.object({
  kicker: z.string().nullable(),
  headline: z.string().nullable(),
  deck: z.string().nullable(),
  /** 本报讯, 本报讯（记者 张三）, 新华社北京11月3日电; neither it nor the space after it is in `paragraphs`. */
  dateline: z.string().nullable(),
  /** Whole paragraphs in order, without line ends and indents. */
  paragraphs: z.array(z.string()),
  /** Each stands before `paragraphs[before]`; after the last one when `before` is their number. */
  crossheads: z.array(z.object({ text: z.string(), before: z.number().int().min(0) })),
  /** （王倩茹）; 郭佳丽 摄影报道 */
  byline: z.string().nullable(),
  /** Photo credits that the story itself bears; a byline that is one too (摄影报道) is repeated here. */
  credits: z.array(z.string()),
  /** Captions whose words occur in this story. */
  photos: z.array(importedPhotoSchema),
})

/** What a page's text holds. Every Han character of the text stands in exactly one place (credits aside). */
export const importedPageSchema = z.object({
  /** 专题栏头 over the section. */
  strap: z.string().nullable(),
  stories: z.array(importedStorySchema),
  /** Captions that belong to no story. */
  photos: z.array(importedPhotoSchema),
  /** Lines that belong to no part of a story: 责任编辑, page numbers, further straps, titles with no text. */
  leftover: z.array(z.string()),
  changes: z.array(changeSchema),
})

export type Change = z.infer<typeof changeSchema>
export type ImportedPhoto = z.infer<typeof importedPhotoSchema>
export type ImportedStory = z.infer<typeof importedStorySchema>
export type ImportedPage = z.infer<typeof importedPageSchema>
