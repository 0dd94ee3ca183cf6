import { describe, expect, it, test } from 'vitest'
import { body, cleaned, more, p, partsOfText, text, told, word } from '../drafts.testing'

describe('broken lines', () => {
  it('joins what a PDF broke, by indents', () => {
    expect(
      partsOfText(
        '　　入冬以来，云岭县各乡镇抢抓农时，',
        '组织农户收割晾晒，延长粮食收购时间。',
        '县里增设收购点十二个，方便农户就近卖',
        '粮。',
        '　　下一步，县里还将加强仓储管理，确保',
        '颗粒归仓，让农户的日子越过越红火。',
      ),
    ).toEqual([
      '正:入冬以来，云岭县各乡镇抢抓农时，组织农户收割晾晒，延长粮食收购时间。县里增设收购点十二个，方便农户就近卖粮。',
      '正:下一步，县里还将加强仓储管理，确保颗粒归仓，让农户的日子越过越红火。',
    ])
  })

  it('joins without indents where a sentence goes on, and keeps Latin words apart', () => {
    expect(
      partsOfText(
        '入冬以来，云岭县各乡镇抢抓农时组织收割',
        '晾晒，延长粮食收购时间。县里用 Office',
        'Online 登记农户信息，每天一次汇总上报给',
        '县粮食部门，方便统一安排。',
      ).join(''),
    ).toBe(
      '正:入冬以来，云岭县各乡镇抢抓农时组织收割晾晒，延长粮食收购时间。县里用Office Online登记农户信息，每天一次汇总上报给县粮食部门，方便统一安排。',
    )
  })

  it('parts paragraphs at soft returns that broke no line', () => {
    expect(told(cleaned(word(p('秋粮收购忙', { style: 'title' }), p(`${body}\n${more}`))).parts)).toEqual([
      '主:秋粮收购忙',
      `正:${body}`,
      `正:${more}`,
    ])
  })

  test.each([
    [['一、抓学习强化理论武装头脑', '二、抓作风强化责任担当意识', '三、抓落实强化工作执行能力']],
    [['锄禾日当午，', '汗滴禾下土。', '谁知盘中餐，', '粒粒皆辛苦。']],
    [['张三 李四 王五', '赵六 孙七 周八', '吴九 郑十 冯十一']],
  ])('leaves %j', lines => {
    expect(
      cleaned(text(body, ...lines, more)).changes.filter(change => change.kind === 'line-joined'),
    ).toEqual([])
  })
})
