import { unzipSync } from 'fflate'
import iconv from 'iconv-lite'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { emptyParts, documentOf, type StoryBlock, type StoryParts } from '../../shared/story/parts'
import { storySchema } from '../../shared/story/schema'
import type { Actor } from '../../shared/review/actor'
import { EditorState } from 'prosemirror-state'
import type { Newsroom } from './newsroom'
import { codeOf, countedWorld, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

const p = (text: string): StoryBlock => ({ kind: 'paragraph', text })
const photo = (image: string | null, caption = '', credit = ''): StoryBlock => ({
  kind: 'photo',
  image,
  width: 4,
  height: 3,
  caption,
  credit,
})

const canal: StoryParts = {
  ...emptyParts,
  kicker: '水到渠成',
  headline: '冬灌开闸',
  deck: '万亩麦田喝足越冬水',
  dateline: '本报讯（记者 王倩茹）',
  blocks: [
    p('闸门打开了。'),
    { kind: 'crosshead', text: '渠畅' },
    photo(null, '总干渠放水。', '史婉 摄'),
    p('水声哗哗。'),
  ],
  byline: '（王倩茹）',
}

const add = async (newsroom: Newsroom, actor: Actor, ...stories: StoryParts[]) =>
  valueOf(
    await newsroom.stories.addAll(
      actor,
      stories.map(parts => ({ parts, plan: { author: '王倩茹' } })),
    ),
  )

const one = { forms: ['text'], encoding: 'utf-8', photos: false } as const

/** The texts of a Word document, a paragraph a line, with their styles. */
function wordLines(docx: Uint8Array): string[] {
  const xml = new TextDecoder().decode(unzipSync(docx)['word/document.xml'])
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gsu)].map(([, inside = '']) => {
    const style = /<w:pStyle w:val="([^"]+)"/u.exec(inside)?.[1] ?? ''
    return `${style}: ${[...inside.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('')}`
  })
}

describe('one story', () => {
  test('as Word in the house’s form', async () => {
    const { newsroom, actor } = await temporaryNewsroom({ world: countedWorld() })
    const [row] = await add(newsroom, actor, canal)
    const made = valueOf(await newsroom.storyFiles.make({ ...one, ids: [row!.id], forms: ['docx'] }))
    expect(made.name).toBe(`${row!.number}_冬灌开闸.docx`)
    expect(made.type).toMatch(/wordprocessingml/)
    expect(wordLines(made.bytes)).toEqual([
      'Kicker: 水到渠成',
      'Headline: 冬灌开闸',
      'Deck: 万亩麦田喝足越冬水',
      'StoryBody: 本报讯（记者 王倩茹）\u3000闸门打开了。',
      'Crosshead: 渠畅',
      'StoryBody: 水声哗哗。',
      'Byline: （王倩茹）',
      'Caption: 图1：总干渠放水。\u3000史婉 摄\u3000〔未附图片〕',
    ])
    const header = new TextDecoder().decode(unzipSync(made.bytes)['word/header1.xml'])
    expect(header).toContain(`稿号 ${row!.number}`)
    expect(header).not.toContain('号 \u3000')
  })

  test('says where the budget plans it', async () => {
    const { newsroom } = await temporaryNewsroom({ begin: 'sample' })
    const rows = await newsroom.stories.budget(false)
    const planned = rows.find(row => row.editionId !== null && row.page !== null)!
    const made = valueOf(await newsroom.storyFiles.make({ ...one, ids: [planned.id], forms: ['docx'] }))
    const header = new TextDecoder().decode(unzipSync(made.bytes)['word/header1.xml'])
    const { name } = await newsroom.desk.paper()
    expect(header).toContain(name)
    expect(header).toContain(`第0${planned.page}版`)
  })

  test.each([
    [
      'utf-8',
      (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      '\ufeff',
    ],
    ['gbk', (bytes: Uint8Array) => new TextDecoder('gbk', { fatal: true }).decode(bytes), ''],
  ] as const)('as text in %s', async (encoding, decode, mark) => {
    const { newsroom, actor } = await temporaryNewsroom()
    const [row] = await add(newsroom, actor, canal)
    const made = valueOf(await newsroom.storyFiles.make({ ...one, ids: [row!.id], encoding }))
    expect(made.name).toBe(`${row!.number}_冬灌开闸.txt`)
    expect(decode(made.bytes)).toBe(
      mark +
        [
          `【稿号】${row!.number}`,
          '【引题】水到渠成',
          '【主题】冬灌开闸',
          '【副题】万亩麦田喝足越冬水',
          '【正文】',
          '\u3000\u3000本报讯（记者 王倩茹）\u3000闸门打开了。',
          '【小标题】渠畅',
          '\u3000\u3000水声哗哗。',
          '【署名】（王倩茹）',
          '【图1】总干渠放水。\u3000史婉 摄\u3000〔未附图片〕',
          '',
        ].join('\r\n'),
    )
  })
})

test('what GBK lacks is told with its places, and written as 〓', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const odd = '\u{20BB7}'
  const [row, plain] = await add(
    newsroom,
    actor,
    {
      ...canal,
      headline: `${odd}野家开张`,
      blocks: [p('第一段。'), p(`渠长李㛃说，水到了${odd}村。`), photo(null, '图说', `李㛃 摄`)],
    },
    canal,
  )
  expect(valueOf(await newsroom.storyFiles.gaps([row!.id, plain!.id]))).toEqual([
    {
      id: row!.id,
      number: row!.number,
      headline: `${odd}野家开张`,
      gaps: [
        { character: odd, code: 'U+20BB7', part: '主题', before: '', after: '野家开张' },
        { character: '㛃', code: 'U+36C3', part: '正文第2段', before: '渠长李', after: `说，水到了${odd}村` },
        { character: odd, code: 'U+20BB7', part: '正文第2段', before: '长李㛃说，水到了', after: '村。' },
        { character: '㛃', code: 'U+36C3', part: '图1署名', before: '李', after: ' 摄' },
      ],
    },
  ])
  const { bytes } = valueOf(await newsroom.storyFiles.make({ ...one, ids: [row!.id], encoding: 'gbk' }))
  const text = iconv.decode(Buffer.from(bytes), 'gbk')
  expect(text).toContain('【主题】〓野家开张')
  expect(text).toContain('渠长李〓说，水到了〓村。')
})

