import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { clean } from '../../shared/cleaning/clean'
import type { DraftBlock } from '../../shared/cleaning/draft'
import { documentOf } from '../../shared/story/parts'
import { draftOfNodes, withoutHandlers } from './html-draft'
import { clipboardWords, googleHtml, webHtml, wechatHtml, wordHtml, wpsHtml } from './clipboard.testing'

const { body, more } = clipboardWords

/** The browser's parser is not here: this one reads what is well formed. What it cannot, e2e reads with the real one. */
const nodesOf = (html: string): Node =>
  new DOMParser({ onError: () => undefined }).parseFromString(
    html.startsWith('<html') ? html : `<html><body>${html}</body></html>`,
    'text/html',
  ) as unknown as Node

const read = (html: string) => draftOfNodes(nodesOf(html), 'web')
const told = (block: DraftBlock): string =>
  block.kind === 'image' ? `图${block.picture}` : block.text.trim()

describe('the clipboard of', () => {
  test.each<[string, string, string[], (string | null)[]]>([
    [
      'Word',
      wordHtml,
      ['秋粮收购忙', `本报讯(记者张三)${body}`, '图0', `一、${more}`, '他说"好".'],
      ['在作者的电脑上，没有随文字来'],
    ],
    ['WPS', wpsHtml, ['秋粮收购忙', body, '县粮食部门增设收购点12个,方便农户就近卖粮。'], []],
    [
      'WeChat',
      wechatHtml,
      [
        '秋粮收购忙',
        `${body}"今年卖粮不排队,"农户沈长河说.`,
        '',
        '图0',
        '图为收购现场。史婉摄',
        more,
        '编辑：李小满',
        '点击“阅读原文”了解更多',
      ],
      ['网上的图，没有取'],
    ],
    [
      'a web page',
      webHtml,
      [
        '秋粮收购忙',
        '来源：云岭发布\u00a02026-11-20 18:30',
        body,
        `${more}\n${body}`,
        '图0',
        '图为收购现场。',
        '乡镇',
        '吨数',
        '青禾镇',
        '3万',
        '图1',
      ],
      ['网上的图，没有取', null],
    ],
    ['Google’s documents', googleHtml, ['秋粮收购忙', body, more], []],
  ])('%s', (_, html, blocks, lost) => {
    const { draft, files } = read(html)
    expect(draft.blocks.map(told)).toEqual(blocks)
    expect(draft.pictures.map(picture => picture.lost)).toEqual(lost)
    expect(files.map(file => file !== null)).toEqual(lost.map(one => one === null))
  })

  it('says what its text looks like', () => {
    expect(read(wordHtml).draft.blocks.slice(0, 2)).toMatchObject([
      { style: 'title', bold: true, align: 'center', size: 22 },
      { style: null, bold: false, size: 12 },
    ])
    expect(read(wpsHtml).draft.blocks[0]).toMatchObject({ bold: true, align: 'center', size: 22 })
    expect(read(googleHtml).draft.blocks).toMatchObject([
      { style: 'heading', bold: false, size: 16 },
      { bold: false },
      { bold: true, numbered: true },
    ])
    expect(read(webHtml).draft.blocks.slice(6, 10)).toMatchObject([
      { cell: { table: 0, row: 0, column: 0 } },
      { cell: { table: 0, row: 0, column: 1 } },
      { cell: { table: 0, row: 1, column: 0 } },
      { cell: { table: 0, row: 1, column: 1 } },
    ])
  })

  it('comes out of cleaning as a story', () => {
    const { parts, photos } = clean(read(wechatHtml).draft, { reverted: new Set() })
    expect(parts).toMatchObject({
      headline: '秋粮收购忙',
      blocks: [
        { kind: 'paragraph', text: `${body}“今年卖粮不排队，”农户沈长河说。` },
        { kind: 'photo', image: null, caption: '图为收购现场。', credit: '史婉 摄' },
        { kind: 'paragraph', text: more },
      ],
    })
    expect(photos).toEqual({ all: 1, taken: 0 })
  })
})

test.each([
  ['<p>入冬以来\n各乡镇</p>', ['入冬以来各乡镇']],
  ['<p>of the\n county</p>', ['of the county']],
  ['<p>一<br/>二</p>', ['一\n二']],
  ['<div>一<p>二</p>三</div>', ['一', '二', '三']],
  ['<pre>一\n  二</pre>', ['一\n  二']],
  ['<p>一<ruby>二<rt>èr</rt></ruby></p>', ['一二']],
  ['<p><img src="cid:1"/>一</p>', ['一', '图0']],
  ['<p></p><p> </p>', []],
  ['<p>一</p><p><br/></p><p><br/></p><p>二</p>', ['一', '', '二']],
])('%s', (html, blocks) => expect(read(html).draft.blocks.map(told)).toEqual(blocks))

test('any nesting of any elements gives a draft that a story can be made of', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'section',
    'span',
    'b',
    'table',
    'tr',
    'td',
    'li',
    'ol',
    'h1',
    'pre',
    'a',
  )
  const { tree } = fc.letrec<{ tree: string }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom('秋粮', ' ', '\n', '"好".', '<br/>', '<img src="http://a"/>', '&#160;', '　　'),
      fc
        .tuple(tag, fc.array(tie('tree'), { maxLength: 4 }))
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    ),
  }))
  fc.assert(
    fc.property(tree, html => {
      const { draft, files } = read(html)
      const han = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '')
      const texts = draft.blocks.map(block => (block.kind === 'paragraph' ? block.text : ''))
      expect(han(texts.join(''))).toBe(han(html))
      expect(files).toHaveLength(draft.pictures.length)
      documentOf(clean(draft, { reverted: new Set() }).parts).check()
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['<img src="a" onerror="x()">', '<img src="a" data-handler="x()">'],
  ["<p\nonclick = 'x()' ONLOAD=y>on=1</p>", "<p\ndata-handler = 'x()' data-handler=y>on=1</p>"],
  ['<a href="a"onclick="x">一</a>', '<a href="a"data-handler="x">一</a>'],
  ['他说 onclick="x" 是代码', '他说 onclick="x" 是代码'],
])('%s has no handlers left', (html, left) => expect(withoutHandlers(html)).toBe(left))

test.each([
  ['one long text', `<p>${'秋'.repeat(900_000)}</p>`],
  ['very many paragraphs', '<p>秋</p>'.repeat(150_000)],
])('of %s no more is read than the newsroom refuses', (_, html) => {
  const { blocks } = read(html).draft
  const length = blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : 0), 0)
  expect(length).toBeGreaterThan(60_000)
  expect(length).toBeLessThan(201_000)
})
