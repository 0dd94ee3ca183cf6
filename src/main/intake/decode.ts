import { done, failed, type Result } from '../../shared/contract/failure'

/** Bytes from which on a file is refused unread; a page of a broadsheet is some tens of kilobytes. */
export const maxTextBytes = 20_000_000

/** How the bytes were read. */
export type TextEncodingName = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

/** A file's text, without its byte order mark. */
export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncodingName
}

const saveAsText = '请另存为纯文本（.txt）再打开，或把文字复制到粘贴框里。'

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, or GBK (as GB18030).
 * Strict: a byte that does not belong to the encoding makes the file fail rather than lose a character.
 * Fails with intake.empty, intake.too-large, intake.binary, intake.encoding, or intake.not-text.KIND for a
 * kind of file that is known by its first bytes.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  if (bytes.length >= maxTextBytes) return tooLarge(bytes.length)
  if (bytes.length === 0) return empty()
  const kind = kindOfFile(bytes)
  if (kind !== null)
    return failed(`intake.not-text.${kind.code}`, `这是${kind.name}，不是纯文本。`, kind.remedy)

  for (const { mark, encoding } of byteOrderMarks) {
    if (!mark.every((byte, at) => bytes[at] === byte)) continue
    const text = decodeStrictly(bytes.subarray(mark.length), encoding)
    if (text === null) return unknownEncoding()
    return checked(text, encoding)
  }
  // NUL first: bytes without a mark that hold it are no text in either of the encodings below.
  if (bytes.includes(0)) return binary()
  const utf8 = decodeStrictly(bytes, 'UTF-8')
  if (utf8 !== null) return checked(utf8, 'UTF-8')
  const gb = decodeStrictly(bytes, 'GB18030')
  if (gb === null || !looksLikeGbk(bytes)) {
    return hasManyControls(gb ?? latinOf(bytes)) ? binary() : unknownEncoding()
  }
  return checked(gb, 'GB18030')
}

/** The same checks for text that comes without bytes, as from the clipboard. */
export function checkText(text: string): Result<string> {
  if (text.length >= maxTextBytes) return tooLarge(text.length)
  const result = checked(text, 'UTF-8')
  return result.ok ? done(result.value.text) : result
}

function checked(text: string, encoding: TextEncodingName): Result<DecodedText> {
  if (text.includes('\0') || hasManyControls(text)) return binary()
  const head = text.slice(0, 400).trimStart()
  if (/^\{\\rtf/.test(head)) {
    return failed('intake.not-text.rtf', '这是 RTF 文档，不是纯文本。', `用 Word 或 WPS 打开，${saveAsText}`)
  }
  if (/^(?:<!doctype html|<html|<\?xml)/i.test(head)) {
    return failed(
      'intake.not-text.html',
      '这是网页或 XML 文件，不是纯文本。',
      '打开网页，把正文复制到粘贴框里。',
    )
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return empty()
  return done({ text, encoding })
}

const empty = () => failed('intake.empty', '这里面没有文字。', '换一个文件，或把版面文字粘贴进来。')

const tooLarge = (size: number) =>
  failed(
    'intake.too-large',
    `这个文件有 ${Math.round(size / 1_000_000)} MB，一个版的文字没有这么大。`,
    '只把这个版的文字另存成文本文件，再导入。',
  )

const binary = () => failed('intake.binary', '这个文件不是文字，读不出来。', saveAsText)

const unknownEncoding = () =>
  failed(
    'intake.encoding',
    '认不出这个文件的文字编码，为免出错没有导入。',
    '用记事本打开，另存为时编码选 UTF-8，再导入。',
  )

const byteOrderMarks: readonly { mark: readonly number[]; encoding: TextEncodingName }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'UTF-8' },
  { mark: [0xff, 0xfe], encoding: 'UTF-16LE' },
  { mark: [0xfe, 0xff], encoding: 'UTF-16BE' },
]

function decodeStrictly(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  try {
    return new TextDecoder(encoding.toLowerCase(), { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

interface FileKind {
  readonly code: string
  readonly name: string
  readonly remedy: string
}

const word: FileKind = { code: 'word', name: ' Word 文档', remedy: `用 Word 或 WPS 打开，${saveAsText}` }
const sheet: FileKind = { code: 'sheet', name: '表格文件', remedy: `用表格软件打开，${saveAsText}` }
const slides: FileKind = { code: 'slides', name: '演示文稿', remedy: `打开它，${saveAsText}` }
const pdf: FileKind = {
  code: 'pdf',
  name: ' PDF 文件',
  remedy: '用 PDF 阅读器打开，全选复制版面文字，粘贴到这里。',
}
const archive: FileKind = { code: 'archive', name: '压缩包', remedy: '先解压，再打开里面的文本文件。' }
const image: FileKind = {
  code: 'image',
  name: '图片',
  remedy: '图片请在“图片”里导入；版面文字请打开文本文件。',
}

/** First bytes (Latin-1) and what they mean; a zip and an OLE file are looked into. */
const signatures: readonly { start: string; kind: FileKind | 'zip' | 'ole' }[] = [
  { start: 'PK\x03\x04', kind: 'zip' },
  { start: 'PK\x05\x06', kind: archive },
  { start: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', kind: 'ole' },
  { start: '%PDF-', kind: pdf },
  { start: '\xef\xbb\xbf%PDF-', kind: pdf },
  { start: '\x89PNG\r\n', kind: image },
  { start: '\xff\xd8\xff', kind: image },
  { start: 'GIF8', kind: image },
  { start: 'II*\0', kind: image },
  { start: 'MM\0*', kind: image },
  { start: '8BPS', kind: image },
  { start: '\x1f\x8b\x08', kind: archive },
  { start: 'Rar!\x1a\x07', kind: archive },
  { start: "7z\xbc\xaf'\x1c", kind: archive },
]

function kindOfFile(bytes: Uint8Array): FileKind | null {
  const head = latinOf(bytes.subarray(0, 16))
  if (/^RIFF[^]{4}WEBP/.test(head)) return image
  if (head.startsWith('BM') && bytes.length > 14 && bytes[6] === 0 && bytes[7] === 0) return image
  const kind = signatures.find(signature => head.startsWith(signature.start))?.kind ?? null
  if (kind === 'zip') {
    // File names stand in the clear, in the local headers and again in the directory at the end.
    const names = latinOf(bytes.subarray(0, 65_536)) + latinOf(bytes.subarray(-65_536))
    if (names.includes('word/')) return word
    if (names.includes('xl/')) return sheet
    if (names.includes('ppt/')) return slides
    return archive
  }
  // The directory of an OLE file holds stream names in UTF-16.
  if (kind === 'ole') {
    const names = latinOf(bytes).replaceAll('\0', '')
    if (names.includes('Workbook')) return sheet
    if (names.includes('PowerPoint Document')) return slides
    return word
  }
  return kind
}

function latinOf(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}

/** More than a stray control character here and there: no text that a person wrote. */
function hasManyControls(text: string): boolean {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 && !(code >= 9 && code <= 13) && code !== 0x1a) count++
  }
  return count > 8 && count > text.length / 100
}

/**
 * GB18030 gives a meaning to nearly every sequence of bytes, so that a broken UTF-8 file or a Big5 one would
 * come out as rare characters. Real text keeps to the GB 2312 part of the table (both bytes from A1) for all
 * but a few names.
 */
function looksLikeGbk(bytes: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    pairs++
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common++
    at++
  }
  return pairs > 0 && common / pairs >= 0.85
}
