import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import type { Result } from '../../shared/contract/failure'
import type { HandedIn } from '../../shared/contract/drafts'
import { clean } from '../../shared/cleaning/clean'
import { draftOfText, draftPicture } from '../../shared/cleaning/draft'
import { paragraphXml, pictureXml, wordFile } from '../intake/story/temporary-word.testing'
import { hashOfBytes } from '../store/hash'
import { temporaryNewsroom } from './temporary-newsroom.testing'

const body = '入冬以来，云岭县各乡镇抢抓农时，组织农户收割晾晒，延长粮食收购时间。'
const more = '县粮食部门增设收购点十二个，方便农户就近卖粮，已收购秋粮十二万吨。'

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.failure.code)
const picture = async (background: string, width = 320) =>
  new Uint8Array(
    await sharp({ create: { width, height: 200, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  )
const blob = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>])
const nothing = { reverted: [], answers: {} }

/** A submission as it comes: three pictures, one of them only linked; captions under two. */
const submission = async () => {
  const [first, second] = await Promise.all([picture('#864'), picture('#468', 400)])
  return wordFile(
    paragraphXml('秋粮收购忙', { style: 'a3' }) +
      paragraphXml(`本报讯(记者张三)${body}`) +
      pictureXml('r1') +
      paragraphXml('图为收购现场。史婉 摄', { align: 'center' }) +
      paragraphXml(`${more}他说"好".`) +
      pictureXml('r2') +
      pictureXml('far', true) +
      paragraphXml('责任编辑：李小满'),
    { r1: { name: 'a.jpeg', bytes: first }, r2: { name: 'b.jpeg', bytes: second } },
    { links: { far: 'http://example.com/far.jpg' } },
  )
}

describe('what was handed in', () => {
  test.each([
    ['one story', `秋粮收购忙\n本报讯（记者 张三）${body}\n${more}`, null, 'story'],
    ['one story with crossheads', `秋粮收购忙\n${body}\n抓早抓实\n${more}\n抓细抓小\n${body}`, null, 'story'],
    [
      'two stories',
      `秋粮收购忙\n本报讯 ${body}\n${more}\n农技课堂进乡村\n本报讯 ${body}\n${more}`,
      null,
      'page',
    ],
    ['two that are to be one', `秋粮收购忙\n本报讯 ${body}\n农技课堂\n本报讯 ${more}`, 'story', 'story'],
    ['one that is to be a page', `秋粮收购忙\n本报讯 ${body}`, 'page', 'page'],
  ] as const)('%s is told by itself', async (_, source, as, kind) => {
    const { newsroom } = await temporaryNewsroom()
    expect(valueOf(await newsroom.intake.read(source, as)).kind).toBe(kind)
  })

  it('is read without keeping anything, its pictures to be looked at', async () => {
    const { newsroom } = await temporaryNewsroom()
    const before = await newsroom.stories.budget(false)
    const read = valueOf(await newsroom.intake.read(blob(await submission()), null))
    expect(read).toMatchObject({
      kind: 'story',
      isEither: false,
      thumbnails: [expect.any(Uint8Array), expect.any(Uint8Array), null],
      draft: { pictures: [{ lost: null }, { lost: null }, { lost: '只是链接，原图不在文档里' }] },
    })
    expect(await newsroom.stories.budget(false)).toEqual(before)
    const files = read.kind === 'story' ? read.files : []
    for (const file of files.filter(one => one !== null))
      expect(codeOf(await newsroom.photos.read(hashOfBytes(file), 'original'))).toBe('photo.unknown')
  })

  it('is accepted as one story with its photos, as was decided', async () => {
    const { newsroom, actor } = await temporaryNewsroom()
    const source = blob(await submission())
    valueOf(await newsroom.intake.read(source, null))
    const order = { source, name: '来稿.docx', editionId: null, page: null }
    const choices = { reverted: ['note-removed@no-such-place'], answers: {} }
    const row = valueOf(await newsroom.intake.acceptStory(actor, { ...order, choices }))
    expect(row).toMatchObject({
      headline: '秋粮收购忙',
      genre: '消息',
      author: '记者 张三',
      photos: 2,
      state: 'received',
      note: '来稿文件：来稿.docx；共 3 图，取 2 图（只是链接，原图不在文档里）',
    })
    const [story] = await newsroom.stories.parts([row.id])
    expect(story?.parts).toMatchObject({
      dateline: '本报讯（记者 张三）',
      blocks: [
        { kind: 'paragraph', text: body },
        { kind: 'photo', caption: '图为收购现场。', credit: '史婉 摄', width: 320, height: 200 },
        { kind: 'paragraph', text: `${more}他说“好”。` },
        { kind: 'photo', caption: '', credit: '', width: 400 },
      ],
    })
    const images = story?.parts.blocks.flatMap(block => (block.kind === 'photo' ? [block.image ?? ''] : []))
    // The original, byte for byte.
    expect(images?.[0]).toBe(hashOfBytes(await picture('#864')))
    for (const image of images ?? [])
      expect(valueOf(await newsroom.photos.read(image, 'thumbnail')).type).toBe('image/jpeg')
  })

  it('keeps what was taken back as it came, and does as was answered', async () => {
    const { newsroom, actor } = await temporaryNewsroom()
    const source = `秋粮收购忙\n${body}我县他说"好".\n${more}`
    const order = { source, name: '', editionId: null, page: null }
    const all = valueOf(await newsroom.intake.acceptStory(actor, { ...order, choices: nothing }))
    const other = valueOf(
      await newsroom.intake.acceptStory(actor, {
        ...order,
        choices: {
          reverted: clean(draftOfText(source), { reverted: new Set() })
            .changes.filter(change => change.kind === 'quote-curled')
            .map(change => change.key),
          answers: { 'person:我县': 'to:青禾县' },
        },
      }),
    )
    const texts = async (id: string) =>
      (await newsroom.stories.parts([id]))[0]?.parts.blocks.map(block => 'text' in block && block.text)
    expect((await texts(all.id))?.[0]).toBe(`${body}我县他说“好”。`)
    expect((await texts(other.id))?.[0]).toBe(`${body}青禾县他说"好".`)
  })

  it('comes from the clipboard as a draft, and what it says about its pictures is not believed', async () => {
    const { newsroom, actor } = await temporaryNewsroom()
    const claimed = draftPicture({ width: 9000, height: 9000, image: 'f'.repeat(64), caption: '谎话' })
    const source: HandedIn = {
      draft: {
        ...draftOfText(`秋粮收购忙\n${body}`),
        source: 'web',
        blocks: [
          ...draftOfText(`秋粮收购忙\n${body}`).blocks,
          ...[0, 1, 2, 7].map(index => ({ kind: 'image' as const, picture: index })),
        ],
        pictures: [claimed, claimed, { ...claimed, lost: '网上的图，没有取' }],
      },
      files: [blob(await picture('#864')), blob(new Uint8Array([1, 2, 3])), null],
    }
    const order = { source, name: '', editionId: null, page: null }
    const read = valueOf(await newsroom.intake.read(source, null))
    expect(read).toMatchObject({
      draft: {
        pictures: [
          { lost: null, width: 320, height: 200, image: null, caption: '' },
          { lost: '图片读不出' },
          { lost: '网上的图，没有取' },
        ],
      },
    })
    const row = valueOf(await newsroom.intake.acceptStory(actor, { ...order, choices: nothing }))
    expect(row).toMatchObject({ photos: 1, note: '共 3 图，取 1 图（图片读不出、网上的图，没有取）' })
  })

  it('is refused with a sentence, and nothing is kept', async () => {
    const { newsroom, actor } = await temporaryNewsroom()
    const before = await newsroom.stories.budget(false)
    const order = {
      source: `${body}\n`.repeat(2000),
      choices: nothing,
      name: '',
      editionId: null,
      page: null,
    }
    expect(codeOf(await newsroom.intake.acceptStory(actor, order))).toBe('intake.story-too-long')
    expect(codeOf(await newsroom.intake.acceptStory(actor, { ...order, source: '  ' }))).toBe('intake.empty')
    const story = { ...order, source: `秋粮收购忙\n${body}` }
    expect(codeOf(await newsroom.intake.acceptStory(actor, { ...story, editionId: 'none' }))).toBe(
      'edition.unknown',
    )
    expect(await newsroom.stories.budget(false)).toEqual(before)
  })
})
