import { describe, expect, it } from 'vitest'
import { documentOf } from '../story/parts'
import { positionOf, type TextPlace } from './text-place'

const doc = documentOf({
  kicker: '引题',
  headline: '主题在此',
  deck: '',
  dateline: '本报讯',
  blocks: [
    { kind: 'paragraph', text: '甲乙丙丁' },
    { kind: 'photo', image: null, width: 0, height: 0, caption: '图说', credit: '江南 摄' },
    { kind: 'crosshead', text: '小标题' },
    { kind: 'paragraph', text: '戊己庚辛' },
  ],
  byline: '（张三）',
})
const place = (part: TextPlace['part'], block: number | null, offset: number): TextPlace => ({
  part,
  block,
  offset,
})

describe('a place in the text', () => {
  it.each<[string, TextPlace, string]>([
    ['in the headline', place('headline', null, 2), '主题|在此'],
    ['in the kicker', place('kicker', null, 1), '引|题'],
    ['in an empty deck', place('deck', null, 5), '|'],
    ['after the dateline', place('body', 0, 0), '本报讯|甲乙丙丁'],
    ['in the first paragraph', place('body', 0, 3), '本报讯甲乙丙|丁'],
    ['at the dateline’s start', place('body', 0, -4), '|本报讯甲乙丙丁'],
    ['in the dateline', place('body', 0, -2), '本报|讯甲乙丙丁'],
    ['in the dateline’s space', place('body', 0, -1), '本报讯|甲乙丙丁'],
    ['in the dateline by its name', place('dateline', null, 2), '本报|讯甲乙丙丁'],
    ['beyond the dateline', place('dateline', null, 9), '本报讯|甲乙丙丁'],
    ['in a paragraph by its kind', place('paragraph', 3, 1), '戊|己庚辛'],
    ['in a crosshead', place('body', 2, 1), '小|标题'],
    ['in a later paragraph', place('body', 3, 2), '戊己|庚辛'],
    ['beyond the end', place('body', 3, 99), '戊己庚辛|'],
    ['in a caption', place('caption', 1, 1), '图|说'],
    ['in a credit', place('credit', 1, 2), '江南| 摄'],
    ['in the byline', place('byline', null, 3), '（张三|）'],
  ])('%s', (_, at, expected) => {
    const position = positionOf(doc, at)
    const resolved = doc.resolve(position ?? 0)
    const { textContent } = resolved.parent
    const offset = resolved.parentOffset
    expect(`${textContent.slice(0, offset)}|${textContent.slice(offset)}`).toBe(expected)
  })

  it.each([place('body', 9, 0), place('caption', 0, 0)])('is nowhere in a block that is gone: %j', at => {
    expect(positionOf(doc, at)).toBe(null)
  })
})
