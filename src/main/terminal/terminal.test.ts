import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../newsroom/package-root'
import { temporaryFolder } from '../newsroom/temporary-newsroom.testing'
import { help, runTerminal } from './run'

const page = [
  '引题在上 说明来由',
  '冬灌开闸 清水进田',
  '本报讯（记者 张三）清水河干渠一号闸门今天开启，',
  '全县36座泵站全部开机，日灌溉面积约8000亩。',
  '渠水顺着刚刚修整一新的斗渠流进东川镇的麦田。',
  '（张三）',
].join('\n')

interface Run {
  readonly code: number
  readonly errors: string
  readonly output: string
  readonly values: unknown[]
}

async function run(args: readonly string[], input: string | Uint8Array = '', folder = '/'): Promise<Run> {
  const terminal = {
    readInput: () => Promise.resolve(typeof input === 'string' ? Buffer.from(input) : input),
    folder,
    data: join(folder, 'data'),
    now: () => new Date('2026-11-23T10:00:00.000Z'),
  }
  const outcome = await runTerminal(args, terminal)
  const lines = outcome.output.split('\n').filter(line => line.startsWith('{') || line.startsWith('['))
  return { ...outcome, values: outcome.code === 0 ? lines.map(line => JSON.parse(line) as unknown) : [] }
}

/** A folder with the page's text in `page.txt`, and whatever else is given. */
function folderWith(files: Record<string, string | Uint8Array> = {}): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries({ 'page.txt': page, ...files })) {
    writeFileSync(join(folder, name), content)
  }
  return folder
}

describe('usage', () => {
  test.each([
    [[]],
    [['nothing']],
    [['toString']],
    [['import']],
    [['import', 'a', 'b']],
    [['import', 'a', '--pdf', 'x']],
    [['import', 'a', '--json=yes']],
    [['import', '-x', 'a']],
    [['break']],
    [['break', '--measure']],
    [['break', '--measure', '']],
    [['break', '--measure', 'wide']],
    [['break', '--measure', '0']],
    [['break', '--measure', '-3']],
    [['break', '--measure', '1e3']],
    [['break', '--measure', '201']],
    [['break', '--measure', '16.0001']],
    [['break', '--measure', '16', '--measure', '17']],
    [['break', '--measure', '16', 'file.txt']],
    [['break', '--measure', '16', '--indent', '-1']],
    [['break', '--measure', '16', '--indent', '16']],
    [['break', '--measure', '16', '--looseness', '3']],
    [['break', '--measure', '16', '--looseness', '-3']],
    [['break', '--measure', '16', '--looseness', '0.5']],
    [['break', '--measure', '16', '--preset', 'poster']],
    [['break', '--measure', '16', '--exact-lines', '0']],
    [['break', '--measure', '16', '--exact-lines', '2,']],
    [['break', '--measure', '16', '--exact-lines', '2', '--looseness', '1']],
    [['break', '--measure', '16', '--exact-lines', '1,2,3']],
    [['fit', 'page.txt']],
    [['fit', 'page.txt', '--measure', '16', '--columns', '3']],
    [['fit', 'page.txt', '--measure', '16', '--columns', '0', '--depth', '9']],
    [['fit', 'page.txt', '--measure', '16', '--columns', '2.5', '--depth', '9']],
    [['fit', 'page.txt', '--measure', '16', '--columns', '41', '--depth', '9']],
    [['fit', 'page.txt', '--measure', '16', '--columns', '3', '--depth', 'deep']],
    [['fit', 'page.txt', '--measure', '16', '--columns', '3', '--depth', '9', '--story', '0']],
    [['proof', 'page.txt']],
    [['proof', 'page.txt', '--pdf']],
    [['proof', 'page.txt', '--pdf', '']],
    [['proof', 'page.txt', '--pdf', 'page.txt']],
    [['proof', 'page.txt', '--pdf', './page.txt']],
    [['check']],
    [['check', 'page.txt', '--strict']],
    [['faults']],
    [['faults', '2026-11-24']],
    [['faults', '2026-11-24', '0']],
    [['faults', '2026-11-24', '要闻']],
    [['faults', '昨天', '1']],
    [['faults', '2026-11-24', '1', '--pdf', 'x']],
    [['page', '1286', '1']],
    [['page', '1286', '1', '--pdf']],
    [['page', '1286', '1', '--pdf', '']],
  ])('%j is not understood, in one sentence', async args => {
    const { code, output, errors } = await run(args, '第一段\n第二段\n', folderWith())
    expect([code, output]).toEqual([2, ''])
    expect(errors).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*用 --help 看用法。\n$/)
    expect(errors).not.toMatch(/Error|node:|at /)
  })

  test.each([[['--help']], [['-h']], [['break', '--help']]])('%j helps', async args => {
    const { code, output } = await run(args)
    expect([code, output]).toEqual([0, help])
    for (const name of ['import', 'break', 'fit', 'proof', 'faults', 'page', 'check'])
      expect(output).toContain(`\n  ${name} `)
  })
})

