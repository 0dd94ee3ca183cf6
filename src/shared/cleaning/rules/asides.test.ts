import { describe, expect, it, test } from 'vitest'
import { clean } from '../clean'
import { body, cleaned, partsOfText, text, told } from '../drafts.testing'

describe('paragraphs of their own kind', () => {
  test.each([
    ['提要：今年冬灌提前五天。', '要:今年冬灌提前五天。'],
    ['核心提示: 今年冬灌提前五天。', '要:今年冬灌提前五天。'],
    ['编者按：冬灌关系来年收成。', '按:编者按：冬灌关系来年收成。'],
    ['【编者按】冬灌关系来年收成。', '按:【编者按】冬灌关系来年收成。'],
    ['编后：水要用在刀刃上。', '按:编后：水要用在刀刃上。'],
    ['相关链接：什么是冬灌', '链:相关链接：什么是冬灌'],
  ])('%s', (line, part) => {
    const parts = partsOfText('秋粮收购忙', line, `本报讯 ${body}`)
    expect(parts).toHaveLength(4)
    expect(parts[0]).toBe('主:秋粮收购忙')
    expect(parts).toContain(part)
    expect(parts).toContain('电:本报讯')
  })

  test.each(['提要求要讲究方法。', '编后记者回访。', '编者按照惯例。', '相关链接', '摘要'])(
    '%s is none',
    line => expect(partsOfText('秋粮收购忙', body, line).some(part => /^[要按链]:/u.test(part))).toBe(false),
  )

  it('stays text when it is taken back', () => {
    const draft = text('秋粮收购忙', '提要：今年冬灌提前五天。', body)
    const [change] = cleaned(draft).changes.filter(({ kind }) => kind === 'summary-found')
    const { parts } = clean(draft, { reverted: new Set([change!.key]) })
    expect(told(parts)).toContain('正:提要：今年冬灌提前五天。')
  })
})
