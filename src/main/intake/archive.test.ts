import { randomBytes } from 'node:crypto'
import { zipSync, type Zippable } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import type { Result } from '../../shared/contract/failure'
import { openArchive, type Archive, type ArchiveBounds } from './archive'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.failure.code)
const open = (files: Zippable, change?: Partial<ArchiveBounds>): Archive => {
  const opened = openArchive(zipSync(files), change)
  if (!opened.ok) throw new Error(opened.failure.code)
  return opened.value
}

/** A zip with something written over its directory: `offset` counts from the entry's mark there. */
function rewritten(
  file: Uint8Array,
  mark: number,
  offset: number,
  write: (view: DataView, at: number) => void,
) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  for (let at = 0; at + 4 <= file.length; at++)
    if (view.getUint32(at, true) === mark) write(view, at + offset)
  return file
}
const directory = 0x02014b50

describe('an archive', () => {
  it('gives what it holds, stored or deflated, and null for what it does not', () => {
    const noise = new Uint8Array(randomBytes(5000))
    const archive = open({ 'a/字.txt': bytesOf('秋粮'.repeat(500)), b: [noise, { level: 0 }] })
    expect(archive.names).toEqual(['a/字.txt', 'b'])
    expect(archive.read('a/字.txt')).toEqual({ ok: true, value: bytesOf('秋粮'.repeat(500)) })
    expect(archive.read('b')).toEqual({ ok: true, value: noise })
    expect(archive.read('__proto__')).toEqual({ ok: true, value: null })
  })

  it('counts what it unpacks, whatever its directory says', () => {
    // It says 10 bytes and holds two million.
    const file = rewritten(zipSync({ a: new Uint8Array(2_000_000) }), directory, 24, (view, at) =>
      view.setUint32(at, 10, true),
    )
    const opened = openArchive(file)
    expect(opened.ok && codeOf(opened.value.read('a'))).toBe('archive.ratio')
  })

  it('is bounded over all its entries, those that failed too', () => {
    const noise = () => new Uint8Array(randomBytes(40_000))
    const archive = open({ a: noise(), b: noise(), c: noise() }, { mostUnpacked: 100_000 })
    expect(['a', 'b', 'c', 'c'].map(name => codeOf(archive.read(name)))).toEqual([
      null,
      null,
      'archive.bomb',
      'archive.bomb',
    ])
    const bombs = open(
      { a: new Uint8Array(90_000), b: new Uint8Array(90_000), c: new Uint8Array(10) },
      { mostUnpacked: 100_000, freeRatio: 60_000 },
    )
    expect(['a', 'b', 'c'].map(name => codeOf(bombs.read(name)))).toEqual([
      'archive.ratio',
      'archive.bomb',
      'archive.bomb',
    ])
  })

  test.each([
    ['too large', zipSync({ a: [new Uint8Array(randomBytes(3000)), { level: 0 }] }), 'archive.too-large'],
    [
      'of too many entries',
      zipSync(Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${at}`, new Uint8Array(1)]))),
      'archive.bomb',
    ],
    ['nothing', new Uint8Array(0), 'archive.broken'],
    ['no zip', bytesOf('PK\x03\x04 秋粮收购忙'), 'archive.broken'],
    [
      'with a directory that lies elsewhere',
      rewritten(zipSync({ a: bytesOf('秋粮') }), 0x06054b50, 16, (view, at) =>
        view.setUint32(at, 0xffffff, true),
      ),
      'archive.broken',
    ],
  ])('%s is refused', (_, file, code) =>
    expect(codeOf(openArchive(file, { mostPacked: 2000, mostEntries: 5 }))).toBe(code),
  )

  test.each([
    ['a wrong checksum', 16, (view: DataView, at: number) => view.setUint32(at, 7, true), 'archive.broken'],
    ['another method', 10, (view: DataView, at: number) => view.setUint16(at, 12, true), 'archive.broken'],
    ['a password', 8, (view: DataView, at: number) => view.setUint16(at, 1, true), 'archive.encrypted'],
    [
      'a place beyond its end',
      42,
      (view: DataView, at: number) => view.setUint32(at, 90_000, true),
      'archive.broken',
    ],
  ])('an entry with %s is refused', (_, offset, write, code) => {
    const opened = openArchive(rewritten(zipSync({ a: bytesOf('秋粮收购忙') }), directory, offset, write))
    expect(opened.ok && codeOf(opened.value.read('a'))).toBe(code)
  })
})
