import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyParts, type StoryBlock, type StoryParts } from '../parts'
import { cleanText } from './clean-text'
import { wechatHtml } from './wechat-html'

const p = (text: string): StoryBlock => ({ kind: 'paragraph', text })
const photo = (caption: string, credit: string): StoryBlock => ({
  kind: 'photo',
  image: null,
  width: 0,
  height: 0,
  caption,
  credit,
})

const whole: StoryParts = {
  kicker: '引',
  headline: '主',
  deck: '副',
  dateline: '本报讯',
  blocks: [
    { kind: 'summary', text: '提要' },
    p('第一段。'),
    { kind: 'crosshead', text: '小标题' },
    photo('图说一。', '史婉 摄'),
    p('第二段。'),
    photo('', ''),
    { kind: 'editorNote', text: '编者按' },
    { kind: 'related', text: '旧闻' },
  ],
  byline: '（王倩茹）',
}

test.each<[what: string, parts: StoryParts, expected: string[]]>([
  [
    'a whole story',
    whole,
    [
      '引',
      '主',
      '副',
      '',
      '\u3000\u3000提要',
      '\u3000\u3000本报讯\u3000第一段。',
      '小标题',
      '〔图1：图说一。\u3000史婉 摄〕',
      '\u3000\u3000第二段。',
      '〔图2：缺图说〕',
      '\u3000\u3000编者按',
      '（王倩茹）',
      '',
      '相关链接：',
      '旧闻',
    ],
  ],
  [
    'a body alone',
    { ...emptyParts, blocks: [p('一'), p(''), p('二')] },
    ['\u3000\u3000一', '\u3000\u3000二'],
  ],
  ['nothing', emptyParts, ['']],
])('clean text of %s', (_, parts, expected) => {
  expect(cleanText(parts)).toBe(expected.join('\n'))
})

const withoutStyles = (html: string) => html.replaceAll(/ style="[^"]*"/g, '')

test('HTML for WeChat has every part in its order', () => {
  expect(withoutStyles(wechatHtml(whole))).toBe(
    '<section><p>引</p><p><strong>主</strong></p><p>副</p><p>提要</p><p><strong>本报讯</strong>\u3000第一段。</p>' +
      '<p><strong>小标题</strong></p><p>〔此处放图1〕</p><p>图说一。\u3000史婉 摄</p><p>第二段。</p>' +
      '<p>〔此处放图2〕</p><p>缺图说</p><p>编者按</p><p>（王倩茹）</p>' +
      '<p><strong>相关链接</strong></p><p>旧闻</p></section>',
  )
})

test('HTML for WeChat holds only what WeChat keeps, whatever was typed', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('<script>1</script>', '" onload="', '&lt;', "'"),
  )
  const block = fc.oneof(
    text.map(p),
    fc.tuple(text, text).map(([caption, credit]) => photo(caption, credit)),
    fc
      .tuple(fc.constantFrom('crosshead', 'summary', 'editorNote', 'related'), text)
      .map(([kind, words]) => ({ kind, text: words }) as StoryBlock),
  )
  const parts = fc.record({
    kicker: text,
    headline: text,
    deck: text,
    dateline: text,
    byline: text,
    blocks: fc.array(block, { maxLength: 6 }),
  })
  fc.assert(
    fc.property(parts, story => {
      const html = wechatHtml(story)
      const tags = html.match(/<[^>]*>/g) ?? []
      for (const tag of tags) expect(tag).toMatch(/^<\/?(?:section|p|strong)(?: style="[^"<>]*")?>$/)
      // Nothing between the tags opens another.
      expect(html.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>]/)
      expect(html).not.toMatch(/url\(|position|class=|id=/)
    }),
  )
})
