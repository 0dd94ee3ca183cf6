import { expect, it } from 'vitest'
import { emptyParts } from '../../../shared/story/parts'
import { crosshead, fixtureStory, paragraph, photoBlock } from './handed-page.testing'
import { plainText } from './plain-text'

const cases = [
  ['an empty story', {}, ['【正文】']],
  [
    'heads in their order',
    { kicker: '引', headline: '主', deck: '副' },
    ['【引题】引', '【主题】主', '【副题】副', '【正文】'],
  ],
  [
    'dateline and byline',
    { dateline: '本报讯', blocks: [paragraph('雪。')], byline: '（甲）' },
    ['【正文】', '　　本报讯　雪。', '【署名】（甲）'],
  ],
  [
    'a crosshead does not take the dateline',
    { dateline: '本报讯', blocks: [crosshead('一'), paragraph('雪。')] },
    ['【正文】', '【小标题】一', '　　本报讯　雪。'],
  ],
  [
    'a dateline without a paragraph',
    { dateline: '本报讯', blocks: [crosshead('一')] },
    ['【正文】', '【小标题】一', '　　本报讯'],
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
      '【正文】',
      '【提要】提。',
      '　　本报讯　雪。',
      '【编者按】编后：好。',
      '【署名】（甲）',
      '【相关链接】相关链接',
    ],
  ],
  [
    'a part is one line',
    { headline: '主\n题', blocks: [paragraph('雪\r\n落。')] },
    ['【主题】主 题', '【正文】', '　　雪 落。'],
  ],
  [
    'captions with credits and files, after the byline',
    { blocks: [photoBlock('闸门。', '乙 摄'), paragraph('雪。'), photoBlock('', '')], byline: '（甲）' },
    [
      '【正文】',
      '　　雪。',
      '【署名】（甲）',
      '【图1】闸门。　乙 摄　〔01_图1_乙.jpg〕',
      '【图2】（缺图说）　〔未附图片〕',
    ],
  ],
] as const

it.each(cases)('%s', (_, parts, lines) => {
  const story = fixtureStory({ parts: { ...emptyParts, ...parts } })
  const wanted = ['【稿号】1042', ...lines].map(line => `${line}\r\n`).join('')
  expect(plainText(story, ['01_图1_乙.jpg'])).toBe(wanted)
})
