import { describe, expect, it, test } from 'vitest'
import { body, more, partsOfText } from '../drafts.testing'

describe('notes', () => {
  test.each([
    '责任编辑：王倩茹',
    '编辑：王倩茹 审核：李小满',
    '编辑/王倩茹　校对/李小满',
    '编辑 王倩茹 审核 李小满',
    '来源：云岭发布',
    '【来源】云岭发布',
    '版权声明：转载请注明出处',
    '点击阅读原文',
    '阅读原文',
    '点击上方蓝字关注我们',
    '长按识别二维码关注',
    '▼▼▼',
    '—— END ——',
    '（完）',
    '分享 收藏 点赞 在看',
    '图片',
    '往期回顾',
  ])('%s goes from below the text', note => {
    expect(partsOfText(body, more, note)).toEqual([`正:${body}`, `正:${more}`])
  })

  test.each([
    '来源：云岭发布',
    '2026-11-20 18:30',
    '原创 王倩茹 云岭发布',
    '云岭发布 2026-11-20 18:30 山西',
    '发布时间：2026-11-20',
  ])('%s goes from above the text', note =>
    expect(partsOfText('秋粮收购忙', note, body)).toEqual(['主:秋粮收购忙', `正:${body}`]),
  )

  test.each([
    '来源于生活，高于生活。',
    '编辑部的灯亮着',
    '记者：这项工作难在哪里？',
    '联系电话：0354-5222222',
    '点击率超过了去年同期。',
  ])('%s stays inside the text', line => expect(partsOfText(body, line, more)).toContain(`正:${line}`))

  it('takes the titles under 往期回顾 with it', () => {
    expect(partsOfText(body, '往期回顾', '青禾镇：小菜园大民生', '云岭新增两条公交线')).toEqual([
      `正:${body}`,
    ])
  })
})
