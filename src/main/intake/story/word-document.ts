import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { zipSync } from 'fflate'
import { done, failed, type Result } from '../../../shared/contract/failure'
import type { DraftBlock } from '../../../shared/cleaning/draft'
import { openArchive, type ArchiveBounds } from '../archive'
import { readWordTree, type WordContent } from './word-worker'

/** What a Word document holds. */
export interface WordDocument {
  readonly blocks: readonly DraftBlock[]
  /** Bytes of the pictures that `blocks` name; a string says why there are none. */
  readonly pictures: readonly (Uint8Array | string)[]
}

/** Bounds of a document that somebody hands in as one story. */
export interface WordBounds {
  readonly archive: Partial<ArchiveBounds>
  /** Bytes of one part of XML, and of all of them, unpacked. */
  readonly mostXml: number
  readonly mostXmlTogether: number
  /** UTF-16 code units of its text. */
  readonly mostCharacters: number
  /** Milliseconds that reading may take. */
  readonly mostTime: number
}

export const wordBounds: WordBounds = {
  archive: {},
  mostXml: 16_000_000,
  mostXmlTogether: 32_000_000,
  mostCharacters: 60_000,
  mostTime: 30_000,
}

const modules = createRequire(import.meta.url)

const isPicture = (name: string) => /^word\/media\/[^/]+$/u.test(name)
const isText = (name: string) =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)[0-9]*\.xml|word\/_rels\/[^/]+\.rels)$/u.test(
    name,
  )

const retell = '请用 Word 或 WPS 打开，全选复制，粘贴到这里。'

/**
 * Reads a .docx. What is unpacked is counted; XML that brings entities along is refused; nothing is fetched; mammoth
 * works in a worker that ends with the document. Fails as `openArchive` does, and with intake.word-broken,
 * .word-entity, .story-too-long, .word-too-heavy or .stopped.
 */
export async function readWordDocument(
  bytes: Uint8Array,
  signal?: AbortSignal,
  change: Partial<WordBounds> = {},
): Promise<Result<WordDocument>> {
  const bounds = { ...wordBounds, ...change }
  const parts = unpack(bytes, bounds)
  if (!parts.ok) return parts
  const { texts, pictures } = parts.value
  // Word for the web writes document2.xml.
  const document = texts[Object.keys(texts).find(name => /^word\/document[0-9]*\.xml$/u.test(name)) ?? '']
  if (!document) return broken()
  if (Object.values(texts).some(bringsEntities)) {
    return failed(
      'intake.word-entity',
      '这个 Word 文档里夹带了外部实体，可能有害，没有打开。',
      `问清来处；确实要用，${retell}`,
    )
  }
  const named = Object.fromEntries(Object.keys(pictures).map(name => [name, new TextEncoder().encode(name)]))
  const content = await readInWorker(zipSync({ ...texts, ...named }, { level: 0 }), bounds, signal)
  switch (content.kind) {
    case 'read':
      break
    case 'broken':
      return broken()
    case 'too-long':
      return tooLong(bounds.mostCharacters)
    case 'stopped':
      return stopped()
    case 'time':
      return tooHeavy()
  }
  const found = content.pictures.map((name): Uint8Array | string =>
    name === null ? '只是链接，原图不在文档里' : (pictures[name] ?? '原图不在文档里'),
  )
  // Pictures in drawings that mammoth does not read are told of all the same.
  const hidden = Math.max(0, picturesIn(document) - found.length)
  return done({
    blocks: content.blocks,
    pictures: [...found, ...Array.from({ length: hidden }, () => '在 Word 画布里，取不出来')],
  })
}

export const stopped = () => failed('intake.stopped', '已停下，什么都没有存。', '要导入时重新选文件。')

export const tooLong = (most: number) =>
  failed(
    'intake.story-too-long',
    `这份文件超过 ${most / 10_000} 万字，一篇稿没有这么长。`,
    '把要用的部分另存一份，或复制了粘贴到这里。',
  )

