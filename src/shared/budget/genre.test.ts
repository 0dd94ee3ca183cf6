import { expect, test } from 'vitest'
import { genreOf, type Genre, type GenreSigns } from './genre'

test.each<[string, Partial<GenreSigns>, Genre]>([
  ['a dateline', { dateline: '本报讯', characters: 600 }, '消息'],
  ['a dateline over a few words and a photo', { dateline: '本报讯', characters: 40, photos: 1 }, '消息'],
  ['a photo and 149 characters', { characters: 149, photos: 1 }, '图片新闻'],
  ['photos and no word', { photos: 3 }, '图片新闻'],
  ['a photo and 150 characters', { characters: 150, photos: 1 }, '通讯'],
  ['a few words without a photo', { characters: 40 }, '通讯'],
  ['a dateline of spaces', { dateline: '　', characters: 600 }, '通讯'],
])('%s', (_, signs, genre) => {
  expect(genreOf({ dateline: null, characters: 0, photos: 0, ...signs })).toBe(genre)
})
