import { DOMParser, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { dispatchSheet } from './dispatch-sheet'
import {
  fixtureNow,
  fixturePage,
  fixtureParts,
  fixturePhoto,
  fixtureStory,
  fixtureZone,
} from './handed-page.testing'
import type { HandoverPage } from './handover'

const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml')

async function sheetOf(page: HandoverPage) {
  const bytes = await dispatchSheet(page, fixtureNow, fixtureZone)
  const files = unzipSync(bytes)
  const file = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const strings = Array.from(parse(file('xl/sharedStrings.xml')).getElementsByTagName('si')).map(
    each => each.textContent ?? '',
  )
  const sheet = file('xl/worksheets/sheet1.xml')
  const childOf = (cell: Element, tag: string) => cell.getElementsByTagName(tag).item(0)?.textContent ?? null
  /** A cell's value; a formula as =… with its value behind. */
  const valueOf = (cell: Element) => {
    const value = childOf(cell, 'v')
    const formula = childOf(cell, 'f')
    if (formula !== null) return `=${formula} ${value}`
    if (cell.getAttribute('t') === 's') return strings[Number(value)] ?? ''
    return value === null ? '' : Number(value)
  }
  const rows = Array.from(parse(sheet).getElementsByTagName('row')).map(row =>
    Array.from(row.getElementsByTagName('c')).map(valueOf),
  )
  const cells = Array.from(parse(sheet).getElementsByTagName('c'))
  return { bytes, file, sheet, rows, cells }
}

const page = fixturePage({
  stories: [
    fixtureStory(),
    fixtureStory({
      number: 2,
      storyNumber: '1043',
      writers: '',
      photographers: '',
      parts: { ...fixtureParts, kicker: '', deck: '', headline: '短讯' },
      characters: 120,
      lines: 9,
      placeName: '',
      fee: null,
      note: '待补图',
    }),
  ],
  photos: [fixturePhoto(), fixturePhoto({ storyPhoto: 1 }), fixturePhoto({ storyIndex: null })],
})

describe('发稿单', async () => {
  const made = await sheetOf(page)

  it('has a row a story, totals, and who signed', () => {
    expect(made.rows.map(row => row.filter((_, at) => at < 13))).toEqual([
      ['河川报 发稿单　2025年6月12日　第2101期　第03版 要闻', ...Array.from({ length: 12 }, () => '')],
      ['序号', '稿号', '标题', '体裁', '作者', '摄影', '责编', '字数', '行数', '图', '版位', '稿费', '备注'],
      [
        1,
        '1042',
        '渠水到田头／冬灌开闸／三个乡镇先行放水',
        '消息',
        '张三（记者）',
        '史婉',
        '李四',
        648,
        52,
        2,
        '头条',
        80.5,
        '',
      ],
      [2, '1043', '短讯', '消息', '张三', '', '李四', 120, 9, 0, '', '', '待补图'],
      [
        '合计',
        '',
        '',
        '',
        '',
        '',
        '',
        '=SUM(H3:H4) 768',
        '=SUM(I3:I4) 61',
        '=SUM(J3:J4) 2',
        '',
        '=SUM(L3:L4) 80.5',
        '',
      ],
      [`签发：赵六　2025-06-12 21:00　校验 ${'ab'.repeat(32)}`, ...Array.from({ length: 12 }, () => '')],
    ])
  })

  it('prints on A4 across, as wide as the paper, with its head on every sheet', () => {
    expect(made.sheet).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"/)
    expect(made.sheet).toContain('fitToPage="1"')
    expect(made.file('xl/workbook.xml')).toContain(`'第03版'!$1:$2</definedName>`)
  })

  it('keeps its head in sight', () => {
    expect(made.sheet).toMatch(/<pane [^>]*ySplit="2"[^>]*state="frozen"/)
  })

  it('is set in Chinese faces', () => {
    const faces = [...made.file('xl/styles.xml').matchAll(/<name val="([^"]+)"/g)].map(match => match[1])
    expect(new Set(faces)).toEqual(new Set(['宋体', '黑体']))
  })

  it('orders its elements as Excel insists', () => {
    const order = [
      'sheetPr',
      'sheetViews',
      'cols',
      'sheetData',
      'mergeCells',
      'pageMargins',
      'pageSetup',
      'headerFooter',
    ]
    const places = order.map(tag => made.sheet.indexOf(`<${tag}`))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('is the same twice', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    // The library stamps the time of day.
    vi.setSystemTime('2001-01-01T00:00:00Z')
    expect(Buffer.from((await sheetOf(page)).bytes)).toEqual(Buffer.from(made.bytes))
  })
})

it.each(['=1+1', '+86', '-5', '@SUM(A1)', '\t=1', '=cmd|" /C calc"!A0', '＝1'])(
  'keeps %j as the words that they are',
  async words => {
    const parts = { ...fixtureParts, kicker: '', deck: '', headline: words }
    const hostile = {
      storyNumber: words,
      writers: words,
      photographers: words,
      editor: words,
      genre: words,
      placeName: words,
      note: words,
    }
    const made = await sheetOf(
      fixturePage({ paperName: words, stories: [fixtureStory({ parts, ...hostile })] }),
    )
    const formulas = made.cells.filter(cell => cell.getElementsByTagName('f').length > 0)
    expect(formulas.map(cell => cell.getAttribute('r'))).toEqual(['H4', 'I4', 'J4', 'L4'])
    expect(made.rows[2]?.filter(value => value === words.replace('\t', ' '))).toHaveLength(8)
    // Excel's text format: the words stay words when somebody edits the cell.
    const formats = parse(made.file('xl/styles.xml'))
    const textFormat = Array.from(formats.getElementsByTagName('numFmt'))
      .find(format => format.getAttribute('formatCode') === '@')
      ?.getAttribute('numFmtId')
    const styles = Array.from(
      formats.getElementsByTagName('cellXfs').item(0)?.getElementsByTagName('xf') ?? [],
    )
    for (const cell of made.cells.filter(each => each.getAttribute('t') === 's')) {
      expect(styles[Number(cell.getAttribute('s'))]?.getAttribute('numFmtId')).toBe(textFormat)
    }
  },
)

it.each([
  ['no stories', { stories: [] }, ['合计', 0, 0, 0, 0]],
  ['no signature', { signOff: null }, ['签发：未签']],
  [
    'sums of broken yuan',
    { stories: [fixtureStory({ fee: 0.1 }), fixtureStory({ fee: 0.2 })] },
    ['=SUM(L3:L4) 0.3'],
  ],
  [
    'an author of the plan where the text names nobody',
    { stories: [fixtureStory({ writers: '' })] },
    ['张三'],
  ],
  ['text that XML forbids', { stories: [fixtureStory({ note: 'a\u0001\ud842<&' })] }, ['a<&']],
])('with %s', async (_, changes, values) => {
  const { rows } = await sheetOf(fixturePage(changes))
  const all = rows.flat()
  for (const value of values) expect(all).toContain(value)
})
