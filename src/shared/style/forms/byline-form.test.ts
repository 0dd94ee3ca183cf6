import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { houseByline, readByline } from './byline-form'
import { bylines } from './bylines.testing'
import { writersIn } from './story-people'

describe('a byline', () => {
  test.each(bylines)('%s → %s', (written, form, writers) => {
    expect(houseByline(written)).toBe(form)
    expect(writersIn(readByline(written)?.people ?? [])).toBe(writers)
  })

  const word = fc.constantFrom(
    ...'王倩茹 李四 曾　强 江南 小草 记者 本报记者 通讯员 作者： 文/ 图/ 摄 摄影报道 供稿 文/图 县融媒体中心 □ （ ） ( ) 、 ： 完'.split(
      ' ',
    ),
  )
  const line = fc.array(fc.tuple(word, fc.constantFrom('', ' ', '　')), { maxLength: 7 })

  test('in the house’s form it is in that form, and names the same people', () => {
    fc.assert(
      fc.property(line, words => {
        const written = words.flat().join('')
        const form = houseByline(written)
        expect(houseByline(form)).toBe(form)
        expect(readByline(form)?.people).toEqual(readByline(written)?.people)
      }),
      { numRuns: 1000 },
    )
  })
})
