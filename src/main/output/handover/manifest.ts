import type { HandoverPage } from './handover'

/** Version of 清单.json; a reader of an older one must be able to tell. */
const formatVersion = 1

/** File name of the manifest; it lists every file of its folder but itself. */
export const manifestName = '清单.json'

/** A file of the folder as 清单.json tells of it. */
export interface ListedFile {
  readonly name: string
  readonly bytes: number
  /** In hex. */
  readonly sha256: string
  readonly content: '版样' | '发稿单' | '小样' | '图片'
  /** 稿号 of the story that it belongs to. */
  readonly storyNumber?: string
  /** Encoding of a text. */
  readonly encoding?: string
  /** How a photo's facts were written. */
  readonly metadata?: string
}

/** 清单.json of a page: keys in Chinese, because people open it to look something up. Times are UTC. */
export function manifest(
  page: HandoverPage,
  files: readonly ListedFile[],
  warnings: readonly string[],
  now: Date,
): Uint8Array {
  const { signOff } = page
  const list = {
    格式: '大样交付清单',
    格式版本: formatVersion,
    报名: page.paperName,
    日期: page.date,
    总期号: page.editionNumber,
    版次: page.pageNumber,
    版名: page.pageName,
    制作时间: now.toISOString(),
    签发: signOff && { 姓名: signOff.name, 时间: signOff.at, 校验: signOff.hash },
    稿件: page.stories.map(story => ({
      序号: story.number,
      稿号: story.storyNumber,
      标题: story.parts.headline,
      体裁: story.genre,
      作者: story.author,
      责编: story.editor,
      字数: story.characters,
      行数: story.lines,
      版位: story.placeName,
    })),
    文件: files.map(file => ({
      文件名: file.name,
      内容: file.content,
      ...(file.storyNumber === undefined ? {} : { 稿号: file.storyNumber }),
      ...(file.encoding === undefined ? {} : { 编码: file.encoding }),
      ...(file.metadata === undefined ? {} : { 图片说明: file.metadata }),
      字节: file.bytes,
      'SHA-256': file.sha256,
    })),
    提醒: warnings,
  }
  return Buffer.from(`${JSON.stringify(list, null, 2)}\n`, 'utf8')
}
