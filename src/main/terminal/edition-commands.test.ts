import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adFrameDefaults } from '../../shared/page/frame-defaults'
import { textOf } from '../../shared/page/compose/composed'
import { temporaryNewsroom, valueOf } from '../newsroom/temporary-newsroom.testing'
import { runTerminal } from './run'

async function run(args: readonly string[], folder: string) {
  const outcome = await runTerminal(args, {
    readInput: () => Promise.resolve(new Uint8Array()),
    folder,
    data: join(folder, 'no-data'),
    now: () => new Date('2026-11-24T10:00:00.000Z'),
  })
  const lines = outcome.output.split('\n').filter(line => line !== '')
  return { ...outcome, values: lines.map(line => JSON.parse(line) as unknown) }
}

/** A folder with an edition of two pages, an unmarked advertisement on the first. */
async function newsroomFolder(): Promise<{ folder: string; lines: string[] }> {
  const { newsroom, actor, folder } = await temporaryNewsroom()
  const pages = ['要闻', '综合'].map(name => ({ name, paperId: 'tabloid-6x11', templateId: null }))
  const edition = valueOf(await newsroom.editions.create(actor, { date: '2026-11-24', number: 1286, pages }))
  const pageId = edition.pages[0]!.id
  const ad = { ...adFrameDefaults, id: 'ad', column: 0, row: 60, columnSpan: 6, rowSpan: 16, label: '' }
  const change = (id: string, op: object) => ({
    id,
    ops: [op],
    undo: [],
    label: '改版',
    kind: 'do',
    of: null,
  })
  const changes = [
    change('change-1', { op: 'add', frame: ad, before: null }),
    change('change-2', {
      op: 'ignore',
      fault: { key: 'missingStory:ad:', reason: '画面晚上到', by: actor.id, at: '2026-11-24T09:00:00.000Z' },
    }),
  ]
  valueOf(await newsroom.pages.submit(actor, { pageId, changes: changes as never }))
  const view = valueOf(await newsroom.pageViews.view(pageId))
  const lines = [...view.composed.frames.values()].flatMap(textOf)
  await newsroom.close()
  return { folder, lines }
}

describe('faults', () => {
  test.each(['2026-11-24', '1286'])('of a page of the edition %s', async edition => {
    const { folder } = await newsroomFolder()
    const { code, values } = await run(['faults', edition, '1', '--json', '--data', '.'], folder)
    expect(code).toBe(0)
    expect(values).toMatchObject([
      {
        date: '2026-11-24',
        number: 1286,
        page: 1,
        name: '要闻',
        faults: expect.arrayContaining([
          {
            rule: 'unmarkedAd',
            name: '广告未标',
            severity: 'error',
            message: expect.stringContaining('没有标“广告”二字'),
            remedy: expect.stringContaining('。'),
            key: 'unmarkedAd:ad:',
            frames: ['ad'],
            marks: [expect.objectContaining({ height: 16 * 13 })],
            ignored: null,
          },
          expect.objectContaining({ rule: 'missingStory', ignored: '画面晚上到' }),
          expect.objectContaining({ rule: 'unfilled', frames: [] }),
        ]),
      },
    ])
  })
})

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

describe('page', () => {
  test.each([[[]], [['--proof']]])('as PDF with %j, with the lines of the screen', async flags => {
    const { folder, lines } = await newsroomFolder()
    const args = ['page', '2026-11-24', '1', '--pdf', 'out.pdf', '--data', '.', ...flags]
    const { code, values } = await run(args, folder)
    expect(code).toBe(0)
    expect(values).toMatchObject([{ pdf: 'out.pdf', number: 1286, page: 1, missingGlyphs: [] }])
    const file = join(folder, 'out.pdf')
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    if (!hasPoppler) return
    const text = spawnSync('pdftotext', ['-layout', file, '-']).stdout.toString().replace(/\s/gu, '')
    for (const line of lines) expect(text).toContain(line.replace(/\s/gu, ''))
  })
})

describe('what is not there', () => {
  test.each([
    ['another edition', ['1287', '1', '--data', '.'], '没有“1287”这一期。有的是：2026-11-24（第 1286 期）。'],
    ['another day', ['2026-11-25', '1', '--data', '.'], '没有“2026-11-25”这一期。'],
    ['another page', ['1286', '3', '--data', '.'], '2026-11-24 这一期没有第 3 版。它有 2 个版。'],
    [
      'another folder',
      ['1286', '1', '--data', 'elsewhere'],
      '里没有大样的数据。请用 --data 指明数据文件夹。',
    ],
    ['no folder said', ['1286', '1'], '里没有大样的数据。'],
  ])('%s is told in a sentence', async (_, args, says) => {
    const { folder } = await newsroomFolder()
    const before = readdirSync(folder).toSorted()
    for (const [name, ...more] of [['faults'], ['page', '--pdf', 'out.pdf']] as const) {
      const { code, output, errors } = await run([name, ...args, ...more], folder)
      expect([code, output]).toEqual([1, ''])
      expect(errors).toContain(says)
    }
    expect(readdirSync(folder).toSorted()).toEqual(before)
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false)
  })

  test('a newsroom that is open elsewhere is left alone', async () => {
    const { folder } = await temporaryNewsroom()
    const { code, errors } = await run(['faults', '1286', '1', '--data', '.'], folder)
    expect(code).toBe(1)
    expect(errors).toMatch(/^[^\n]*[\u4e00-\u9fff]+[^\n]*\n$/u)
  })
})
