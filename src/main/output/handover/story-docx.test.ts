import { DOMParser, type Document } from '@xmldom/xmldom'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { emptyParts, type StoryBlock, type StoryParts } from '../../../shared/story/parts'
import {
  crosshead,
  fixtureNow,
  fixturePage,
  fixtureParts,
  fixtureStory,
  fixtureZone,
  paragraph,
  photoBlock,
} from './handed-page.testing'
import { storyDocx } from './story-docx'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

async function filesOf(parts: StoryParts, photoFiles: readonly (string | null)[] = []) {
  const bytes = await storyDocx(fixturePage(), fixtureStory({ parts }), photoFiles, fixtureNow, fixtureZone)
  const files = unzipSync(bytes)
  return (name: string) => strFromU8(files[name] ?? new Uint8Array())
}

/** Strict: what is no XML throws. */
function parsed(xml: string): Document {
  const parser = new DOMParser({
    onError: (_, message) => {
      throw new Error(message)
    },
  })
  return parser.parseFromString(xml, 'text/xml')
}

/** The document's paragraphs in their order: style by its Chinese name, text, and the text of the 电头. */
function paragraphsOf(file: (name: string) => string): [style: string, text: string, dateline: string][] {
  const names = new Map(
    Array.from(parsed(file('word/styles.xml')).getElementsByTagNameNS(word, 'style')).map(style => [
      style.getAttributeNS(word, 'styleId'),
      style.getElementsByTagNameNS(word, 'name').item(0)?.getAttributeNS(word, 'val') ?? '',
    ]),
  )
  return Array.from(parsed(file('word/document.xml')).getElementsByTagNameNS(word, 'p')).map(each => {
    const style = each.getElementsByTagNameNS(word, 'pStyle').item(0)?.getAttributeNS(word, 'val')
    const runs = Array.from(each.getElementsByTagNameNS(word, 'r'))
    const textOf = (some: typeof runs) =>
      some
        .flatMap(run => Array.from(run.getElementsByTagNameNS(word, 't')))
        .map(text => text.textContent)
        .join('')
    const datelines = runs.filter(run => {
      const style = run.getElementsByTagNameNS(word, 'rStyle').item(0)?.getAttributeNS(word, 'val')
      return names.get(style ?? '') === '电头'
    })
    return [names.get(style ?? '') ?? '', textOf(runs), textOf(datelines)]
  })
}

const cases: [what: string, parts: Partial<StoryParts>, paragraphs: [string, string, string][]][] = [
  [
    'every part in its style, in the order of reading',
    fixtureParts,
    [
      ['引题', '渠水到田头', ''],
      ['主题', '冬灌开闸', ''],
      ['副题', '三个乡镇先行放水', ''],
      ['稿件正文', '本报讯（记者 张三）　十一月的河川。', '本报讯（记者 张三）'],
      ['小标题', '先修渠', ''],
      ['稿件正文', '后放水。', ''],
      ['署名', '（张三）', ''],
      ['图说', '图1：闸门打开。　史婉 摄　〔01_图1_史婉.jpg〕', ''],
    ],
  ],
  ['an empty story', {}, []],
  [
    'a dateline without a paragraph',
    { dateline: '本报讯', blocks: [crosshead('一')] },
    [
      ['小标题', '一', ''],
      ['稿件正文', '本报讯', '本报讯'],
    ],
  ],
  [
    'summary, note and links in the order of reading',
    {
      dateline: '本报讯',
      blocks: [
        { kind: 'related', text: '相关链接' },
        { kind: 'summary', text: '提。' },
        paragraph('雪。'),
        { kind: 'editorNote', text: '编后：好。' },
      ],
      byline: '（甲）',
    },
    [
      ['提要', '提。', ''],
      ['稿件正文', '本报讯　雪。', '本报讯'],
      ['编者按', '编后：好。', ''],
      ['署名', '（甲）', ''],
      ['相关链接', '相关链接', ''],
    ],
  ],
  [
    'characters that XML forbids are dropped, those that it escapes stay',
    { headline: '一\u0001\u000b二<&>"\ud842三', blocks: [paragraph('a\ufffeb  c ')] },
    [
      ['主题', '一 二<&>"三', ''],
      ['稿件正文', 'ab  c ', ''],
    ],
  ],
  [
    'a photo without words',
    { blocks: [photoBlock('', '')] },
    [['图说', '图1：（缺图说）　〔01_图1_史婉.jpg〕', '']],
  ],
]
it.each(cases)('%s', async (_, parts, paragraphs) => {
  const file = await filesOf({ ...emptyParts, ...parts }, ['01_图1_史婉.jpg'])
  expect(paragraphsOf(file)).toEqual(paragraphs)
})

