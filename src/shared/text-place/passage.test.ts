import { describe, expect, test } from 'vitest'
import { documentOf, emptyParts } from '../story/parts'
import { passageRange, type Passage } from './passage'

const first = '今年冬灌比去年提前五天，各镇都做了准备。'
const second = '水利局说，闸门已经检修完毕。'
const docOf = (...texts: string[]) =>
  documentOf({
    ...emptyParts,
    headline: '冬灌开闸',
    dateline: '本报讯（记者 张三）',
    blocks: texts.map(text => ({ kind: 'paragraph' as const, text })),
  })
const passage = (block: number, of: string, text: string): Passage => {
  const start = of.indexOf(text)
  return { block, start, end: start + text.length, text }
}

describe('a passage', () => {
  test.each([
    ['after the dateline', 0, first, '各镇都做了准备'],
    ['of another paragraph', 1, second, '水利局说，'],
    ['at a paragraph’s end', 1, second, '毕。'],
  ])('%s is found where it was', (_, block, of, text) => {
    const doc = docOf(first, second)
    const range = passageRange(doc, passage(block, of, text))
    expect(range && doc.textBetween(range.from, range.to)).toBe(text)
  })

  test.each([
    ['moved in its paragraph, long', `据了解，${first}`, '各镇都做了准备', '各镇都做了准备'],
    ['moved in its paragraph, short', `据了解，${first}`, '各镇', null],
    ['written otherwise', first.replace('各镇', '各乡'), '各镇都做了准备', null],
    ['there twice', `各镇都做了准备，${first}`, '各镇都做了准备', null],
  ])('%s', (_, now, text, expected) => {
    const doc = docOf(now, second)
    const range = passageRange(doc, passage(0, first, text))
    expect(range && doc.textBetween(range.from, range.to)).toBe(expected)
  })

  test('of a paragraph that is no more is not found', () => {
    expect(passageRange(docOf(first), passage(3, second, '闸门'))).toBe(null)
  })
})
