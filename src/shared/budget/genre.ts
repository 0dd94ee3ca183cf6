import { z } from 'zod'

/** 体裁 (newsroom.md 2.1, the county's selection), in the order in which lists show them. */
export const genres = [
  '消息',
  '通讯',
  '简讯',
  '特写',
  '专访',
  '图片新闻',
  '评论',
  '编后',
  '来信',
  '公告',
  '副刊',
  '文摘',
  '其他',
] as const
export const genreSchema = z.enum(genres)
export type Genre = z.infer<typeof genreSchema>

/** 字 under which a story with photos is a caption of some length. */
const captionLength = 150

/** What of a story's text tells its genre. */
export interface GenreSigns {
  readonly dateline: string | null
  readonly characters: number
  readonly photos: number
}

/**
 * The genre that a story has as it comes in: what opens with a dateline is news; photos with less than a note's
 * text are a 图片新闻; anything else is written at length. A first guess, which the desk corrects.
 */
export function genreOf({ dateline, characters, photos }: GenreSigns): Genre {
  if (dateline !== null && dateline.trim() !== '') return '消息'
  return photos > 0 && characters < captionLength ? '图片新闻' : '通讯'
}
