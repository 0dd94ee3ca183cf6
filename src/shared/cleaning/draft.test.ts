import { expect, test } from 'vitest'
import { emptyParts, type StoryBlock, type StoryParts } from '../story/parts'
import { draftOfParts } from './draft'
import { body, cleaned, partsOfText, text } from './drafts.testing'

test('a story’s own parts stay its parts', () => {
  const { parts } = cleaned(text('秋粮收购忙', `本报讯（记者 张三）${body}`, '（王倩茹）'))
  expect(cleaned(draftOfParts(parts)).parts).toEqual(parts)
})

const p: StoryBlock = { kind: 'paragraph', text: body }
const photo = { kind: 'photo', width: 800, height: 600, caption: '晒粮。', credit: '史婉 摄' } as const

test.each<[string, Partial<StoryParts>]>([
  ['引题', { kicker: '颗粒归仓', blocks: [p] }],
  ['主题', { headline: '秋粮收购忙', blocks: [p] }],
  ['副题', { deck: '——青禾镇见闻', blocks: [p] }],
  ['电头', { dateline: '本报讯（记者 张三）', blocks: [p] }],
  ['小标题', { blocks: [p, { kind: 'crosshead', text: '抓早抓实' }, p] }],
  ['提要', { blocks: [{ kind: 'summary', text: '今年冬灌提前五天。' }, p] }],
  ['编者按', { blocks: [{ kind: 'editorNote', text: '编者按：冬灌关系来年收成。' }, p] }],
  ['编后', { blocks: [p, { kind: 'editorNote', text: '水要用在刀刃上。' }] }],
  ['图片', { blocks: [p, { ...photo, image: 'a'.repeat(64) }, p] }],
  ['a photo that is announced', { blocks: [p, { ...photo, image: null, width: 0, height: 0 }] }],
  ['署名', { blocks: [p], byline: '（王倩茹）' }],
  ['相关链接', { blocks: [p, { kind: 'related', text: '什么是冬灌' }], byline: '（王倩茹）' }],
])('%s stays what it is, with nothing found or changed', (_, some) => {
  const parts = { ...emptyParts, ...some }
  const again = cleaned(draftOfParts(parts))
  expect(again.parts).toEqual(parts)
  expect(again.changes).toEqual([])
})

test('what a draft says is a 提要, 编者按 or 相关链接 is one again after it was a story', () => {
  const lines = ['秋粮收购忙', '提要：今年提前五天。', '编者按：关系来年收成。', body, '相关链接：什么是冬灌']
  const { parts } = cleaned(text(...lines))
  expect(partsOfText(...lines).map(part => part[0])).toEqual([...'主要按正链'])
  expect(cleaned(draftOfParts(parts)).parts).toEqual(parts)
})
