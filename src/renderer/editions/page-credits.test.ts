import { describe, expect, test } from 'vitest'
import { creditsText, readCredits } from './page-credits'

const pair = (role: string, name: string) => ({ role, name })

describe('readCredits', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['责编 周岚', [pair('责编', '周岚')]],
    ['责编：周岚，版面：何青', [pair('责编', '周岚'), pair('版面', '何青')]],
    ['责编 周岚　版面 何青', [pair('责编', '周岚'), pair('版面', '何青')]],
    ['责编 周　岚 校对 王小芸', [pair('责编', '周　岚'), pair('校对', '王小芸')]],
  ])('%s', (text, credits) => expect(readCredits(text)).toEqual({ ok: true, credits }))

  test.each([
    ['责编', '岗位和姓名要成对，如 责编 周岚。'],
    ['责编 周岚 版面', '岗位和姓名要成对，如 责编 周岚。'],
    ['甲 一 乙 二 丙 三 丁 四 戊 五 己 六 庚 七', '报眉上最多印六个人。'],
  ])('refuses %s', (text, problem) => expect(readCredits(text)).toEqual({ ok: false, problem }))

  test('what is written is read again', () => {
    const credits = [pair('责编', '周岚'), pair('版面', '何青'), pair('校对', '柳叶')]
    expect(readCredits(creditsText(credits))).toEqual({ ok: true, credits })
  })
})
