import { createRequire } from 'node:module'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../shared/cleaning/clean'
import { draftPicture } from '../../../shared/cleaning/draft'
import { cases } from '../../../shared/random.testing'
import { documentOf } from '../../../shared/story/parts'
import { openArchive } from '../archive'
import { mutated, mutation } from '../../photo-files/damage.testing'
import { readStory } from './read-story.testing'
import { paragraphXml, pictureXml, tableXml, wordFile } from './temporary-word.testing'
import { readWordTree, type Mammoth } from './word-worker'

const body = '入冬以来，云岭县各乡镇抢抓农时，组织农户收割晾晒，延长粮食收购时间。'

const mammoth = createRequire(import.meta.url)('mammoth/mammoth.browser.min.js') as Mammoth

const word = wordFile(
  paragraphXml('秋粮收购忙', { style: 'a3' }) +
    paragraphXml(`　　${body}\n${body}`, { bold: true, size: 16 }) +
    paragraphXml('增设收购点。', { numbered: true }) +
    tableXml([['青禾镇', '3万吨']]) +
    pictureXml('r1'),
  { r1: { name: 'a.png', bytes: new Uint8Array(300) } },
)
const entriesOf = (file: Uint8Array): Record<string, Uint8Array> => {
  const opened = openArchive(file)
  if (!opened.ok) throw new Error(opened.failure.code)
  const { names, read } = opened.value
  return Object.fromEntries(
    names.map(name => {
      const entry = read(name)
      return [name, (entry.ok && entry.value) || new Uint8Array(0)]
    }),
  )
}

describe('a damaged file is read or refused with a sentence', () => {
  it('as text, in three encodings', async () => {
    const text = `标题：秋粮收购忙\r\n\r\n　　本报讯(记者张三)${body}\r\n　　${body}\r\n责任编辑：李四`
    const files = ['utf8', 'gb18030', 'utf16le'].map(
      encoding => new Uint8Array(iconv.encode(text, encoding, { addBOM: true })),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), mutation, async (file, changes) => {
        const read = await readStory(mutated(file, changes), { converter: { office: null } })
        if (!read.ok) return /。$/u.test(read.failure.message)
        documentOf(clean(read.value.draft, { reverted: new Set() }).parts).check()
        return true
      }),
      { numRuns: cases(10_000) },
    )
  })

  it('as an archive', () => {
    fc.assert(
      fc.property(mutation, changes => {
        const opened = openArchive(mutated(word, changes))
        if (!opened.ok) return /。$/u.test(opened.failure.message)
        for (const name of opened.value.names) opened.value.read(name)
        return true
      }),
      { numRuns: cases(10_000) },
    )
  })

  it('as Word’s own XML', async () => {
    const entries = entriesOf(word)
    const names = Object.keys(entries).filter(name => !name.endsWith('.png'))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), mutation, async (name, changes) => {
        const file = zipSync({ ...entries, [name]: mutated(entries[name]!, changes) }, { level: 0 })
        const read = await readWordTree(mammoth, new Uint8Array(file).buffer, 60_000)
        if (read.kind !== 'read') return true
        const pictures = read.pictures.map(() => draftPicture({ lost: '没有取' }))
        const draft = { source: 'word' as const, blocks: read.blocks, pictures }
        documentOf(clean(draft, { reverted: new Set() }).parts).check()
        return true
      }),
      // mammoth takes most of the time for this file.
      { numRuns: cases(10_000, 100) },
    )
  })

  it('through the whole door', async () => {
    let refused = 0
    await fc.assert(
      fc.asyncProperty(mutation, async changes => {
        const read = await readStory(mutated(word, changes), { converter: { office: null } })
        if (!read.ok) refused++
        return read.ok || /。$/u.test(read.failure.message)
      }),
      { numRuns: cases(10_000, 100) },
    )
    expect(refused).toBeGreaterThan(0)
  })
})
