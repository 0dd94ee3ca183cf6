import { expect, it } from 'vitest'
import { asked, body, cleaned, more, p, told, word } from '../drafts.testing'

it('takes headings and bold lines inside the text, and asks about others', () => {
  const draft = word(
    p(body),
    p('抓早抓实', { bold: true }),
    p(more),
    p('精心组织', { style: 'heading' }),
    p(body),
  )
  expect(told(cleaned(draft).parts).filter(line => line.startsWith('小'))).toEqual([
    '小:抓早抓实',
    '小:精心组织',
  ])
  expect(asked(word(p(body), p('抓早抓实'), p(more)))).toEqual(['crosshead'])
  expect(asked(word(p(body), p('甲组：五户'), p('乙组：六户'), p(more)))).toEqual([])
})
