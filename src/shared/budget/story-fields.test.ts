import { describe, expect, test } from 'vitest'
import { countAsWord, countCharacters, fieldsOf } from './story-fields'
import { emptyParts } from '../story/parts'

describe('字数', () => {
  test.each([
    // text, as the newsroom counts, as Word counts
    ['', 0, 0],
    ['渠水进田。', 5, 5],
    ['渠水 进田。', 5, 5],
    ['本报讯（记者　张三）', 9, 9],
    ['2026年', 5, 2],
    ['今年冬灌比去年提前5天。', 12, 12],
    ['用水3.5万立方米，增长12%。', 16, 12],
    ['“好”', 3, 3],
    ['等等……', 4, 4],
    ['他说——好', 5, 5],
    ['WPS Office 2026', 13, 3],
    ['5G+智慧农业', 7, 5],
    ['阿卜杜拉·买买提', 8, 8],
    ['𠮷野家', 3, 3],
  ])('%s', (text, newsroom, word) => {
    expect(countCharacters(text)).toBe(newsroom)
    expect(countAsWord(text)).toBe(word)
  })

  test('summary, note and links count; captions do not', () => {
    const fields = fieldsOf(
      {
        ...emptyParts,
        headline: '冬灌开闸',
        dateline: '本报讯',
        blocks: [
          { kind: 'summary', text: '提要一' },
          { kind: 'paragraph', text: '水。' },
          { kind: 'photo', image: null, width: 0, height: 0, caption: '图说', credit: '史婉 摄' },
          { kind: 'editorNote', text: '编后：好。' },
          { kind: 'related', text: '相关链接' },
        ],
        byline: '（江南）',
      },
      7,
    )
    expect(fields.characters).toBe(3 + 3 + 2 + 5 + 4 + 4)
    expect(fields.people.map(person => person.name)).toEqual(['江南', '史婉'])
  })
})
