import { describe, expect, it } from 'vitest'
import { asked, body, cleaned, more, text, told } from '../drafts.testing'

describe('what is asked', () => {
  it('replaces 我县 by what it is told', () => {
    const draft = text(`我县${body}`, `在我县，${more}`)
    expect(cleaned(draft).questions[0]).toMatchObject({ text: '“我县”出现 2 处，换成全名吗？', free: '换成' })
    expect(told(cleaned(draft).parts)[0]).toContain('我县')
    const { parts, changes } = cleaned(draft, { 'person:我县': 'to:青禾县' })
    expect(told(parts).join('')).not.toContain('我县')
    expect(changes.filter(change => change.kind === 'word-replaced')).toHaveLength(2)
  })

  it('asks what a point between Han is where the paragraph has full stops', () => {
    const draft = text(`卡尔.马克思说过。${body}`)
    const key = cleaned(draft).questions[0]?.key ?? ''
    expect(told(cleaned(draft).parts)[0]).toContain('卡尔.马克思')
    expect(told(cleaned(draft, { [key]: '·' }).parts)[0]).toContain('卡尔·马克思')
    expect(told(cleaned(draft, { [key]: '。' }).parts)[0]).toContain('卡尔。马克思')
  })

  it('tells of quotes that do not pair', () => {
    expect(asked(text(`他说："好的，${body}`))).toEqual(['quotes'])
  })
})
