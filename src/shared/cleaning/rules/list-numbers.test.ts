import { expect, it } from 'vitest'
import { asked, body, cleaned, p, told, word } from '../drafts.testing'

it('asks whether automatic numbers are wanted', () => {
  const draft = word(
    p(body),
    p('增设收购点十二个。', { numbered: true }),
    p('延长收购时间。', { numbered: true }),
  )
  expect(asked(draft)).toEqual(['numbers'])
  expect(told(cleaned(draft).parts)).toContain('正:增设收购点十二个。')
  expect(told(cleaned(draft, { numbers: 'han' }).parts)).toContain('正:二、延长收购时间。')
  expect(told(cleaned(draft, { numbers: 'arabic' }).parts)).toContain('正:1.增设收购点十二个。')
})
