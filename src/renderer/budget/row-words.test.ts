import { expect, test } from 'vitest'
import { contextFixture, rowWith } from './rows.testing'
import { authorOf, makersOf, ofPlanned, pageNameIn, photoFaults, placeOf, quoted, titleOf } from './row-words'

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

test.each([
  [648, 600, '648/600'],
  [1518, 1100, '1,518/1,100'],
  [372, null, '372'],
] as const)('length %d of %s', (actual, planned, words) => {
  expect(ofPlanned(actual, planned)).toBe(words)
})

test.each([
  [{ photosWithoutCaption: 1, photosWithoutCredit: 2 }, ['缺图说', '缺署名']],
  [{ photosWithoutCredit: 1 }, ['缺署名']],
  [{ photos: 3 }, []],
])('photo faults of %j', (fields, faults) => {
  expect(photoFaults(rowWith(fields))).toEqual(faults)
})

test.each([
  [{ editionId: 'today', page: 1 }, '11月24日 一版'],
  [{ editionId: 'today', page: null }, '11月24日'],
  [{ editionId: null, page: 12 }, '十二版'],
  [{ editionId: null, page: null }, ''],
])('place of %j', (fields, place) => {
  expect(placeOf(fields, contextFixture.editions)).toBe(place)
})

test.each([
  ['today', 1, '一版 · 要闻'],
  ['today', 4, '四版'],
  ['today', 9, '九版'],
  ['gone', 1, '一版'],
  ['today', null, '未定版'],
])('page name in %s of %s', (edition, page, name) => {
  expect(pageNameIn(contextFixture.editions.get(edition), page)).toBe(name)
})

test('a quoted title quotes one level down', () => {
  expect(quoted('“小板凳”搬来大道理')).toBe('“‘小板凳’搬来大道理”')
})
