import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import iconv from 'iconv-lite'
import sharp from 'sharp'
import { zipSync } from 'fflate'
import { describe, expect, it, onTestFinished, test } from 'vitest'
import type { Result } from '../../../shared/contract/failure'
import { clean } from '../../../shared/cleaning/clean'
import { facts, now } from '../../photo-files/photos.testing'
import { jpegWithFacts } from '../../photo-files/jpeg-metadata'
import { findOffice } from './office-converter'
import { readStory } from './read-story.testing'
import { type StoryFileStep } from './story-file'
import { paragraphXml, pictureXml, tableXml, wordFile } from './temporary-word.testing'

const body = '入冬以来，云岭县各乡镇抢抓农时，组织农户收割晾晒，延长粮食收购时间。'
const more = '县粮食部门增设收购点十二个，方便农户就近卖粮，已收购秋粮十二万吨。'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.failure.code)

const picture = (format: 'jpeg' | 'png' | 'webp' | 'tiff', width = 320, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: '#888' } })
    .toFormat(format)
    .toBuffer()
    .then(buffer => new Uint8Array(buffer))

describe('a .docx', () => {
  it('comes with the look of its paragraphs, its tables and soft returns', async () => {
    const file = wordFile(
      paragraphXml('秋粮收购忙', { style: 'a3' }) +
        paragraphXml('抓早抓实', { bold: true, size: 16, align: 'center' }) +
        paragraphXml(`　　${body}\n${more}`) +
        paragraphXml('增设收购点。', { numbered: true }) +
        tableXml([['青禾镇', '3万吨']]),
    )
    const { draft } = valueOf(await readStory(file))
    expect(draft.source).toBe('word')
    expect(draft.blocks).toMatchObject([
      { text: '秋粮收购忙', style: 'title' },
      { text: '抓早抓实', bold: true, size: 16, align: 'center' },
      { text: `　　${body}\n${more}`, bold: false, style: null, cell: null },
      { text: '增设收购点。', numbered: true },
      { text: '青禾镇', cell: { table: 0, row: 0, column: 0 } },
      { text: '3万吨', cell: { table: 0, row: 0, column: 1 } },
    ])
  })

  it('comes with its pictures, and says why others did not', async () => {
    const [jpeg, webp, dot] = await Promise.all([picture('jpeg'), picture('webp'), picture('png', 8, 8)])
    const emf = new Uint8Array(64)
    emf.set([1, 0, 0, 0])
    emf.set([0x20, 0x45, 0x4d, 0x46], 40)
    const file = wordFile(
      paragraphXml(body) +
        ['r1', 'r2', 'r3', 'r4', 'gone'].map(id => pictureXml(id)).join('') +
        pictureXml('far', true) +
        // A drawing that is not read: counted all the same.
        '<w:p><w:r><w:object><a:graphic><a:blip r:embed="r1"/></a:graphic></w:object></w:r></w:p>',
      {
        r1: { name: 'image1.jpeg', bytes: jpeg },
        r2: { name: 'image2.png', bytes: webp },
        r3: { name: 'image3.emf', bytes: emf },
        r4: { name: 'image4.png', bytes: dot },
      },
      { links: { far: 'http://example.com/far.jpg', gone: 'nowhere.jpg' } },
    )
    const { draft, files } = valueOf(await readStory(file))
    expect(draft.pictures.map(one => one.lost)).toEqual([
      null,
      null,
      'EMF 图读不出',
      '太小，像是装饰',
      '只是链接，原图不在文档里',
      '只是链接，原图不在文档里',
      '在 Word 画布里，取不出来',
    ])
    // The original as it came; what the photo store does not keep is written anew.
    expect(files[0]).toEqual(jpeg)
    expect((await sharp(files[1] ?? undefined).metadata()).format).toBe('png')
    expect(draft.pictures[0]).toMatchObject({ width: 320, height: 200 })
    expect(clean(draft, { reverted: new Set() }).photos).toEqual({ all: 7, taken: 2 })
  })

  it('comes with what its pictures’ own files say of them, where it has no words for them itself', async () => {
    const signed = new Uint8Array(
      jpegWithFacts(Buffer.from(await picture('jpeg')), { ...facts, caption: '6月11日，总干渠放水。' }, now)!
        .bytes,
    )
    const [jpeg, webp] = await Promise.all([picture('jpeg', 400, 300), picture('webp')])
    const file = wordFile(
      paragraphXml(body) +
        pictureXml('r1') +
        paragraphXml(more) +
        pictureXml('r1') +
        paragraphXml('图为收购现场。李四摄') +
        pictureXml('r2') +
        pictureXml('r3'),
      {
        r1: { name: 'a.jpeg', bytes: signed },
        r2: { name: 'b.jpeg', bytes: jpeg },
        r3: { name: 'c.jpeg', bytes: webp },
      },
    )
    const { draft } = valueOf(await readStory(file))
    const words = { caption: '6月11日，总干渠放水。', credit: '史婉 董自军 摄' }
    const none = { caption: '', credit: '' }
    expect(draft.pictures).toMatchObject([words, words, none, none])
    const { blocks } = clean(draft, { reverted: new Set() }).parts
    expect(blocks.filter(block => block.kind === 'photo')).toMatchObject([
      words,
      { caption: '图为收购现场。', credit: '李四 摄' },
      none,
      none,
    ])
  })

  it('of another program is read too', async () => {
    const made = new Document({
      sections: [{ children: [new Paragraph('秋粮收购忙'), new Paragraph(body)] }],
    })
    const { draft } = valueOf(await readStory(new Uint8Array(await Packer.toBuffer(made))))
    expect(draft.blocks.map(block => block.kind === 'paragraph' && block.text)).toEqual(['秋粮收购忙', body])
  })

  it('tells how far it is', async () => {
    const steps: StoryFileStep[] = []
    const file = wordFile(paragraphXml(body) + pictureXml('r1') + pictureXml('r2'), {
      r1: { name: 'a.jpeg', bytes: await picture('jpeg') },
      r2: { name: 'b.jpeg', bytes: await picture('jpeg', 400, 300) },
    })
    await readStory(file, { onStep: step => steps.push(step) })
    expect(steps).toEqual([
      { step: 'reading', done: 0, total: 0 },
      { step: 'pictures', done: 0, total: 2 },
      { step: 'pictures', done: 1, total: 2 },
    ])
  })
})

