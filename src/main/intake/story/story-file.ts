import { done, failed, type Result } from '../../../shared/contract/failure'
import type { Draft, DraftBlock } from '../../../shared/cleaning/draft'
import { takePictures } from './draft-pictures'
import { convertToWord, type ConverterSettings } from './office-converter'
import { readWordDocument, type WordBounds } from './word-document'

/** What a file holds that is to become one story. */
export interface StoryFile {
  readonly draft: Draft
  /** Bytes for each of `draft.pictures`; null where the picture did not come along. */
  readonly files: readonly (Uint8Array | null)[]
}

/** How far the reading is; `done` of `total` where that is known. */
export interface StoryFileStep {
  readonly step: 'converting' | 'reading' | 'pictures'
  readonly done: number
  readonly total: number
}

export interface StoryFileSettings {
  readonly signal?: AbortSignal
  readonly word?: Partial<WordBounds>
  readonly converter?: ConverterSettings
  onStep?(step: StoryFileStep): void
}

/**
 * Reads a .docx, .doc, .wps, .rtf or .odt of this kind. Fails as `readWordDocument` and `convertToWord` do, and with
 * intake.encrypted.
 */
export async function readOfficeFile(
  bytes: Uint8Array,
  kind: OfficeKind,
  settings: StoryFileSettings = {},
): Promise<Result<StoryFile>> {
  const { signal, onStep } = settings
  if (kind === 'encrypted') {
    return failed(
      'intake.encrypted',
      '这个文件加了密码，打不开。',
      '请作者去掉密码再发，或打开后复制文字粘贴到这里。',
    )
  }
  let file = bytes
  if (kind !== 'docx') {
    onStep?.({ step: 'converting', done: 0, total: 0 })
    const converted = await convertToWord(bytes, kind, signal, settings.converter)
    if (!converted.ok) return converted
    file = converted.value
  }
  onStep?.({ step: 'reading', done: 0, total: 0 })
  const read = await readWordDocument(file, signal, settings.word)
  if (!read.ok) return read
  const { blocks, pictures } = read.value
  if (isEmptyDraft(blocks, pictures.length)) return emptyFile()
  const taken = await takePictures(pictures, settings)
  if (!taken.ok) return taken
  return done({
    draft: { source: 'word', blocks, pictures: taken.value.map(one => one.picture) },
    files: taken.value.map(one => one.bytes),
  })
}

/** Whether there is neither a word nor a picture in it. */
export const isEmptyDraft = (blocks: readonly DraftBlock[], pictures: number): boolean =>
  pictures === 0 && !blocks.some(block => block.kind === 'paragraph' && /[\p{L}\p{N}]/u.test(block.text))

export const emptyFile = () =>
  failed('intake.empty', '这里面没有文字，也没有图。', '换一个文件，或把文字粘贴进来。')

/** What a writing program made. */
export type OfficeKind = 'docx' | 'doc' | 'rtf' | 'odt' | 'encrypted'

/** What a file is by its bytes, whatever its name says; what no writing program made is left to `decodeText` to name. */
export function fileKind(bytes: Uint8Array): OfficeKind | 'text' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = file.subarray(0, 8).toString('latin1')
  if (head.startsWith('PK\x03\x04')) {
    const names = file.subarray(0, 65_536).toString('latin1') + file.subarray(-65_536).toString('latin1')
    if (names.includes('word/')) return 'docx'
    return names.includes('application/vnd.oasis.opendocument.text') ? 'odt' : 'text'
  }
  if (head === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') {
    // The directory of an OLE file holds stream names in UTF-16.
    const has = (name: string) => file.includes(Buffer.from(name, 'utf16le'))
    if (has('EncryptedPackage')) return 'encrypted'
    return has('WordDocument') ? 'doc' : 'text'
  }
  return head.startsWith('{\\rtf') ? 'rtf' : 'text'
}
