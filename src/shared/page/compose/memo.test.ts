import { expect, test } from 'vitest'
import { Memo } from './memo'

const sameLength = (a: string, b: string) => a.length === b.length
const upper = (text: string) => (last?: string) => (last === undefined ? '' : `${last}>`) + text.toUpperCase()

test('a value is kept while what it is made from is the same, and made upon the last where it is not', () => {
  const memo = new Memo<string, string>(sameLength)
  const of = (from: string) => memo.of('k', from, upper(from))
  expect(['ab', 'cd', 'efg', 'hi'].map(of)).toEqual(['AB', 'AB', 'AB>EFG', 'AB>EFG>HI'])
})

test('each key has its own, and what nobody asks for is forgotten', () => {
  const memo = new Memo<string, string>(sameLength)
  const of = (key: string, from: string) => memo.of(key, from, upper(from))
  expect([of('a', 'x'), of('b', 'yy')]).toEqual(['X', 'YY'])
  memo.sweep()
  expect(of('a', 'z')).toBe('X')
  memo.sweep()
  expect([of('a', 'z'), of('b', 'zz')]).toEqual(['X', 'ZZ'])
})

test('one that goes on from another leaves that as it is', () => {
  const memo = new Memo<string, string>(sameLength)
  memo.of('a', 'x', upper('x'))
  const other = new Memo<string, string>(sameLength, memo)
  expect(other.of('a', 'yy', upper('yy'))).toBe('X>YY')
  other.sweep()
  expect(memo.of('a', 'z', upper('z'))).toBe('X')
})
