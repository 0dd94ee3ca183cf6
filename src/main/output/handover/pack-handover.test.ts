import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { emptyParts } from '../../../shared/story/parts'
import {
  fixtureNow,
  fixturePage,
  fixtureParts,
  fixturePhoto,
  fixtureStory,
  fixtureZone,
  paragraph,
  photoBlock,
} from './handed-page.testing'
import type { HandoverInput, HandoverPage, HandoverStep } from './handover'
import { packHandover } from './pack-handover'

const inputOf = (pages: readonly HandoverPage[], changes: Partial<HandoverInput> = {}): HandoverInput => ({
  pages,
  now: fixtureNow,
  timeZone: fixtureZone,
  textEncoding: 'gb18030',
  ...changes,
})

const running = () => new AbortController().signal

async function stepsOf(input: HandoverInput, signal = running()): Promise<HandoverStep[]> {
  const steps: HandoverStep[] = []
  for await (const step of packHandover(input, signal)) steps.push(step)
  return steps
}

async function packed(input: HandoverInput) {
  const ready = (await stepsOf(input)).at(-1)?.ready
  if (!ready) throw new Error('nothing came')
  return { ...ready, files: unzipSync(ready.zip) }
}

interface Listed {
  readonly 文件名: string
  readonly 字节: number
  readonly 'SHA-256': string
  readonly 内容: string
  readonly 稿号?: string
  readonly 编码?: string
  readonly 图片说明?: string
}

interface Manifest {
  readonly 文件: readonly Listed[]
  readonly 提醒: readonly string[]
  readonly [key: string]: unknown
}

function manifestOf(files: Record<string, Uint8Array>, folder: string): Manifest {
  return JSON.parse(Buffer.from(files[`${folder}/清单.json`] ?? []).toString('utf8')) as Manifest
}

const jpeg = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#808080' } })
  .jpeg()
  .toBuffer()
const png = await sharp(jpeg).png().toBuffer()

/** Names in the zip's central directory, each with whether it is marked as UTF-8 and how it is packed. */
function directoryOf(zip: Uint8Array) {
  const bytes = Buffer.from(zip)
  const entries: {
    name: string
    utf8: boolean
    flags: number
    method: number
    date: number
    time: number
  }[] = []
  for (let at = bytes.readUInt32LE(bytes.length - 6); bytes.readUInt32LE(at) === 0x02014b50;) {
    const length = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + length),
      flags: bytes.readUInt16LE(at + 8),
      utf8: (bytes.readUInt16LE(at + 8) & 0x800) !== 0,
      method: bytes.readUInt16LE(at + 10),
      time: bytes.readUInt16LE(at + 12),
      date: bytes.readUInt16LE(at + 14),
    })
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

