import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { diffChange, joinDiff, showBlanks, type DiffPiece } from './change-diff'

const told = (pieces: readonly DiffPiece[]) =>
  pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')

describe('diffChange', () => {
  test.each([
    ['组建 91个', '组建91个', '组建[ ]91个', '组建91个'],
    ['心中\n。', '心中。', '心中[\n]。', '心中。'],
    ['（郭佳丽)', '（郭佳丽）', '（郭佳丽[)]', '（郭佳丽[）]'],
    ['删去', '', '[删去]', ''],
    ['', '添上', '', '[添上]'],
    ['𠮷 祥', '𠮷祥', '𠮷[ ]祥', '𠮷祥'],
  ])('%j to %j', (before, after, left, right) => {
    const diff = diffChange(before, after)
    expect([told(diff.before), told(diff.after)]).toEqual([left, right])
  })

  it('keeps both texts whole', () => {
    const text = fc.string({ unit: fc.constantFrom('水', '田', ' ', '\n', '5'), maxLength: 40 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = diffChange(before, after)
        const whole = (pieces: readonly DiffPiece[]) => pieces.map(piece => piece.text).join('')
        expect([whole(diff.before), whole(diff.after)]).toEqual([before, after])
        const kept = (pieces: readonly DiffPiece[]) =>
          pieces.map(piece => (piece.changed ? '' : piece.text)).join('')
        expect(kept(diff.before)).toBe(kept(diff.after))
      }),
    )
  })

  it('joins both texts without losing a character of either', () => {
    const text = fc.string({ unit: fc.constantFrom('水', '田', ' ', '\n', '5'), maxLength: 40 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const joined = joinDiff(diffChange(before, after))
        const without = (kind: string) =>
          joined.map(stretch => (stretch.kind === kind ? '' : stretch.text)).join('')
        expect([without('in'), without('out')]).toEqual([before, after])
      }),
    )
  })

  test.each([
    ['组建 91个', '组建91个', '组建[- ]91个'],
    ['（郭佳丽)', '（郭佳丽）', '（郭佳丽[-)][+）]'],
    ['', '添上', '[+添上]'],
  ])('%j to %j in one line', (before, after, line) => {
    const marks = { kept: '', out: '-', in: '+' }
    const told = joinDiff(diffChange(before, after)).map(({ kind, text }) =>
      kind === 'kept' ? text : `[${marks[kind]}${text}]`,
    )
    expect(told.join('')).toBe(line)
  })

  it('does not grind on texts of a whole book', () => {
    const book = '水'.repeat(10_000)
    expect(diffChange(book, `${book}田`).after).toEqual([{ text: `${book}田`, changed: true }])
  })
})

test('blanks are shown', () => {
  expect(showBlanks('祁 县\u3000\n')).toBe('祁␣县□⏎')
})
