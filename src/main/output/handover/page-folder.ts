import { createHash } from 'node:crypto'
import { dispatchSheet } from './dispatch-sheet'
import { photoFileName, storyFileName, TakenNames } from './file-names'
import type { HandoverPage, HandoverPhoto, HandoverStory, TextEncodingName } from './handover'
import { manifest, manifestName, type ListedFile } from './manifest'
import { writePhoto } from '../../photo-files/write-photo'
import { plainText } from './plain-text'
import { storyDocx } from './story-docx'
import { encodeText } from './text-encoding'

/** What all pages of a hand-over share. */
export interface FolderSetting {
  readonly now: Date
  readonly timeZone: string
  readonly textEncoding: TextEncodingName
}

/** One piece of work on a folder: what the desk reads meanwhile, and the files that come of it. */
export interface FolderTask {
  /** 写 03 版 小样 2/8 */
  readonly now: string
  /** Files that it makes, for the progress; one fewer where a photo is missing. */
  readonly files: number
  readonly run: () => Promise<readonly FolderFile[]>
}

export interface FolderFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Packed by its own format already. */
  readonly isPacked: boolean
}

const encodingNames: Readonly<Record<TextEncodingName, string>> = {
  gb18030: 'GB18030',
  gbk: 'GBK',
  'utf-8': 'UTF-8',
}

/** 04 or 12: 版次 as the desk says it. */
export const pageOrdinal = (page: HandoverPage) => String(page.pageNumber).padStart(2, '0')

/**
 * The folder of one page as tasks, to be run in their order: 版样, 发稿单, photos (their names go into the texts),
 * 小样, 清单.
 */
export class PageFolder {
  readonly warnings: string[] = []
  private readonly names = new TakenNames()
  private readonly listed: ListedFile[] = []
  /** File of a photo by its story and its place in it. */
  private readonly photoFiles = new Map<string, string>()

  constructor(
    private readonly page: HandoverPage,
    private readonly setting: FolderSetting,
  ) {
    for (const name of ['版样', '发稿单', '清单']) this.names.take(name, ['.pdf', '.xlsx', '.json'])
    if (!page.signOff) this.warnings.push('本版还没有签发。')
  }

  tasks(): FolderTask[] {
    const { page } = this
    const say = (what: string) => `写 ${pageOrdinal(page)} 版 ${what}`
    const of = (at: number, all: readonly unknown[]) => `${at + 1}/${all.length}`
    return [
      { now: say('版样'), files: 1, run: () => this.proof() },
      { now: say('发稿单'), files: 1, run: () => this.sheet() },
      ...page.photos.map((photo, at) => ({
        now: say(`图片 ${of(at, page.photos)}`),
        files: 1,
        run: () => this.photo(photo, at),
      })),
      ...page.stories.map((story, at) => ({
        now: say(`小样 ${of(at, page.stories)}`),
        files: 2,
        run: () => this.story(story, at),
      })),
      { now: say('清单'), files: 1, run: async () => [this.list()] },
    ]
  }

  private async proof(): Promise<FolderFile[]> {
    return [this.keep('版样.pdf', await this.page.proof(), true, { content: '版样' })]
  }

  private async sheet(): Promise<FolderFile[]> {
    const bytes = await dispatchSheet(this.page, this.setting.now, this.setting.timeZone)
    return [this.keep('发稿单.xlsx', bytes, true, { content: '发稿单' })]
  }

  private async photo(photo: HandoverPhoto, at: number): Promise<FolderFile[]> {
    const { page } = this
    const story = this.storyOf(photo)
    const loose = page.photos.slice(0, at).filter(other => this.storyOf(other) === null).length
    const wanted = photoFileName(photo, story, (story ? photo.storyPhoto : loose) + 1)
    const original = await photo.image()
    if (!original) {
      this.warnings.push(`${wanted} 没有原图或原图已损坏，没有交付，请补图。`)
      return []
    }
    const written = writePhoto(
      original,
      {
        storyNumber: story?.storyNumber ?? '',
        headline: story?.parts.headline ?? '',
        caption: photo.caption,
        photographers: photo.photographer.split(/[、，,;；/／]/).flatMap(name => name.trim() || []),
        credit: photo.credit,
        city: photo.city,
        date: photo.date,
      },
      this.setting.now,
    )
    const name = this.names.take(wanted, [written.extension]) + written.extension
    for (const warning of written.warnings) this.warnings.push(`${name}：${warning}。`)
    if (photo.caption.trim() === '') this.warnings.push(`${name}：缺图说。`)
    if (photo.credit.trim() === '') this.warnings.push(`${name}：缺摄影署名。`)
    if (story) {
      const key = photoKey(page.stories.indexOf(story), photo.storyPhoto)
      if (!this.photoFiles.has(key)) this.photoFiles.set(key, name)
    }
    return [
      this.keep(name, written.bytes, true, {
        content: '图片',
        metadata: written.metadata,
        ...(story ? { storyNumber: story.storyNumber } : {}),
      }),
    ]
  }

  private async story(story: HandoverStory, index: number): Promise<FolderFile[]> {
    const { page, setting } = this
    const name = this.names.take(storyFileName(story), ['.txt', '.docx'])
    const photoFiles = story.parts.blocks
      .filter(block => block.kind === 'photo')
      .map((_, at) => this.photoFiles.get(photoKey(index, at)) ?? null)
    const { bytes, beyondGbk } = encodeText(plainText(story, photoFiles), setting.textEncoding)
    if (beyondGbk.length > 0) {
      const characters = beyondGbk.map(character => `${character}（${codePoint(character)}）`).join('、')
      this.warnings.push(
        setting.textEncoding === 'gbk'
          ? `${name}.txt：GBK 里没有 ${characters}，写成了〓，请照 docx 补字。`
          : `${name}.txt：${characters} 不在 GBK 里，老排版系统可能显示不出，请照 docx 核对。`,
      )
    }
    const docx = await storyDocx(page, story, photoFiles, setting.now, setting.timeZone)
    const { storyNumber } = story
    return [
      this.keep(`${name}.txt`, bytes, false, {
        content: '小样',
        storyNumber,
        encoding: encodingNames[setting.textEncoding],
      }),
      this.keep(`${name}.docx`, docx, true, { content: '小样', storyNumber }),
    ]
  }

  private list(): FolderFile {
    const bytes = manifest(this.page, this.listed, this.warnings, this.setting.now)
    return { name: manifestName, bytes, isPacked: false }
  }

  private storyOf(photo: HandoverPhoto): HandoverStory | null {
    return photo.storyIndex === null ? null : (this.page.stories[photo.storyIndex] ?? null)
  }

  private keep(
    name: string,
    bytes: Uint8Array,
    isPacked: boolean,
    facts: Omit<ListedFile, 'name' | 'bytes' | 'sha256'>,
  ): FolderFile {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.listed.push({ name, bytes: bytes.length, sha256, ...facts })
    return { name, bytes, isPacked }
  }
}

const photoKey = (story: number, photo: number) => `${story}/${photo}`

const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
