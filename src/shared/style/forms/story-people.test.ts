import { expect, test } from 'vitest'
import { emptyParts, type StoryBlock, type StoryParts } from '../../story/parts'
import { peopleInDateline, peopleOf, photographersIn, writersIn } from './story-people'

const p = (text: string): StoryBlock => ({ kind: 'paragraph', text })
const photo = (credit: string): StoryBlock => ({
  kind: 'photo',
  image: null,
  width: 0,
  height: 0,
  caption: '图说',
  credit,
})

test.each([
  ['本报讯（记者 张三 通讯员 李四）', '张三（记者）、李四（通讯员）'],
  ['本报讯（罗勇 记者 江潇）', '罗勇、江潇（记者）'],
  ['本报讯（记者 裴庆力 实习生 张乐 报道）', '裴庆力（记者）、张乐（实习生）'],
  ['新华社北京11月3日电（记者 宋远山）', '宋远山（记者）'],
  ['本报讯 记者张三报道：', '张三（记者）'],
  ['本报讯', ''],
  ['本报综合消息', ''],
  ['新华社北京11月3日电', ''],
  ['本报讯（综合）', ''],
])('%s names %s', (dateline, people) => {
  expect(writersIn(peopleInDateline(dateline))).toBe(people)
})

test.each<[string, Partial<StoryParts>, string, string]>([
  ['a story without names', { blocks: [p('水。')] }, '', ''],
  ['the byline', { byline: '（黄荞丹 覃可论）' }, '黄荞丹、覃可论', ''],
  ['the byline run in', { blocks: [p('水。'), p('屋里暖和了。（祁小雨 郝建平）')] }, '祁小雨、郝建平', ''],
  ['a note in brackets is no name', { blocks: [p('屋里暖和了。（附图）')] }, '', ''],
  [
    'a line of its own before one run in',
    { byline: '（江南）', blocks: [p('暖和了。（祁小雨）')] },
    '江南',
    '',
  ],
  ['摄影报道 is both', { byline: '郭佳丽 摄影报道' }, '郭佳丽', '郭佳丽'],
  [
    'credits',
    { byline: '（张三）', blocks: [p('水。'), photo('史婉 摄'), photo('本报记者 江南 摄')] },
    '张三',
    '史婉、江南（记者）',
  ],
  ['供图 by an organisation', { blocks: [photo('县融媒体中心 供图')] }, '', '县融媒体中心'],
  ['a credit that names nobody', { blocks: [photo('资料图片')] }, '', ''],
  [
    'each once, with the post that any of the places gives',
    { dateline: '本报讯（记者 张三）', byline: '（张三）', blocks: [photo('张三 摄')] },
    '张三（记者）',
    '张三（记者）',
  ],
])('%s', (_name, parts, writers, photographers) => {
  const people = peopleOf({ ...emptyParts, ...parts })
  expect(writersIn(people)).toBe(writers)
  expect(photographersIn(people)).toBe(photographers)
})
