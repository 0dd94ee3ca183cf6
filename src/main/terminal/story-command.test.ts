import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { emptyParts } from '../../shared/story/parts'
import { temporaryFolder, temporaryNewsroom, valueOf } from '../newsroom/temporary-newsroom.testing'
import { runTerminal } from './run'

async function newsroomWith(text: string): Promise<string> {
  const folder = temporaryFolder()
  const { newsroom, actor } = await temporaryNewsroom({ folder })
  const parts = { ...emptyParts, headline: '冬灌开闸', blocks: [{ kind: 'paragraph', text } as const] }
  valueOf(await newsroom.stories.addAll(actor, [{ parts, plan: {} }]))
  await newsroom.close()
  return folder
}

const run = (folder: string, ...args: readonly string[]) =>
  runTerminal(['story', ...args, '--data', folder], {
    readInput: () => Promise.resolve(new Uint8Array()),
    folder,
    data: folder,
    now: () => new Date('2026-11-23T10:00:00.000Z'),
  })

test('a story becomes a Word document', async () => {
  const folder = await newsroomWith('渠水流进麦田。')
  const { code, output } = await run(folder, '1', '--docx', 'out.docx')
  expect([code, JSON.parse(output)]).toEqual([
    0,
    { file: 'out.docx', number: 1, headline: '冬灌开闸', characters: 7, beyondGbk: [] },
  ])
  const xml = new TextDecoder().decode(unzipSync(readFileSync(join(folder, 'out.docx')))['word/document.xml'])
  expect(xml).toContain('渠水流进麦田。')
})

test('a story becomes text; what GBK lacks is listed before it is written', async () => {
  const folder = await newsroomWith('渠长李㛃来了。')
  const refused = await run(folder, '1', '--txt', 'out.txt', '--encoding', 'gbk')
  expect([refused.code, refused.errors]).toEqual([
    1,
    'GBK 里没有 㛃（U+36C3，正文第1段），没有写。请改用 --encoding utf-8，或加 --replace 写成〓。\n',
  ])
  expect(existsSync(join(folder, 'out.txt'))).toBe(false)
  expect((await run(folder, '1', '--txt', 'out.txt', '--encoding', 'gbk', '--replace')).code).toBe(0)
  const text = () => readFileSync(join(folder, 'out.txt'))
  expect(new TextDecoder('gbk').decode(text())).toContain('渠长李〓来了。')
  expect((await run(folder, '1', '--txt', 'out.txt')).code).toBe(0)
  expect(text().toString('utf8')).toContain('渠长李㛃来了。')
})

describe('what cannot be', () => {
  test.each([
    [['x', '--docx', 'a'], 2, '稿号是一个数'],
    [['1'], 2, '--docx 和 --txt 要给一个'],
    [['1', '--docx', 'a', '--txt', 'b'], 2, '--docx 和 --txt 要给一个'],
    [['1', '--docx', ''], 2, '缺少存到哪里'],
    [['1', '--txt', 'a', '--encoding', 'big5'], 2, 'utf-8 或 gbk'],
    [['1', '--docx', 'a', '--encoding', 'gbk'], 2, '只给 --txt 用'],
    [['7', '--docx', 'a'], 1, '稿库里没有 7 号稿'],
    [['1', '--docx', 'no/where/a.docx'], 1, '没有“no/where/a.docx”'],
  ] as const)('%j', async (args, code, why) => {
    const folder = await newsroomWith('文')
    const outcome = await run(folder, ...args)
    expect(outcome.code).toBe(code)
    expect(outcome.errors).toContain(why)
  })

  test('a folder without a newsroom stays one', async () => {
    const folder = temporaryFolder()
    const outcome = await run(folder, '1', '--docx', 'a.docx')
    expect([outcome.code, outcome.errors]).toEqual([
      1,
      `“${folder}”里没有大样的数据。请用 --data 指明数据文件夹。\n`,
    ])
    expect(existsSync(join(folder, 'newsroom.db'))).toBe(false)
  })
})