describe('the folder of a page', async () => {
  const page = fixturePage({
    stories: [fixtureStory(), fixtureStory({ number: 2, storyNumber: '1043', placeName: '' })],
    photos: [
      fixturePhoto({ image: async () => jpeg }),
      fixturePhoto({ storyIndex: 1, image: async () => png, photographer: '董自军' }),
      fixturePhoto({ storyIndex: null, image: async () => jpeg, photographer: '' }),
    ],
  })
  const made = await packed(inputOf([page]))

  it('holds what newsroom and layout agreed on', () => {
    expect(made.name).toBe('20250612_第03版.zip')
    expect(Object.keys(made.files)).toEqual(
      [
        '版样.pdf',
        '发稿单.xlsx',
        '01_图1_史婉.jpg',
        '02_图1_董自军.png',
        '00_图1_未署名.jpg',
        '01_头条_冬灌开闸.txt',
        '01_头条_冬灌开闸.docx',
        '02_冬灌开闸.txt',
        '02_冬灌开闸.docx',
        '清单.json',
      ].map(name => `20250612_第03版/${name}`),
    )
  })

  it('says in its 清单 what it is and who signed', () => {
    expect(manifestOf(made.files, '20250612_第03版')).toMatchObject({
      格式: '大样交付清单',
      格式版本: 1,
      报名: '河川报',
      日期: '2025-06-12',
      总期号: '2101',
      版次: 3,
      版名: '要闻',
      制作时间: '2025-06-12T13:30:05.000Z',
      签发: { 姓名: '赵六', 时间: '2025-06-12T13:00:00.000Z', 校验: 'ab'.repeat(32) },
      稿件: [
        { 序号: 1, 稿号: '1042', 标题: '冬灌开闸', 版位: '头条', 字数: 648, 行数: 52 },
        { 序号: 2, 稿号: '1043' },
      ],
      提醒: [],
    })
    const listed = manifestOf(made.files, '20250612_第03版').文件
    const facts = listed.map(file => [file.内容, file.稿号, file.编码 ?? file.图片说明])
    expect(facts).toEqual([
      ['版样', undefined, undefined],
      ['发稿单', undefined, undefined],
      ['图片', '1042', 'IPTC、XMP'],
      ['图片', '1043', 'XMP'],
      ['图片', undefined, 'IPTC、XMP'],
      ['小样', '1042', 'GB18030'],
      ['小样', '1042', undefined],
      ['小样', '1043', 'GB18030'],
      ['小样', '1043', undefined],
    ])
  })

  it('names the photos in the texts as they are named in the folder', () => {
    const text = new TextDecoder('gb18030').decode(made.files['20250612_第03版/02_冬灌开闸.txt'])
    expect(text).toContain('【图1】闸门打开。　史婉 摄　〔02_图1_董自军.png〕')
  })

  it('is a zip that Windows reads: names in UTF-8, pictures stored, the time of the desk', () => {
    const entries = directoryOf(made.zip)
    expect(entries.map(({ name }) => name)).toEqual(Object.keys(made.files))
    expect(entries.every(({ utf8 }) => utf8)).toBe(true)
    for (const { name, method } of entries) expect(method).toBe(/\.(txt|json)$/.test(name) ? 8 : 0)
    // 2025-06-12 21:30:04: a zip counts in twos.
    expect(entries[0]).toMatchObject({ date: (45 << 9) | (6 << 5) | 12, time: (21 << 11) | (30 << 5) | 2 })
  })

  it('has the sizes of its files before them, for programs that read from the front', () => {
    // Bit 3 of the flags puts them behind.
    for (const { flags } of directoryOf(made.zip)) expect(flags & 8).toBe(0)
    expect(Buffer.from(made.zip).readUInt32LE(22)).toBe(made.files['20250612_第03版/版样.pdf']?.length)
  })

  it('is the same twice', async () => {
    expect(Buffer.from((await packed(inputOf([page]))).zip)).toEqual(Buffer.from(made.zip))
  })

  it('tells how far it is', async () => {
    const steps = await stepsOf(inputOf([page]))
    expect(steps.map(step => `${step.done}/${step.total} ${step.now}`)).toEqual([
      '0/10 写 03 版 版样',
      '1/10 写 03 版 发稿单',
      '2/10 写 03 版 图片 1/3',
      '3/10 写 03 版 图片 2/3',
      '4/10 写 03 版 图片 3/3',
      '5/10 写 03 版 小样 1/2',
      '7/10 写 03 版 小样 2/2',
      '9/10 写 03 版 清单',
      '10/10 装成一个包',
      '10/10 交付包已做好',
    ])
    expect(steps.slice(0, -1).every(step => step.ready === null && step.failure === null)).toBe(true)
  })
})

