import { expect, it } from 'vitest'
import { emptyParts } from '../../shared/story/parts'
import { plainText } from './plain-text'

const photo = { kind: 'photo', image: null, width: 0, height: 0 } as const
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text })
const cases = [
  ['an empty story', {}, []],
  ['heads stand apart', { headline: '主题', deck: '副题' }, ['主题', '副题', '']],
  [
    'dateline and byline',
    { dateline: '本报讯', blocks: [paragraph('雪。')], byline: '（甲）' },
    ['　　本报讯　雪。', '　　（甲）'],
  ],
  [
    'a crosshead does not take the dateline',
    { dateline: '本报讯', blocks: [{ kind: 'crosshead' as const, text: '一' }, paragraph('雪。')] },
    ['　　一', '　　本报讯　雪。'],
  ],
  [
    'captions with credits',
    {
      blocks: [
        { ...photo, caption: '闸门。', credit: '乙 摄' },
        { ...photo, caption: '', credit: '' },
      ],
    },
    ['', '图片1：闸门。　乙 摄', '图片2：（缺图说）'],
  ],
] as const

it.each(cases)('%s', (_, parts, lines) => {
  expect(plainText({ ...emptyParts, ...parts })).toBe(lines.map(line => `${line}\r\n`).join(''))
})