const tooHeavy = () => failed('intake.word-too-heavy', '这个 Word 文档太复杂，没能读出来。', retell)

const broken = () =>
  failed('intake.word-broken', '这个 Word 文档损坏了，打不开。', '请作者重新保存一份再发来。')

interface Unpacked {
  readonly texts: Record<string, Uint8Array>
  /** A string says why a picture is left out. */
  readonly pictures: Record<string, Uint8Array | string>
}

function unpack(bytes: Uint8Array, bounds: WordBounds): Result<Unpacked> {
  const opened = openArchive(bytes, bounds.archive)
  if (!opened.ok) return opened
  const texts: Unpacked['texts'] = {}
  const pictures: Unpacked['pictures'] = {}
  let together = 0
  for (const name of opened.value.names) {
    if (!isText(name) && !isPicture(name)) continue
    const read = opened.value.read(name)
    if (read.ok && read.value) {
      if (isPicture(name)) {
        pictures[name] = read.value
        continue
      }
      texts[name] = read.value
      together += read.value.length
      if (read.value.length > bounds.mostXml || together > bounds.mostXmlTogether) return tooHeavy()
    } else if (!read.ok) {
      // A picture that is damaged or swollen is left out and told of; the words are worth having without it.
      if (!isPicture(name) || read.failure.code === 'archive.bomb') return read
      pictures[name] = read.failure.code === 'archive.ratio' ? '解开后大得反常' : '图片损坏'
    }
  }
  return done({ texts, pictures })
}

/** Whether XML has a document type, the only place where entities are made. In UTF-16 every other byte is NUL. */
function bringsEntities(xml: Uint8Array): boolean {
  const head = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1')
  return (
    /<!(?:DOCTYPE|ENTITY)/iu.test(head) ||
    (head.includes('\0') && /<!(?:DOCTYPE|ENTITY)/iu.test(head.replaceAll('\0', '')))
  )
}

/** How many pictures a reader sees: what is drawn for old programs is drawn twice. */
function picturesIn(document: Uint8Array): number {
  const xml = Buffer.from(document.buffer, document.byteOffset, document.byteLength).toString('utf8')
  const shown = xml.includes('<mc:Choice') ? xml.replace(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, '') : xml
  return shown.match(/<(?:a:blip|v:imagedata)\b/gu)?.length ?? 0
}

/**
 * What the worker runs. Neither it nor the library is a file that the worker would have to find: that would have
 * to work beside the source, in the bundle and in an installed app's archive alike.
 */
const programOf = (read: string) => `
const { parentPort, workerData } = require('node:worker_threads')
const loaded = { exports: {} }
const load = new Function('module', 'exports', 'require', workerData.library)
load(loaded, loaded.exports, undefined)
const read = ${read}
read(loaded.exports, workerData.file, workerData.mostCharacters).then(content => parentPort.postMessage(content))
`

type Outcome = WordContent | { readonly kind: 'time' | 'stopped' }

async function readInWorker(file: Uint8Array, bounds: WordBounds, signal?: AbortSignal): Promise<Outcome> {
  if (signal?.aborted) return { kind: 'stopped' }
  const library = await readFile(modules.resolve('mammoth/mammoth.browser.min.js'), 'utf8')
  const worker = new Worker(programOf(readWordTree.toString()), {
    eval: true,
    // Its complaints about broken files are no news to anybody.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    workerData: {
      library,
      file: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength),
      mostCharacters: bounds.mostCharacters,
    },
  })
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const clock = setTimeout(() => resolve({ kind: 'time' }), bounds.mostTime)
  const stop = () => resolve({ kind: 'stopped' })
  signal?.addEventListener('abort', stop)
  worker.on('message', resolve)
  worker.on('error', error =>
    resolve({ kind: 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'time' : 'broken' }),
  )
  worker.on('exit', () => resolve({ kind: 'time' }))
  try {
    return await promise
  } finally {
    clearTimeout(clock)
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