describe('text', () => {
  test.each([
    ['UTF-8', bytesOf(`秋粮收购忙\n${body}`)],
    ['UTF-8 with a mark', bytesOf(`\ufeff秋粮收购忙\n${body}`)],
    ['GBK', new Uint8Array(iconv.encode(`秋粮收购忙\r\n${body}`, 'gbk'))],
    ['GB18030', new Uint8Array(iconv.encode(`秋粮收购忙\n${body}`, 'gb18030'))],
    ['UTF-16', new Uint8Array(iconv.encode(`\ufeff秋粮收购忙\n${body}`, 'utf16le'))],
  ])('in %s', async (_, bytes) => {
    const { draft } = valueOf(await readStory(bytes))
    expect(draft.blocks).toMatchObject([{ text: '秋粮收购忙' }, { text: body }])
  })
})

describe('a bad file is refused with a sentence', () => {
  const long = Array.from({ length: 2000 }, () => paragraphXml(body)).join('')
  const entity = `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`
  const ole = (name: string) => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(Buffer.from(name, 'utf16le'), 1024)
    return bytes
  }
  test.each([
    ['an empty one', new Uint8Array(0), 'intake.empty'],
    ['a document without words', wordFile(paragraphXml('  ')), 'intake.empty'],
    ['200 pages', wordFile(long), 'intake.story-too-long'],
    [
      'nothing but paragraphs',
      wordFile('<w:p/>'.repeat(70_000) + paragraphXml(body)),
      'intake.story-too-long',
    ],
    ['200 pages of text', bytesOf(`${body}\n`.repeat(2000)), 'intake.story-too-long'],
    ['an external entity', wordFile('', {}, { document: entity }), 'intake.word-entity'],
    [
      'an entity in its styles',
      wordFile(paragraphXml(body), {}, { files: { 'word/numbering.xml': bytesOf(entity) } }),
      'intake.word-entity',
    ],
    [
      'XML that unpacks to a thousand times its size',
      wordFile(`<!--${' '.repeat(17_000_000)}-->`),
      'archive.ratio',
    ],
    [
      'XML beyond its own bound',
      wordFile('', {}, { document: `<!--${randomBytes(13_000_000).toString('hex')}-->` }),
      'intake.word-too-heavy',
    ],
    [
      'thousands of entries',
      wordFile(
        '',
        {},
        {
          files: Object.fromEntries(
            Array.from({ length: 2100 }, (_, at) => [`word/x${at}`, new Uint8Array(1)]),
          ),
        },
      ),
      'archive.bomb',
    ],
    ['a .docx with a password', ole('EncryptedPackage'), 'intake.encrypted'],
    ['a .docx cut off', wordFile(paragraphXml(body)).slice(0, 900), 'archive.broken'],
    ['a .docx without its text', zipSync({ 'word/styles.xml': bytesOf('<x/>') }), 'intake.word-broken'],
    ['broken XML', wordFile('', {}, { document: '<w:document><w:body>' }), 'intake.word-broken'],
    ['a renamed zip', zipSync({ 'a.txt': bytesOf(body) }), 'intake.not-text.archive'],
    ['a renamed sheet', zipSync({ 'xl/workbook.xml': bytesOf('<x/>') }), 'intake.not-text.sheet'],
    ['a renamed old sheet', ole('Workbook'), 'intake.not-text.sheet'],
    ['a renamed PDF', bytesOf('%PDF-1.7 …'), 'intake.not-text.pdf'],
    ['a renamed picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'intake.not-text.image'],
    ['a web page', bytesOf('<!DOCTYPE html><html><body>秋粮</body></html>'), 'intake.not-text.html'],
  ] as const)('%s', async (_, bytes, code) => {
    const read = await readStory(bytes, { converter: { office: null } })
    expect(read).toEqual({
      ok: false,
      failure: { code, message: expect.stringMatching(/。$/u), remedy: expect.stringMatching(/。$/u) },
    })
  })

  it('a picture that is a bomb is left out, and the words are not', async () => {
    const file = wordFile(paragraphXml(body) + pictureXml('r1'), {
      r1: { name: 'a.png', bytes: new Uint8Array(50_000_000) },
    })
    const { draft, files } = valueOf(await readStory(file))
    expect(draft.pictures[0]?.lost).toBe('解开后大得反常')
    expect(files).toEqual([null])
    expect(draft.blocks[0]).toMatchObject({ text: body })
  })

  it('a photo of more than 100 megapixels is left out, unpacked by nobody', async () => {
    const huge = await sharp({
      create: { width: 20_000, height: 6000, channels: 3, background: '#888' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 1 })
      .toBuffer()
    const file = wordFile(paragraphXml(body) + pictureXml('r1'), {
      r1: { name: 'a.png', bytes: new Uint8Array(huge) },
    })
    const { draft, files } = valueOf(await readStory(file))
    expect(draft.pictures[0]?.lost).toBe('超过 1 亿像素')
    expect(files).toEqual([null])
  })

  it('a document that takes too long, and one that is stopped', async () => {
    const file = wordFile(paragraphXml(body).repeat(400))
    expect(codeOf(await readStory(file, { word: { mostTime: 1 } }))).toBe('intake.word-too-heavy')
    const stop = new AbortController()
    const reading = readStory(file, { signal: stop.signal, onStep: () => stop.abort() })
    expect(codeOf(await reading)).toBe('intake.stopped')
  })
})

describe('what LibreOffice converts', () => {
  const rtf = bytesOf(`{\\rtf1\\ansi ${[...body].map(char => `\\u${char.charCodeAt(0)}?`).join('')}\\par}`)
  const folders = () => readdirSync(tmpdir()).filter(name => name.startsWith('dayang-convert-'))

  /** A program that does as it is told in place of LibreOffice. */
  const standIn = (script: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'dayang-office-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'soffice')
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
    return { file, folder }
  }

  it('is refused with the way out where it is not installed', async () => {
    const read = await readStory(rtf, { converter: { office: null } })
    expect(read).toMatchObject({
      ok: false,
      failure: { code: 'intake.no-office', remedy: expect.stringContaining('另存为 .docx') },
    })
  })

  it.skipIf(process.platform === 'win32')(
    'is ended with all that it started when it takes too long',
    async () => {
      const before = folders()
      // It and what it starts hold a pipe open for as long as they live, which is longer than a test may take.
      const { file, folder } = standIn(
        'exec 3<>"$(dirname "$0")/life"; sleep 600 & touch "$(dirname "$0")/started"; wait',
      )
      const [life, started] = [join(folder, 'life'), join(folder, 'started')]
      execFileSync('mkfifo', [life])
      for (let mostTime = 300; !existsSync(started); mostTime *= 2) {
        const read = await readStory(rtf, { converter: { office: file, mostTime } })
        expect(codeOf(read)).toBe('intake.convert-time')
      }
      const pipe = openSync(life, constants.O_RDONLY | constants.O_NONBLOCK)
      onTestFinished(() => closeSync(pipe))
      const isHeld = () => {
        try {
          return readSync(pipe, Buffer.alloc(1)) > 0
        } catch (error) {
          return (error as NodeJS.ErrnoException).code === 'EAGAIN'
        }
      }
      await expect.poll(isHeld).toBe(false)
      expect(folders()).toEqual(before)
    },
  )

  it.skipIf(process.platform === 'win32')('is told of when it makes nothing', async () => {
    const { file } = standIn('exit 1')
    expect(codeOf(await readStory(rtf, { converter: { office: file } }))).toBe('intake.not-converted')
  })

  it.skipIf(process.platform === 'win32')('can be stopped', async () => {
    const { file } = standIn('sleep 60')
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    expect(codeOf(await readStory(rtf, { signal: stop.signal, converter: { office: file } }))).toBe(
      'intake.stopped',
    )
  })

  it('comes as its text where LibreOffice is there', async ({ skip }) => {
    skip((await findOffice()) === null, 'LibreOffice is not installed here')
    const { draft } = valueOf(await readStory(rtf))
    expect(draft.blocks).toMatchObject([{ text: body }])
  })
})
