import { describe, expect, it } from 'vitest'
import { readSignature, splitCredit, splitRunInSignature } from './signature'

describe('readSignature', () => {
  it.each([
    // line, writes, pictures
    ['（王倩茹）', true, false],
    ['（黄荞丹 覃可论）', true, false],
    ['（本报记者　刘岩松　通讯员　曾　强）', true, false],
    ['(王倩茹)', true, false],
    ['郭佳丽 摄影报道', true, true],
    ['司　伟　董自军摄影报道', true, true],
    ['邢永臣摄影报道', true, true],
    ['□王倩茹', true, false],
    ['◎ 王倩茹 史婉', true, false],
    ['文/王倩茹 图/史婉', true, true],
    ['本报记者 王倩茹', true, false],
    ['本报全媒体记者 王倩茹 通讯员 史婉 文/图', true, true],
    ['县委宣传部 王倩茹 供稿', true, false],
    ['王倩茹 史婉', true, false],
    ['史婉 摄', false, true],
    ['葛文静 摄', false, true],
    ['本报记者 史婉 摄', false, true],
    ['（史婉 摄）', false, true],
    ['县融媒体中心供图', false, true],
    ['本版图片均由本报记者史婉摄', false, true],
  ])('%s', (line, writes, pictures) => {
    expect(readSignature(line)).toEqual({ text: line, writes, pictures })
  })

  it.each([
    '（完）',
    '（节选）',
    '（组图）',
    '（下转第三版）',
    '（汉族）',
    '（2025年）',
    '安全生产月',
    '高考',
    '青禾县第三小学',
    '记者节快乐',
    '每日快讯 关注民生',
    '（县里统一安排，乡镇具体落实）',
    '王倩茹介绍了情况。',
    '方法',
    '摄',
  ])('%s is none', line => {
    expect(readSignature(line)).toBeNull()
  })
})

describe('splitRunInSignature', () => {
  it.each([
    ['屋里暖和了。（祁小雨 郝建平）', '屋里暖和了。', '（祁小雨 郝建平）'],
    ['屋里暖和了。”（祁小雨）', '屋里暖和了。”', '（祁小雨）'],
    ['屋里暖和了。（记者 祁小雨 通讯员 郝建平）', '屋里暖和了。', '（记者 祁小雨 通讯员 郝建平）'],
    ['屋里暖和了。□祁小雨', '屋里暖和了。', '□祁小雨'],
    ['屋里暖和了。 祁小雨 摄影报道', '屋里暖和了。', '祁小雨 摄影报道'],
  ])('%s', (paragraph, text, signature) => {
    expect(splitRunInSignature(paragraph)).toMatchObject({ text: expect.stringMatching(`^${text}\\s*$`) })
    expect(splitRunInSignature(paragraph)?.signature.text).toBe(signature)
  })

  it.each([
    '屋里暖和了。（附图）',
    '屋里暖和了（见图）。',
    '屋里暖和了。（完）',
    '屋里暖和了。（据县气象台消息）',
    '他叫王强（化名）。',
  ])('%s is none', paragraph => {
    expect(splitRunInSignature(paragraph)).toBeNull()
  })
})

describe('splitCredit', () => {
  it.each([
    ['菜农采摘西红柿。 史婉 摄', '菜农采摘西红柿。', '史婉 摄'],
    ['菜农采摘西红柿。史婉摄', '菜农采摘西红柿。', '史婉摄'],
    ['菜农采摘西红柿。（史婉 摄）', '菜农采摘西红柿。', '（史婉 摄）'],
    ['菜农采摘西红柿。 本报记者 史婉 摄', '菜农采摘西红柿。', '本报记者 史婉 摄'],
    ['菜农采摘西红柿 史婉 摄', '菜农采摘西红柿', '史婉 摄'],
    ['菜农采摘西红柿 本报记者 史婉 摄', '菜农采摘西红柿', '本报记者 史婉 摄'],
    ['菜农采摘西红柿。 县融媒体中心供图', '菜农采摘西红柿。', '县融媒体中心供图'],
    ['菜农采摘西红柿。　王　芳　李小满摄', '菜农采摘西红柿。', '王　芳　李小满摄'],
  ])('%s', (line, caption, credit) => {
    expect(splitCredit(line)).toEqual({ caption, credit })
  })

  it.each(['史婉 摄', '镜头摄', '他把这一幕拍摄下来。', '展出图片200幅。希望大家喜欢这些图'])(
    '%s is none',
    line => {
      expect(splitCredit(line)).toBeNull()
    },
  )
})
