import { expect, test } from 'vitest'
import { rowWith } from './rows.testing'
import { authorOf, makersOf, titleOf } from './story-names'

test.each([
  [{ headline: '冬灌开闸', slug: '冬灌' }, '冬灌开闸'],
  [{ headline: ' ', slug: '冬灌' }, '无题 · 冬灌'],
  [{ headline: '', slug: '' }, '无题'],
])('title of %j', (fields, title) => {
  expect(titleOf(fields)).toBe(title)
})

const named = (name: string, post: string) => ({
  name,
  post,
  isOrganisation: false,
  writes: true,
  pictures: false,
})

test.each([
  [{ author: '陆　远' }, '陆远'],
  [{ author: '', byline: '（王倩茹）' }, '王倩茹'],
  [{ author: '', byline: '郭佳丽　摄影报道' }, '郭佳丽摄影报道'],
  [{ author: '何青', byline: '（王倩茹）' }, '何青'],
  [
    {
      author: '',
      people: [
        named('张三', '记者'),
        named('李四', '通讯员'),
        { ...named('史婉', ''), writes: false, pictures: true },
      ],
    },
    '张三 李四',
  ],
  [{}, ''],
])('author of %j', (fields, author) => {
  expect(authorOf(rowWith(fields))).toBe(author)
})

test.each([
  [{}, ''],
  [{ people: [named('张三', '记者'), named('李四', '')] }, '张三（记者）、李四'],
  [
    { people: [named('张三', '记者'), { ...named('史婉', ''), writes: false, pictures: true }] },
    '张三（记者） · 摄影 史婉',
  ],
])('makers of %j', (fields, words) => {
  expect(makersOf(rowWith(fields))).toBe(words)
})