describe('the document', async () => {
  const file = await filesOf(fixtureParts)
  const styleOf = (name: string) =>
    Array.from(parsed(file('word/styles.xml')).getElementsByTagNameNS(word, 'style')).find(
      style => style.getElementsByTagNameNS(word, 'name').item(0)?.getAttributeNS(word, 'val') === name,
    )
  const attribute = (name: string, tag: string, attributeName: string) =>
    styleOf(name)?.getElementsByTagNameNS(word, tag).item(0)?.getAttributeNS(word, attributeName)

  it.each([
    ['引题', '黑体'],
    ['主题', '黑体'],
    ['副题', '楷体'],
    ['稿件正文', '宋体'],
    ['小标题', '黑体'],
    ['署名', '楷体'],
    ['图说', '楷体'],
    ['电头', '黑体'],
  ])('sets %s in %s', (style, face) => {
    expect(attribute(style, 'rFonts', 'eastAsia')).toBe(face)
  })

  it('indents paragraphs by two characters, not with spaces', () => {
    expect(attribute('稿件正文', 'ind', 'firstLineChars')).toBe('200')
    expect(attribute('署名', 'ind', 'firstLineChars')).toBeUndefined()
  })

  it('sets the dateline bold', () => {
    expect(styleOf('电头')?.getElementsByTagNameNS(word, 'b').length).toBe(1)
  })

  it('is in Chinese, by name and date', () => {
    const defaults = parsed(file('word/styles.xml')).getElementsByTagNameNS(word, 'docDefaults').item(0)
    const language = defaults?.getElementsByTagNameNS(word, 'lang').item(0)
    expect(language?.getAttributeNS(word, 'val')).toBe('zh-CN')
    expect(language?.getAttributeNS(word, 'eastAsia')).toBe('zh-CN')
    const core = file('docProps/core.xml')
    expect(core).toContain('<dc:language>zh-CN</dc:language>')
    expect(core).toContain('<dc:title>冬灌开闸</dc:title>')
    expect(core.match(/2025-06-12T13:30:05\.000Z/g)).toHaveLength(2)
  })

  it('says in its header what the desk looks for', () => {
    const header = Array.from(parsed(file('word/header1.xml')).getElementsByTagNameNS(word, 't'))
    expect(header.map(text => text.textContent).join('')).toBe(
      '河川报　2025-06-12　第03版 要闻　1号 头条　稿号 1042　消息　648 字　作者 张三　责编 李四',
    )
  })

  it('is the same twice', async () => {
    const make = (clock: string) => {
      // The library stamps the time of day.
      vi.setSystemTime(clock)
      return storyDocx(fixturePage(), fixtureStory(), [], fixtureNow, fixtureZone)
    }
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const first = await make('2026-01-01T00:00:00Z')
    expect(Buffer.from(await make('2027-05-05T05:05:05Z'))).toEqual(Buffer.from(first))
  })
})

it('holds any text exactly, but for what XML forbids', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
  const block: fc.Arbitrary<StoryBlock> = fc.oneof(text.map(paragraph), text.map(crosshead))
  const one = (line: string) =>
    [...line.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')]
      .filter(character => {
        const code = character.codePointAt(0) ?? 0
        return code >= 0x20 && !(code >= 0xd800 && code < 0xe000) && code !== 0xfffe && code !== 0xffff
      })
      .join('')
  await fc.assert(
    fc.asyncProperty(text, fc.array(block, { maxLength: 4 }), async (headline, blocks) => {
      const file = await filesOf({ ...emptyParts, headline, blocks })
      const wanted = [headline, ...blocks.map(each => (each.kind === 'photo' ? '' : each.text))].map(one)
      expect(paragraphsOf(file).map(([, each]) => each)).toEqual(wanted)
    }),
    { numRuns: 60 },
  )
})
