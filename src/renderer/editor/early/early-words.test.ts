import { describe, expect, it } from 'vitest'
import { EarlyWords, wordsOfPieces, type EarlyPiece, type PastedData } from './early-words'

const pasted = (text: string): PastedData => ({ texts: [['text/plain', text]], files: [] })
const told = (pieces: readonly EarlyPiece[]) =>
  pieces.map(piece => (piece.kind === 'typed' ? piece.text : `[${wordsOfPieces([piece])}]`))

describe('what is written before a story stands', () => {
  const [one, two] = [pasted('第一段\n第二段'), pasted('又一段')]

  it.each<[string, (early: EarlyWords) => string, string[]]>([
    ['nothing', () => '', []],
    ['what is typed, with its line ends and tabs', () => '冬灌\n开闸\t水', ['冬灌\n开闸\t水']],
    [
      'what is pasted between what is typed',
      early => `前${early.signFor(one)}后`,
      ['前', '[第一段\n第二段]', '后'],
    ],
    [
      'what is pasted in another order than it came',
      early => {
        const [first, second] = [early.signFor(one), early.signFor(two)]
        return `${second}和${first}`
      },
      ['[又一段]', '和', '[第一段\n第二段]'],
    ],
    [
      'what was taken out again is not there',
      early => {
        early.signFor(one)
        return '只剩字'
      },
      ['只剩字'],
    ],
    ['signs beyond the plane are one', () => '𠮷𠮷', ['𠮷𠮷']],
  ])('%s', (_, write, pieces) => {
    const early = new EarlyWords()
    const field = { value: '' }
    early.writeIn(field)
    field.value = write(early)
    expect(told(early.take())).toEqual(pieces)
    expect(field.value).toBe('')
    expect(early.take()).toEqual([])
  })

  it('is whoever’s takes it, once', () => {
    const early = new EarlyWords()
    const field = { value: '' }
    const leave = early.writeIn(field)
    field.value = '字'
    expect(early.isEmpty).toBe(false)
    expect(told(leave())).toEqual(['字'])
    expect(early.isEmpty).toBe(true)
    expect(early.take()).toEqual([])
  })
})

it('the words of pieces are what was typed and the plain text of what was pasted', () => {
  const early = new EarlyWords()
  const field = { value: '' }
  early.writeIn(field)
  field.value = `前${early.signFor(pasted('中'))}后`
  expect(wordsOfPieces(early.take())).toBe('前中后')
})