describe('提醒', () => {
  const rare = { ...fixtureParts, blocks: [paragraph('𠮷祥。')] }
  const cases: [
    what: string,
    page: Partial<HandoverPage>,
    encoding: HandoverInput['textEncoding'],
    said: string[],
  ][] = [
    ['of nothing', {}, 'gb18030', []],
    ['of a page that nobody signed', { signOff: null }, 'gb18030', ['本版还没有签发。']],
    [
      'of a photo that is not there',
      { photos: [fixturePhoto()] },
      'gb18030',
      ['01_图1_史婉 没有原图或原图已损坏，没有交付，请补图。'],
    ],
    [
      'of a photo that is broken',
      { photos: [fixturePhoto({ image: async () => jpeg.subarray(0, 100) })] },
      'gb18030',
      ['01_图1_史婉.jpg：文件读不通（损坏、不完整或格式少见），原样交付，请核对原件。'],
    ],
    [
      'of a photo without words',
      { photos: [fixturePhoto({ image: async () => jpeg, caption: '', credit: ' ' })] },
      'gb18030',
      ['01_图1_史婉.jpg：缺图说。', '01_图1_史婉.jpg：缺摄影署名。'],
    ],
    [
      'of characters that GBK lacks',
      { stories: [fixtureStory({ parts: rare })] },
      'gbk',
      ['01_头条_冬灌开闸.txt：GBK 里没有 𠮷（U+20BB7），写成了〓，请照 docx 补字。'],
    ],
    [
      'of characters that old systems lack',
      { stories: [fixtureStory({ parts: rare })] },
      'gb18030',
      ['01_头条_冬灌开闸.txt：𠮷（U+20BB7） 不在 GBK 里，老排版系统可能显示不出，请照 docx 核对。'],
    ],
    ['of none of them in UTF-8', { stories: [fixtureStory({ parts: rare })] }, 'utf-8', []],
  ]
  it.each(cases)('%s', async (_, changes, textEncoding, said) => {
    const { warnings, files } = await packed(inputOf([fixturePage(changes)], { textEncoding }))
    expect(warnings).toEqual(said)
    expect(manifestOf(files, '20250612_第03版').提醒).toEqual(said)
  })

  it('of several pages say which', async () => {
    const pages = [fixturePage({ pageNumber: 1 }), fixturePage({ pageNumber: 2, signOff: null })]
    expect((await packed(inputOf(pages))).warnings).toEqual(['02 版 本版还没有签发。'])
  })
})

it('gives every page a folder of its own', async () => {
  const pages = [
    fixturePage({ pageNumber: 1 }),
    fixturePage({ pageNumber: 2 }),
    fixturePage({ pageNumber: 2 }),
  ]
  const { name, files } = await packed(inputOf(pages))
  expect(name).toBe('20250612_河川报_3个版.zip')
  expect(new Set(Object.keys(files).map(path => path.split('/')[0]))).toEqual(
    new Set(['20250612_第01版', '20250612_第02版', '20250612_第02版_2']),
  )
})

it('numbers a photo as its story does, though another of the story is not on the page', async () => {
  const parts = { ...emptyParts, blocks: [photoBlock('一。', '甲 摄'), photoBlock('二。', '史婉 摄')] }
  const photos = [fixturePhoto({ storyPhoto: 1, image: async () => jpeg })]
  const { files } = await packed(inputOf([fixturePage({ stories: [fixtureStory({ parts })], photos })]))
  const text = new TextDecoder('gb18030').decode(files['20250612_第03版/01_头条_无题.txt'])
  expect(text).toContain('【图1】一。　甲 摄　〔未附图片〕')
  expect(text).toContain('【图2】二。　史婉 摄　〔01_图2_史婉.jpg〕')
  expect(files).toHaveProperty(['20250612_第03版/01_图2_史婉.jpg'])
})

it('tells photos and stories of one name apart', async () => {
  const image = async () => jpeg
  const stories = [fixtureStory(), fixtureStory({ storyNumber: '1043' })]
  const photos = [fixturePhoto({ image }), fixturePhoto({ image }), fixturePhoto({ storyIndex: 1, image })]
  const { files } = await packed(inputOf([fixturePage({ stories, photos })]))
  const names = Object.keys(files).map(path => path.split('/')[1])
  expect(names.filter(name => name?.startsWith('01_'))).toEqual([
    '01_图1_史婉.jpg',
    '01_图1_史婉_2.jpg',
    '01_图1_史婉_3.jpg',
    '01_头条_冬灌开闸.txt',
    '01_头条_冬灌开闸.docx',
    '01_头条_冬灌开闸_2.txt',
    '01_头条_冬灌开闸_2.docx',
  ])
})

it('leaves a broken photo byte by byte as it came', async () => {
  const broken = jpeg.subarray(0, 100)
  const { files } = await packed(
    inputOf([fixturePage({ photos: [fixturePhoto({ image: async () => broken })] })]),
  )
  expect(Buffer.from(files['20250612_第03版/01_图1_史婉.jpg'] ?? [])).toEqual(broken)
})

