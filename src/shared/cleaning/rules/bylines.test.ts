import { describe, expect, it, test } from 'vitest'
import { asked, body, cleaned, partsOfText, text, told } from '../drafts.testing'

describe('the byline', () => {
  test.each([
    // Below the text
    [[body, '（王倩茹）'], '署:（王倩茹）'],
    [[body, '(王倩茹)'], '署:（王倩茹）'],
    [[body, '王倩茹'], '署:（王倩茹）'],
    [[body, '□王倩茹'], '署:（王倩茹）'],
    [[body, '作者：王倩茹'], '署:（王倩茹）'],
    [[body, '通讯员：王倩茹'], '署:（通讯员 王倩茹）'],
    [[body, '文|王倩茹'], '署:（王倩茹）'],
    [[body, '（本报记者　刘岩松　通讯员　曾　强）'], '署:（本报记者 刘岩松 通讯员 曾　强）'],
    [[body, '（黄荞丹、覃可论）'], '署:（黄荞丹 覃可论）'],
    [[body, '郭佳丽 摄影报道'], '署:郭佳丽 摄影报道'],
    [[body, '文/王倩茹 图/史婉'], '署:文/王倩茹 图/史婉'],
    [[body, '县委宣传部 王倩茹 供稿'], '署:县委宣传部 王倩茹 供稿'],
    // Run in, and above the text
    [[`${body}（王倩茹）`], '署:（王倩茹）'],
    [[`${body}(记者 王倩茹)`], '署:（记者 王倩茹）'],
    [['秋粮收购忙', '本报记者 王倩茹', body], '署:（本报记者 王倩茹）'],
    [['秋粮收购忙', '作者：王倩茹', body], '署:（王倩茹）'],
  ])('%j', (lines, byline) => expect(partsOfText(...lines).at(-1)).toBe(byline))

  test.each([
    [[`${body}（附图）`]],
    [[body, '（完）']],
    [[body, '（下转第三版）']],
    [[body, '安全生产月']],
    [[body, '“王倩茹说，今年的收成比去年好。”']],
  ])('%j has none', lines => expect(cleaned(text(...lines)).parts.byline).toBe(''))

  it('asks about an office with a date', () => {
    const draft = text(body, '云岭县气象台', '2026年11月20日')
    expect(asked(draft)).toEqual(['office'])
    const key = cleaned(draft).questions[0]?.key ?? ''
    expect(told(cleaned(draft).parts)).toHaveLength(3)
    expect(told(cleaned(draft, { [key]: 'byline' }).parts)).toEqual([`正:${body}`, '署:（云岭县气象台）'])
    expect(told(cleaned(draft, { [key]: 'remove' }).parts)).toEqual([`正:${body}`])
  })

  it('asks when the dateline names people too', () => {
    const draft = text(`本报讯（记者 张三）${body}`, '（李四）')
    expect(asked(draft)).toEqual(['bylines'])
    expect(cleaned(draft, { bylines: 'dateline' }).parts).toMatchObject({
      dateline: '本报讯（记者 张三）',
      byline: '',
    })
    expect(cleaned(draft, { bylines: 'byline' }).parts).toMatchObject({
      dateline: '本报讯',
      byline: '（李四）',
    })
  })
})
