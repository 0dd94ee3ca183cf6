import type { DecorationSet } from 'prosemirror-view'
import { expect, it } from 'vitest'
import { emptyParts, type StoryParts } from '../../shared/story/parts'
import { crosshead, note, p, photo, related, stateOf, story, summary } from './sheet.testing'
import { partLabels } from './part-labels'

/** What stands in the margin of each decorated part, in their order; an empty part says so in brackets. */
function labelsOf(parts: StoryParts): string {
  const state = stateOf(parts, [partLabels])
  const set = partLabels.props.decorations!.call(partLabels, state) as DecorationSet
  return set
    .find()
    .filter(one => !('class' in attrsOf(one)) || attrsOf(one)['class'] !== 'here')
    .toSorted((a, b) => a.from - b.from)
    .map(one => {
      const { 'data-part': name = '–', class: look = '' } = attrsOf(one)
      return look.includes('empty') ? `(${name})` : name
    })
    .join(' ')
}

const attrsOf = (decoration: unknown) =>
  (decoration as { type: { attrs: Readonly<Record<string, string>> } }).type.attrs

const body = (count: number) => Array.from({ length: count }, (_one, at) => p(`第${at}段`))

it.each<[string, StoryParts, string]>([
  ['what is always there, empty', story({}), '(引题) (主题) (副题) (正文) (署名)'],
  [
    'the body once, however long it is',
    story({ headline: '题|', blocks: body(80) }),
    '(引题) 主题 (副题) 正文 (署名)',
  ],
  [
    'an empty paragraph for its words alone',
    story({ headline: '题|', blocks: [p('一'), p('')] }),
    '(引题) 主题 (副题) 正文 (–) (署名)',
  ],
  [
    'crossheads each, lines of one kind once',
    story({
      headline: '题|',
      blocks: [p('一'), crosshead('甲'), p('二'), crosshead('乙'), related('丙'), related('丁')],
    }),
    '(引题) 主题 (副题) 正文 小标题 小标题 (署名) 相关链接 –',
  ],
  [
    'a summary',
    story({ headline: '题|', blocks: [summary('一'), p('二')] }),
    '(引题) 主题 (副题) 提要 正文 (署名)',
  ],
  [
    '编者按 above the body',
    story({ headline: '题|', blocks: [note('一'), p('二')] }),
    '(引题) 主题 (副题) 编者按 正文 (署名)',
  ],
  [
    '编后 below it',
    story({ headline: '题|', blocks: [p('一'), note('二')] }),
    '(引题) 主题 (副题) 正文 编后 (署名)',
  ],
  [
    'a photo’s words',
    story({ headline: '题|', blocks: [p('一'), photo('图', '')] }),
    '(引题) 主题 (副题) 正文 图片 · 图说 (摄影署名) (署名)',
  ],
])('%s', (_name, parts, expected) => {
  expect(labelsOf({ ...emptyParts, ...parts })).toBe(expected)
})
