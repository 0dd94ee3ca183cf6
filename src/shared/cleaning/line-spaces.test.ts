import { describe, expect, it } from 'vitest'
import {
  closeLetterSpaces,
  isLetterSpaced,
  jointOf,
  removeHeadlineSpaces,
  removeStraySpaces,
} from './line-spaces'

describe('closeLetterSpaces', () => {
  it.each([
    // line, parallels, closed
    ['春 种 秋 收 人 勤 地 沃', [], '春种秋收人勤地沃'],
    ['春 种 秋 收 人 勤 地 沃', ['岁岁平安 家家有余”为'], '春种秋收 人勤地沃'],
    ['春 种 秋 收 人 勤 地 沃', ['岁岁平安 家家'], '春种秋收人勤地沃'],
    ['“ 春 种 秋 收  人 勤 地 沃', [], '“ 春种秋收 人勤地沃'],
    ['春　种　秋　收　　人　勤　地　沃', [], '春种秋收 人勤地沃'],
    ['以“春 种 秋 收”为题', [], '以“春种秋收”为题'],
    ['每日快检 织密防线', [], '每日快检 织密防线'],
    ['公 告', [], '公 告'],
    ['司　伟　董自军', [], '司　伟　董自军'],
  ])('%s', (line, parallels, closed) => {
    expect(closeLetterSpaces(line, parallels)).toBe(closed)
  })
  it.each([
    ['“ 春 种 秋 收 人 勤 地 沃', true],
    ['以“春 种 秋 收”为主题的活动举行', false],
    ['每日快检 织密防线', false],
  ])('%s is letter-spaced: %s', (line, spaced) => expect(isLetterSpaced(line)).toBe(spaced))
})

describe('removeStraySpaces', () => {
  it.each([
    ['宣讲 56 次、举办', '宣讲56次、举办'],
    ['‘15 条’', '‘15条’'],
    ['祁县 2025年', '祁县2025年'],
    ['平安 和谐', '平安 和谐'],
    ['说： “好', '说：“好'],
    ['使用 Wi-Fi 上网', '使用Wi-Fi上网'],
    ['看 Open Day 展', '看Open Day展'],
    [' 头尾 ', '头尾'],
  ])('%s', (text, cleaned) => expect(removeStraySpaces(text)).toBe(cleaned))
})

describe('removeHeadlineSpaces', () => {
  it.each([
    ['农技入户 送来“及时雨”', '农技入户 送来“及时雨”'],
    ['“一网通办” 群众少跑腿', '“一网通办” 群众少跑腿'],
    ['我县 25 个小区暖气热了', '我县25个小区暖气热了'],
    ['农技入户 25个村受益', '农技入户 25个村受益'],
    ['送来“ 及时雨 ”', '送来“及时雨”'],
  ])('%s', (text, cleaned) => expect(removeHeadlineSpaces(text)).toBe(cleaned))
})

describe('jointOf', () => {
  it.each([
    ['青禾', '县里', ''],
    ['Open', 'Day', ' '],
    ['达', '98%', ''],
    ['本报讯（记者', '张三）', ' '],
    ['本报讯（记者 张三', '通讯员 李四）', ' '],
    ['他对记者', '说', ''],
  ])('%s⏎%s', (before, after, joint) => expect(jointOf(before, after)).toBe(joint))
})