describe('stopping', () => {
  it.each([0, 1, 2, 3])('after %i steps it does no more and has no zip', async stopAfter => {
    const stop = new AbortController()
    let read = 0
    const proof = async () => {
      read++
      return new Uint8Array()
    }
    const pages = Array.from({ length: 5 }, (_, at) => fixturePage({ pageNumber: at + 1, proof }))
    const steps: HandoverStep[] = []
    if (stopAfter === 0) stop.abort()
    for await (const step of packHandover(inputOf(pages), stop.signal)) {
      steps.push(step)
      if (steps.length === stopAfter) stop.abort()
    }
    expect(steps).toHaveLength(stopAfter)
    expect(steps.every(({ ready }) => ready === null)).toBe(true)
    expect(read).toBeLessThanOrEqual(1)
  })

  it('where it grows too large it says so, and has no zip', async () => {
    const steps: HandoverStep[] = []
    for await (const step of packHandover(inputOf([fixturePage()]), running(), 1000)) steps.push(step)
    expect(steps.at(-1)).toMatchObject({ ready: null, failure: { code: 'output.too-large' } })
    expect(steps.map(({ now }) => now)).toEqual(['写 03 版 版样', '写 03 版 发稿单', '写 03 版 发稿单'])
  })

  it('a proof that fails fails the hand-over', async () => {
    const proof = async () => {
      throw new Error('no fonts')
    }
    await expect(stepsOf(inputOf([fixturePage({ proof })]))).rejects.toThrow('no fonts')
  })
})

it('lists every file with its hash, and nothing else is in the zip', async () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.constantFrom('冬灌开闸', 'CON', '../../etc', '...', 'a/b:c', '𠮷', '', ' '),
  )
  const story = fc.record({
    number: fc.integer({ min: 1, max: 3 }),
    headline: words,
    placeName: words,
    storyNumber: words,
    body: words,
    caption: words,
    credit: words,
  })
  const images = [jpeg, png, jpeg.subarray(0, 60), Buffer.from('text'), Buffer.alloc(0), null]
  const photo = fc.record({
    storyIndex: fc.option(fc.nat(3)),
    storyPhoto: fc.nat(2),
    photographer: words,
    caption: words,
    image: fc.constantFrom(...images),
  })
  const page = fc.record({
    pageNumber: fc.integer({ min: 1, max: 12 }),
    pageName: words,
    stories: fc.array(story, { maxLength: 3 }),
    photos: fc.array(photo, { maxLength: 3 }),
  })
  const encodings = fc.constantFrom('gbk', 'gb18030', 'utf-8' as const)
  await fc.assert(
    fc.asyncProperty(
      fc.array(page, { minLength: 1, maxLength: 2 }),
      encodings,
      async (pages, textEncoding) => {
        const input = inputOf(
          pages.map(each =>
            fixturePage({
              pageNumber: each.pageNumber,
              pageName: each.pageName,
              stories: each.stories.map(({ headline, body, caption, credit, ...rest }) =>
                fixtureStory({
                  ...rest,
                  parts: { ...emptyParts, headline, blocks: [paragraph(body), photoBlock(caption, credit)] },
                }),
              ),
              photos: each.photos.map(({ image, ...rest }) =>
                fixturePhoto({ ...rest, image: async () => image }),
              ),
            }),
          ),
          { textEncoding },
        )
        const { zip, files } = await packed(input)
        const folders = new Set(Object.keys(files).map(path => path.split('/')[0] ?? ''))
        expect(folders.size).toBe(pages.length)
        const listed = [...folders].flatMap(folder =>
          manifestOf(files, folder).文件.map(file => ({ path: `${folder}/${file.文件名}`, file })),
        )
        const manifests = [...folders].map(folder => `${folder}/清单.json`)
        const found = directoryOf(zip).map(({ name }) => name)
        expect([...found].sort()).toEqual([...listed.map(({ path }) => path), ...manifests].sort())
        for (const { path, file } of listed) {
          const bytes = files[path] ?? new Uint8Array()
          expect(bytes.length).toBe(file.字节)
          expect(createHash('sha256').update(bytes).digest('hex')).toBe(file['SHA-256'])
          expect(path.split('/')).toHaveLength(2)
          expect(path).not.toMatch(/[\\:*?"<>|]|\.\.\//)
        }
        // As Windows sees them.
        expect(new Set(found.map(path => path.toLowerCase())).size).toBe(found.length)
      },
    ),
    { numRuns: 40 },
  )
})
