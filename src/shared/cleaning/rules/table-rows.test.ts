import { expect, it } from 'vitest'
import { body, cleaned, more, p, told, word } from '../drafts.testing'

it('makes a row of short cells one paragraph', () => {
  const cell = (value: string, column: number) => p(value, { cell: { table: 0, row: 0, column } })
  const draft = word(p(body), cell('青禾镇', 0), cell('3万吨', 1), p(more))
  expect(told(cleaned(draft).parts)).toContain('正:青禾镇　3万吨')
  const layout = word(p('秋粮收购忙', { style: 'title' }), cell(body, 0), cell(more, 0))
  expect(told(cleaned(layout).parts)).toContain(`正:${body}`)
})
