import type { Failure } from '../../../shared/contract/failure'
import type { StoryParts } from '../../../shared/story/parts'

/**
 * 交付: everything that the layout desk or the press gets for one page, as plain data. The newsroom's service
 * fills it; `packHandover` makes the folders and the zip of it.
 */
export interface HandoverInput {
  /** In the order of the edition; one folder each. */
  readonly pages: readonly HandoverPage[]
  /** When the folder is made: written into every document, so that the same input makes the same bytes. */
  readonly now: Date
  /** The paper's, as IANA names it: Asia/Shanghai. Dates on paper and in the zip are in it. */
  readonly timeZone: string
  readonly textEncoding: TextEncodingName
}

/**
 * How 小样 txt is written.
 * - `gb18030`: what Chinese page systems open without asking; characters beyond GBK are kept in four bytes and
 *   named in 提醒, because old systems show them as boxes;
 * - `gbk`: for systems that know nothing else; a character that GBK lacks stands as 〓 and is named in 提醒;
 * - `utf-8`: with a byte order mark.
 * The first two leave out characters that no system shows (joiners, variation marks) and write the web's spaces
 * as spaces.
 */
export type TextEncodingName = 'gb18030' | 'gbk' | 'utf-8'

export interface HandoverPage {
  readonly paperName: string
  /** ISO date of the edition: 2025-06-12. */
  readonly date: string
  /** 总期号 as the paper writes it; '' where it counts none. */
  readonly editionNumber: string
  /** 版次, from 1. */
  readonly pageNumber: number
  /** 版名: 要闻; '' where it has none. */
  readonly pageName: string
  /** 版样 PDF, made when its turn comes. */
  readonly proof: () => Promise<Uint8Array>
  /** In the order of their numbers. */
  readonly stories: readonly HandoverStory[]
  /** In reading order; a page may have photos that belong to no story. */
  readonly photos: readonly HandoverPhoto[]
  readonly signOff: HandoverSignOff | null
}

export interface HandoverStory {
  /** 序号 on the page, from 1: the number that the 版样 shows; 0 for a story that leaves by itself. */
  readonly number: number
  /** 稿号, unique in the newsroom. */
  readonly storyNumber: string
  readonly parts: StoryParts
  readonly genre: string
  readonly author: string
  /** Whom the text names as writers, with their posts: 张三（记者）、李四（通讯员）; '' where it names nobody. */
  readonly writers: string
  /** Whom it names for the pictures. */
  readonly photographers: string
  /** 责编 */
  readonly editor: string
  /** 字数 */
  readonly characters: number
  /** Lines of the body as set on this page. */
  readonly lines: number
  /** 版位: 头条, 报眼, 右下; '' where nobody named it. */
  readonly placeName: string
  /** 稿费 in yuan; null while nobody set it. */
  readonly fee: number | null
  /** 备注 */
  readonly note: string
}

export interface HandoverPhoto {
  /** Index in the page's `stories`; null for a photo of its own. */
  readonly storyIndex: number | null
  /** Which of its story's photos it is, from 0, as the page's layout counts them; 0 for a photo of its own. */
  readonly storyPhoto: number
  /** The original, read when its turn comes; null where the store has none or it is damaged. */
  readonly image: () => Promise<Uint8Array | null>
  readonly caption: string
  /** As printed: 史婉 摄. */
  readonly credit: string
  /** The name in the credit: 史婉; '' where it has none. */
  readonly photographer: string
  /** City or county of the picture; '' where it is not known. */
  readonly city: string
  /** ISO date on which it was taken; null where it is not known. */
  readonly date: string | null
}

/** 签大样: who signed the page, when (UTC, ISO 8601), over which content (SHA-256 in hex). */
export interface HandoverSignOff {
  readonly name: string
  readonly at: string
  readonly hash: string
}

/** How far a hand-over is. The last step carries `ready`, or `failure` where it could not be made. */
export interface HandoverStep {
  /** Files written so far. */
  readonly done: number
  readonly total: number
  /** What it is at now: 写 03 版 小样 2/8. */
  readonly now: string
  readonly ready: ReadyHandover | null
  /** `output.too-large` */
  readonly failure: Failure | null
}

export interface ReadyHandover {
  /** File name of the zip: 20250612_第03版.zip. */
  readonly name: string
  readonly zip: Uint8Array
  /** 提醒 of all pages, each with its page where there are several. */
  readonly warnings: readonly string[]
}
