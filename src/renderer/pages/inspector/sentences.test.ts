import { expect, test } from 'vitest'
import { sentencesOf } from './sentences'

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text })

test.each([
  ['标点收句', '水到地头，人在渠头。今年提前五天。', ['水到地头，人在渠头。', '今年提前五天。']],
  ['引号收句', '“以前爬六楼要歇三回。”他笑着说。', ['“以前爬六楼要歇三回。”', '他笑着说。'].slice(0, 1)],
  ['没有句号的段尾', '记者在现场看到三台机器', ['记者在现场看到三台机器']],
  ['太短的不要', '好的。行。', []],
  ['太长的不要', `${'长'.repeat(81)}。`, []],
  ['连着的叹号', '这是怎么回事？！大家都在问这件事。', ['这是怎么回事？！', '大家都在问这件事。']],
])('%s', (_, text, expected) => {
  expect(sentencesOf({ blocks: [paragraph(text)] })).toEqual(expected)
})

test('小标题和图说不算，重复的只算一次', () => {
  const blocks = [
    { kind: 'crosshead' as const, text: '水到地头，人在渠头。' },
    paragraph('渠水今天到了。渠水今天到了。'),
  ]
  expect(sentencesOf({ blocks })).toEqual(['渠水今天到了。'])
})
