import type { HandoverPage, HandoverPhoto, HandoverStory } from './handover'

/**
 * Longest file name without its folder. Windows refuses a whole path of 260 characters and the desk unpacks
 * into folders of its own; Linux counts 255 bytes, encrypted homes 143, so a name of Chinese has 45 of them.
 */
const mostCharacters = 60
const mostBytes = 135

/** What a headline may take of it: room stays for number, place and extension. */
const mostTitleCharacters = 30
const mostPartCharacters = 12

const fullWidth: Readonly<Record<string, string>> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
}

/** Names that Windows keeps for devices, with or without an extension. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

const bytesOf = (text: string) => Buffer.byteLength(text, 'utf8')

/** The longest beginning of a text within both bounds that ends between two characters as people count them. */
function cut(text: string, characters: number, bytes: number): string {
  if (text.length <= characters && bytesOf(text) <= bytes) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    const next = kept + segment
    if (next.length > characters || bytesOf(next) > bytes) break
    kept = next
  }
  return kept
}

/**
 * A text as part of a file name that every system can write: what Windows forbids in its full-width form,
 * nothing invisible, no space or dot at either end, no device's name. May be empty.
 */
export function safeNamePart(text: string, characters: number): string {
  const visible = text
    .toWellFormed()
    .normalize('NFC')
    // Controls, format characters (bidi, zero width), private use, unassigned; U+FFFD was half a character.
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, '')
    .replace(/[\\/:*?"<>|]/g, mark => fullWidth[mark] ?? '')
    .replace(/\p{Zs}+/gu, ' ')
  const trimmed = cut(visible.replace(/^[ .]+/, ''), characters, mostBytes).replace(/[ .]+$/, '')
  const stem = trimmed.split('.', 1)[0] ?? ''
  return reserved.test(stem.trim()) ? `_${trimmed}` : trimmed
}

const twoDigits = (count: number) => String(count).padStart(2, '0')

/** 第03版 */
export const pageLabel = (page: Pick<HandoverPage, 'pageNumber'>) => `第${twoDigits(page.pageNumber)}版`

const compactDate = (date: string) => safeNamePart(date.replace(/-/g, ''), mostPartCharacters)

/** Folder of a page: 20250612_第03版 */
export const folderName = (page: HandoverPage) => `${compactDate(page.date)}_${pageLabel(page)}`

/** The zip's name: 20250612_第03版.zip, or 20250612_河川报_4个版.zip for several pages. */
export function zipName(pages: readonly HandoverPage[]): string {
  const [first] = pages
  if (!first) return '交付.zip'
  if (pages.length === 1) return `${folderName(first)}.zip`
  const parts = [
    compactDate(first.date),
    safeNamePart(first.paperName, mostPartCharacters),
    `${pages.length}个版`,
  ]
  return `${parts.filter(part => part !== '').join('_')}.zip`
}

/** Name of a story's files without extension: 01_头条_冬灌开闸. */
export function storyFileName(story: HandoverStory): string {
  const { headline, kicker, deck } = story.parts
  const title = [headline, kicker, deck]
    .map(text => safeNamePart(text, mostTitleCharacters))
    .find(text => text !== '')
  const place = safeNamePart(story.placeName, mostPartCharacters)
  return [twoDigits(story.number), place, title ?? '无题'].filter(part => part !== '').join('_')
}

/**
 * Name of a photo's file without extension: 01_图1_史婉. Photos of no story stand under 00.
 * @param ordinal which of its story's photos it is, from 1.
 */
export function photoFileName(photo: HandoverPhoto, story: HandoverStory | null, ordinal: number): string {
  const photographer = safeNamePart(photo.photographer.replace(/\s/g, ''), mostPartCharacters)
  return `${twoDigits(story?.number ?? 0)}_图${ordinal}_${photographer === '' ? '未署名' : photographer}`
}

/** Gives every file of a folder, or every folder of a zip, a name of its own, by the eyes of Windows. */
export class TakenNames {
  private readonly taken = new Set<string>()

  /** The name itself, or name_2, name_3 where one that differs in case only is taken; within the length bound. */
  take(name: string, extensions: readonly string[]): string {
    const longest = Math.max(0, ...extensions.map(extension => extension.length))
    for (let copy = 1; ; copy++) {
      const mark = copy === 1 ? '' : `_${copy}`
      const room = longest + mark.length
      const own = cut(name, mostCharacters - room, mostBytes - room).replace(/[ .]+$/, '') + mark
      const keys = extensions.map(extension => (own + extension).normalize('NFC').toLowerCase())
      if (keys.some(key => this.taken.has(key))) continue
      for (const key of keys) this.taken.add(key)
      return own
    }
  }
}