test('several stories come in one zip, each under a name of its own, with photos where they are wanted', async () => {
  const { newsroom, actor } = await temporaryNewsroom({ world: countedWorld() })
  const file = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a86' } })
    .jpeg()
    .toBuffer()
  const kept = valueOf(await newsroom.photos.add(actor, file))
  const rows = await add(
    newsroom,
    actor,
    { ...canal, blocks: [p('一'), photo(kept.image, '总干渠', '史婉 摄'), photo(null, '没来的图')] },
    canal,
  )
  const order = {
    ids: rows.map(row => row.id),
    forms: ['docx', 'text'],
    encoding: 'gbk',
    photos: true,
  } as const
  const made = valueOf(await newsroom.storyFiles.make(order))
  const [first, second] = rows.map(row => row.number)
  expect(made.name).toMatch(/^稿件2篇_2026112[34]\.zip$/)
  const files = unzipSync(made.bytes)
  expect(Object.keys(files).sort()).toEqual(
    [
      `${first}_冬灌开闸.docx`,
      `${first}_冬灌开闸.txt`,
      `${first}_图1_史婉.jpg`,
      `${second}_冬灌开闸.docx`,
      `${second}_冬灌开闸.txt`,
    ].sort(),
  )
  expect(made.warnings).toEqual([
    `${first}_图2_未署名 没有原图，没有导出。`,
    `${second}_图1_史婉 没有原图，没有导出。`,
  ])
  const text = iconv.decode(Buffer.from(files[`${first}_冬灌开闸.txt`]!), 'gbk')
  expect(text).toContain(`〔${first}_图1_史婉.jpg〕`)
  // The picture's bytes are the original's; only what its file says was added.
  const pixels = async (bytes: Uint8Array) => (await sharp(bytes).raw().toBuffer()).toString('hex')
  expect(await pixels(files[`${first}_图1_史婉.jpg`]!)).toBe(await pixels(file))
  expect(codeOf(await newsroom.storyFiles.make(order, 100))).toBe('output.too-large')
})

test('a story that nobody has is told', async () => {
  const { newsroom } = await temporaryNewsroom()
  expect(codeOf(await newsroom.storyFiles.make({ ...one, ids: ['nobody'] }))).toBe('story.unknown')
  expect(codeOf(await newsroom.storyFiles.gaps(['nobody']))).toBe('story.unknown')
})

test('what was taken out in 修订 never leaves', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const [row] = await add(newsroom, actor, {
    ...emptyParts,
    headline: '题',
    blocks: [p('留下的话。机密的话。')],
  })
  valueOf(await newsroom.trails.begin(actor, row!.id))
  const doc = documentOf({ ...emptyParts, headline: '题', blocks: [p('留下的话。机密的话。')] })
  let from = 0
  doc.descendants((node, pos) => {
    if (node.isText && node.text!.includes('机密')) from = pos + node.text!.indexOf('机密')
  })
  const tr = EditorState.create({ schema: storySchema, doc }).tr.delete(from, from + 5)
  valueOf(
    await newsroom.authority.submit(actor, {
      id: row!.id,
      version: 0,
      clientId: 'c',
      sequence: 0,
      steps: tr.steps.map(step => step.toJSON() as Record<string, unknown>),
    }),
  )
  // The trail still shows it to the desk.
  expect(JSON.stringify(valueOf(await newsroom.trails.open(row!.id)))).toContain('机密的话')
  const text = valueOf(await newsroom.storyFiles.make({ ...one, ids: [row!.id] }))
  expect(new TextDecoder().decode(text.bytes)).toContain('留下的话。')
  expect(new TextDecoder().decode(text.bytes)).not.toContain('机密')
  const docx = valueOf(await newsroom.storyFiles.make({ ...one, ids: [row!.id], forms: ['docx'] }))
  for (const bytes of Object.values(unzipSync(docx.bytes)))
    expect(new TextDecoder().decode(bytes)).not.toContain('机密')
})
