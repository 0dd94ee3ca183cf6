import { describe, expect, it, test } from 'vitest'
import { asked, body, cleaned, more, p, partsOfText, text, told, word } from '../drafts.testing'

describe('the headline', () => {
  test.each([
    [
      ['云岭县秋粮收购进展顺利', body],
      ['主:云岭县秋粮收购进展顺利', `正:${body}`],
    ],
    [
      ['云岭县秋粮收购进展顺利。', body],
      ['主:云岭县秋粮收购进展顺利', `正:${body}`],
    ],
    [
      ['标题：秋粮收购进展顺利', body],
      ['主:秋粮收购进展顺利', `正:${body}`],
    ],
    [
      ['引题：颗粒归仓', '主题：秋粮收购忙', '副题：云岭见闻', body],
      ['引:颗粒归仓', '主:秋粮收购忙', '副:云岭见闻', `正:${body}`],
    ],
    [
      ['秋粮收购忙', '——青禾镇见闻', body],
      ['主:秋粮收购忙', '副:——青禾镇见闻', `正:${body}`],
    ],
    [
      ['秋粮收购忙', '--青禾镇见闻', body],
      ['主:秋粮收购忙', '副:——青禾镇见闻', `正:${body}`],
    ],
    [
      ['秋粮收购忙', '——青禾镇见闻。', body],
      ['主:秋粮收购忙', '副:——青禾镇见闻', `正:${body}`],
    ],
    [
      ['秋粮收购忙', '', '本报讯 今年丰收。'],
      ['主:秋粮收购忙', '电:本报讯', '正:今年丰收。'],
    ],
    // No headline
    [
      [body, more],
      [`正:${body}`, `正:${more}`],
    ],
    [
      ['今天我们去看了收购点，', body],
      ['正:今天我们去看了收购点，', `正:${body}`],
    ],
    [['秋粮收购忙'], ['正:秋粮收购忙']],
    [
      ['一、秋粮收购', body],
      ['正:一、秋粮收购', `正:${body}`],
    ],
  ])('%j', (lines, parts) => expect(partsOfText(...lines)).toEqual(parts))

  it('takes the program’s own style, and the largest type', () => {
    expect(
      told(cleaned(word(p('颗粒归仓'), p('秋粮收购忙', { style: 'title' }), p('云岭见闻'), p(body))).parts),
    ).toEqual(['引:颗粒归仓', '主:秋粮收购忙', '副:云岭见闻', `正:${body}`])
    expect(
      told(
        cleaned(word(p('颗粒归仓', { size: 16 }), p('秋粮收购忙', { size: 22 }), p(body, { size: 12 })))
          .parts,
      ),
    ).toEqual(['引:颗粒归仓', '主:秋粮收购忙', `正:${body}`])
    expect(told(cleaned(word(p('秋粮收购忙\n仓廪实民心安', { style: 'title' }), p(body))).parts)[0]).toBe(
      '主:秋粮收购忙 仓廪实民心安',
    )
  })

  it('asks which of two it is, and does nothing until it is told', () => {
    const draft = text('颗粒归仓迎丰年', '秋粮收购忙', body)
    expect(asked(draft)).toEqual(['titles'])
    expect(told(cleaned(draft).parts)).toEqual(['正:颗粒归仓迎丰年', '正:秋粮收购忙', `正:${body}`])
    expect(told(cleaned(draft, { titles: '1' }).parts)).toEqual([
      '引:颗粒归仓迎丰年',
      '主:秋粮收购忙',
      `正:${body}`,
    ])
    expect(told(cleaned(draft, { titles: '0' }).parts)).toEqual([
      '主:颗粒归仓迎丰年',
      '副:秋粮收购忙',
      `正:${body}`,
    ])
    expect(told(cleaned(draft, { titles: 'none' }).parts)[0]).toBe('正:颗粒归仓迎丰年')
  })

  it('asks about one that is too long, and parts it where it can', () => {
    const draft = text('云岭县多措并举推进秋粮收购工作 确保颗粒归仓农民增收', body)
    const [question] = cleaned(draft).questions
    expect(question?.text).toBe('主题 25 字，超过 22 字。')
    expect(question?.choices.map(choice => choice.value)).toEqual(['keep', 'deck', 'kicker'])
    expect(cleaned(draft).parts.deck).toBe('')
    expect(told(cleaned(draft, { 'headline-length': 'deck' }).parts).slice(0, 2)).toEqual([
      '主:云岭县多措并举推进秋粮收购工作',
      '副:确保颗粒归仓农民增收',
    ])
    expect(told(cleaned(draft, { 'headline-length': 'kicker' }).parts).slice(0, 2)).toEqual([
      '引:云岭县多措并举推进秋粮收购工作',
      '主:确保颗粒归仓农民增收',
    ])
  })
})
