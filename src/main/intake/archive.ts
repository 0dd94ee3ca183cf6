import { crc32, inflateRawSync } from 'node:zlib'
import { done, failed, type Result } from '../../shared/contract/failure'

/** Bounds of a zip that comes from outside (reliability.md). */
export interface ArchiveBounds {
  /** Bytes of the file itself. */
  readonly mostPacked: number
  /** Bytes of all that is read out of it. */
  readonly mostUnpacked: number
  /** How many times its packed size an entry may unpack to, beyond `freeRatio` bytes. */
  readonly mostRatio: number
  readonly freeRatio: number
  readonly mostEntries: number
}

export const archiveBounds: ArchiveBounds = {
  mostPacked: 50_000_000,
  mostUnpacked: 300_000_000,
  mostRatio: 100,
  // A styles part of some hundred kilobytes that says the same thing over and over is no bomb.
  freeRatio: 1_000_000,
  mostEntries: 2000,
}

/** An open zip. Nothing of it was unpacked yet, and no name in it ever becomes a path. */
export interface Archive {
  readonly names: readonly string[]
  /**
   * An entry's bytes; null where there is none of this name. What is unpacked is counted, whatever the directory says.
   * Fails with archive.bomb when all that was read is too much, archive.ratio when the entry alone is, archive.broken or
   * archive.encrypted.
   */
  read(name: string): Result<Uint8Array | null>
}

/** The one way to open a zip from outside. Fails with archive.too-large, archive.bomb or archive.broken. */
export function openArchive(bytes: Uint8Array, change: Partial<ArchiveBounds> = {}): Result<Archive> {
  const bounds = { ...archiveBounds, ...change }
  if (bytes.length > bounds.mostPacked) {
    const [size, most] = [bytes.length, bounds.mostPacked].map(count => Math.ceil(count / 1_000_000))
    return failed(
      'archive.too-large',
      `这个文件有 ${size} MB，最大只收 ${most} MB。`,
      '把照片取出来单独发原图，文字另存一份再导入。',
    )
  }
  const entries = readDirectory(bytes, bounds.mostEntries)
  if (entries === 'too-many') return bomb()
  if (entries === null) return broken()
  let unpacked = 0
  return done({
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return done(null)
      if (entry.isEncrypted) {
        return failed('archive.encrypted', '这个文件加了密码，打不开。', '请作者去掉密码再发。')
      }
      const packed = packedBytes(bytes, entry)
      if (!packed) return broken()
      const left = bounds.mostUnpacked - unpacked
      const most = Math.min(left, Math.max(bounds.freeRatio, packed.length * bounds.mostRatio))
      const read = most <= 0 ? 'too-large' : unpack(packed, entry.method, most)
      // What was unpacked in vain was work too: thousands of bombs in one file take no longer than one.
      unpacked += read instanceof Uint8Array ? read.length : most
      if (read === 'too-large') return most === left ? bomb() : bomb('archive.ratio')
      if (read === null || crc32(read) !== entry.crc) return broken()
      return done(read)
    },
  })
}

const bomb = (code = 'archive.bomb') =>
  failed(
    code,
    '这个文件解开后大得不像一篇稿，没有打开。',
    '问清来处；确实要用，请打开后全选复制，粘贴到这里。',
  )

const broken = () => failed('archive.broken', '这个文件损坏了，打不开。', '请作者重新保存一份再发来。')

interface Entry {
  /** 0: stored, 8: deflated. */
  readonly method: number
  readonly packedSize: number
  readonly crc: number
  /** Where its local header begins. */
  readonly at: number
  readonly isEncrypted: boolean
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/** The directory at the end of a zip (APPNOTE 4.3.12, 4.3.16); null where there is none that can be read. */
function readDirectory(bytes: Uint8Array, mostEntries: number): Map<string, Entry> | 'too-many' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // A comment of up to 65,535 bytes may stand behind the end record.
  let end = bytes.length - 22
  const first = Math.max(0, end - 65_535)
  while (end >= first && view.getUint32(end, true) !== endMark) end--
  if (end < first) return null
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) return 'too-many'
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return null
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(offset =>
      view.getUint16(at + offset, true),
    ) as [number, number, number]
    if (at + 46 + nameLength > bytes.length) return null
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    // The first of a name counts: a second one would be read by some programs and not by others.
    if (!entries.has(name)) {
      entries.set(name, {
        method: view.getUint16(at + 10, true),
        packedSize: view.getUint32(at + 20, true),
        crc: view.getUint32(at + 16, true),
        at: view.getUint32(at + 42, true),
        isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      })
    }
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function packedBytes(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== localMark) return null
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  return from + entry.packedSize > bytes.length ? null : bytes.subarray(from, from + entry.packedSize)
}

function unpack(packed: Uint8Array, method: number, most: number): Uint8Array | 'too-large' | null {
  if (method === 0) return packed.length > most ? 'too-large' : packed
  if (method !== 8) return null
  try {
    // It stops at the byte that is too many.
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: most }))
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? 'too-large'
      : null
  }
}