describe('files that are no page', () => {
  const faults: readonly (readonly [
    what: string,
    file: string,
    content: Uint8Array | string | null,
    says: string,
  ])[] = [
    ['nothing there', 'none.txt', null, '没有“none.txt”'],
    ['a folder', 'folder', null, '不是文件'],
    ['a path through a file', 'page.txt/x', null, '不是能用的文件'],
    ['an empty file', 'empty.txt', '', '没有文字'],
    ['spaces only', 'blank.txt', ' \n\t\n', '没有文字'],
    ['20 MB', 'long.txt', '长'.repeat(7_000_000), '21 MB'],
    ['a picture', 'a.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), '图片'],
    ['binary', 'a.bin', Uint8Array.from({ length: 4000 }, (_, at) => (at * 37) % 256), '不是文字'],
    ['a name with a line end', 'no\nne.txt', null, '没有'],
  ]
  test.each(faults)('%s', async (_, file, content, says) => {
    const folder = folderWith(content === null ? {} : { [file]: content })
    mkdirSync(join(folder, 'folder'))
    for (const args of [
      ['import', file, '--json'],
      ['fit', file, '--measure', '16', '--columns', '2', '--depth', '9'],
      ['proof', file, '--pdf', 'out.pdf'],
      ['check', file, '--json'],
    ]) {
      const { code, output, errors } = await run(args, '', folder)
      expect([args[0], code, output]).toEqual([args[0], 1, ''])
      expect(errors).toContain(says)
    }
    expect(readdirSync(folder)).not.toContain('out.pdf')
  })
})

describe('import', () => {
  test('prints strap, stories, photos and changes, in this order', async () => {
    const { values } = await run(['import', 'page.txt', '--json'], '', folderWith())
    const [printed] = values as [Record<string, unknown> & { stories: Record<string, unknown>[] }]
    expect(Object.keys(printed)).toEqual(['strap', 'stories', 'photos', 'changes'])
    expect(Object.keys(printed.stories[0]!)).toEqual([
      'kicker',
      'headline',
      'deck',
      'dateline',
      'paragraphs',
      'byline',
      'credits',
      'photos',
    ])
    expect(printed.stories).toMatchObject([
      {
        headline: '冬灌开闸 清水进田',
        deck: null,
        dateline: '本报讯（记者 张三）',
        byline: '（张三）',
        credits: [],
      },
    ])
    expect((printed['changes'] as object[]).length).toBeGreaterThan(0)
    for (const change of printed['changes'] as object[])
      expect(Object.keys(change)).toEqual(['kind', 'before', 'after'])
  })

  test.each(['utf8', 'utf16-le', 'gbk', 'gb18030'])('reads %s alike', async encoding => {
    const folder = folderWith({
      'other.txt': iconv.encode(page, encoding, { addBOM: encoding.startsWith('utf16') }),
    })
    const [plain, other] = [
      await run(['import', 'page.txt'], '', folder),
      await run(['import', 'other.txt'], '', folder),
    ]
    expect(other.output).toBe(plain.output)
  })
})

describe('break', () => {
  const text = '党群服务中心是基层党组织服务群众的重要窗口，更是凝聚党心民心的核心阵地。'

  test.each([
    ['nothing', '', []],
    ['a line end only', '\n', [[]]],
    ['empty lines between', '甲\n\n乙', [['甲'], [], ['乙']]],
    ['Windows line ends', '甲\r\n乙\r\n', [['甲'], ['乙']]],
    ['a byte order mark', '\ufeff甲', [['甲']]],
  ])('takes %s', async (_, input, values) => {
    expect((await run(['break', '--measure', '16'], input)).values).toEqual(values)
  })

  test.each([
    ['indented by two', ['--measure', '16'], 14],
    ['not indented', ['--measure', '16', '--indent', '0'], 16],
    ['a measure with decimals', ['--measure', '14.5', '--indent', '0.5'], 14],
    ['indented more than half', ['--measure', '16', '--indent', '10'], 6],
  ])('sets the first line %s', async (_, options, characters) => {
    const [lines] = (await run(['break', ...options], '长'.repeat(60))).values as [string[]]
    expect(lines[0]).toHaveLength(characters)
    expect(lines.join('')).toBe('长'.repeat(60))
  })

  test.each([
    ['by itself', [], 3],
    ['a line longer', ['--looseness', '1'], 4],
    ['in exactly four', ['--exact-lines', '4'], 4],
    ['as the magazine does', ['--preset', '杂志'], 3],
  ])('sets a paragraph %s', async (_, options, count) => {
    const [lines] = (await run(['break', '--measure', '16', ...options], text)).values as [string[]]
    expect(lines).toHaveLength(count)
    expect(lines.join('')).toBe(text)
  })

  test('takes a number of lines for each paragraph', async () => {
    const { values } = await run(['break', '--measure', '16', '--exact-lines', '3,4'], `${text}\n${text}`)
    expect(values.map(lines => (lines as string[]).length)).toEqual([3, 4])
  })

  test.each([
    ['GBK', iconv.encode(text, 'gbk'), '不是 UTF-8'],
    ['20 MB', Buffer.alloc(20_000_000, 'a'), '20 MB'],
  ])('refuses %s', async (_, input, says) => {
    const { code, errors } = await run(['break', '--measure', '16'], input)
    expect(code).toBe(1)
    expect(errors).toContain(says)
  })
})

describe('fit', () => {
  const fit = async (...args: string[]) =>
    (await run(['fit', 'page.txt', '--measure', '10', ...args], '', folderWith())).values[0] as Record<
      string,
      unknown
    > & {
      columns: string[][]
      overset: { lines: number; characters: number }
      underset: { lines: number; characters: number }
    }

  test('fills the columns and says what is over', async () => {
    const { lines, available, overset, underset, columns } = await fit('--columns', '2', '--depth', '3')
    expect([available, columns.map(column => column.length)]).toEqual([6, [3, 3]])
    expect(overset.lines).toBe((lines as number) - 6)
    expect(overset.characters).toBeGreaterThan(0)
    expect(underset).toEqual({ lines: 0, characters: 0 })
  })

  test('says what is left, and keeps every character', async () => {
    const { overset, underset, columns, lines } = await fit('--columns', '1', '--depth', '40')
    expect([overset.lines, underset.lines]).toEqual([0, 40 - (lines as number)])
    const set = columns.flat().join('').replaceAll('\u3000', '').replaceAll(' ', '')
    expect(set).toContain('全县36座泵站全部开机，日灌溉面积约8000亩。')
    expect(set.endsWith('（张三）')).toBe(true)
  })

  test('lists what to cut and what to add', async () => {
    const plain = await fit('--columns', '1', '--depth', '9')
    const cuts = (await fit('--columns', '1', '--depth', '9', '--cuts')) as unknown as {
      cuts: object[]
      fillers: object[]
    }
    expect(Object.keys(plain)).toEqual(['lines', 'available', 'overset', 'underset', 'columns'])
    for (const entry of [...cuts.cuts, ...cuts.fillers])
      expect(Object.keys(entry)).toEqual(['paragraph', 'characters', 'lines'])
    expect(cuts.cuts.length).toBeGreaterThan(0)
  })

  test('has no story that is not there', async () => {
    const args = ['fit', 'page.txt', '--measure', '16', '--columns', '2', '--depth', '9', '--story', '7']
    const { code, errors } = await run(args, '', folderWith())
    expect([code, errors]).toEqual([1, '文字里只有 1 篇稿件。请换一个 --story，从 1 数起。\n'])
  })
})

describe('proof', () => {
  test('writes the PDF whole and says what stands where', async () => {
    const folder = folderWith({ 'out.pdf': 'an older one' })
    const { code, values } = await run(['proof', 'page.txt', '--pdf', 'out.pdf'], '', folder)
    expect(code).toBe(0)
    expect(values).toMatchObject([
      { pdf: 'out.pdf', placed: [{ headline: '冬灌开闸 清水进田' }], unplaced: [], missingGlyphs: [] },
    ])
    expect(readFileSync(join(folder, 'out.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readdirSync(folder).toSorted()).toEqual(['out.pdf', 'page.txt'])
  })

  test.each([
    ['a folder that is not there', 'none/out.pdf', '没有“none/out.pdf”'],
    ['a folder in its place', 'taken', '不是能用的文件'],
  ])('writes nothing to %s', async (_, out, says) => {
    const folder = folderWith()
    mkdirSync(join(folder, 'taken'))
    writeFileSync(join(folder, 'taken', 'inside'), '')
    const { code, errors } = await run(['proof', 'page.txt', '--pdf', out], '', folder)
    expect(code).toBe(1)
    expect(errors).toContain(says)
    expect(readdirSync(folder).toSorted()).toEqual(['page.txt', 'taken'])
  })
})

test('check has nothing to find yet', async () => {
  expect((await run(['check', 'page.txt', '--json'], '', folderWith())).values).toEqual([{ findings: [] }])
})

const press = join(packageRoot(), '..', 'shared', 'press', 'page-text.txt')
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

describe.skipIf(!existsSync(press))(
  'the printed page (skipped where its text is not at ../shared/press)',
  () => {
    test('is imported with its three stories, strap and captions', async () => {
      const [printed] = (await run(['import', press, '--json'])).values as [
        { strap: string; stories: unknown[]; photos: unknown[] },
      ]
      expect(printed.strap).not.toBeNull()
      expect(printed.stories).toHaveLength(3)
    })

    test.skipIf(!hasPoppler)('is proofed with fonts embedded and subset, and text in order', async () => {
      const folder = temporaryFolder()
      expect((await run(['proof', press, '--pdf', 'page.pdf'], '', folder)).code).toBe(0)
      const file = join(folder, 'page.pdf')
      const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
      expect(fonts.length).toBeGreaterThan(0)
      for (const font of fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/)
      const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
      const [printed] = (await run(['import', press])).values as [{ stories: { paragraphs: string[] }[] }]
      for (const paragraph of printed.stories.flatMap(story => story.paragraphs)) {
        expect(text).toContain(paragraph.replaceAll(/\s/g, ''))
      }
    })
  },
)
