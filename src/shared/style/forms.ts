import type { TextPartName } from '../text-place/text-place'
import { houseByline } from './forms/byline-form'
import { houseCredit } from './forms/credit-form'
import { houseDateline } from './forms/dateline-form'
import { replaced, type Finding, type StyleRule } from './rule'

/** A part that has another form than the house's: all of it is put over. */
const formed =
  (form: (text: string) => string) =>
  (text: string): Finding[] => {
    const right = form(text)
    return right === text ? [] : [replaced(0, text.length, right)]
  }

/** The main headline has no more characters, spaces not counted (trade habit: 18 to 22). */
export const longestHeadline = 22

/** Characters of a headline, without its spaces. */
export const headlineLength = (text: string): number => [...text.replace(/\s/gu, '')].length

const only = (part: TextPartName) => [part] as const

/** Forms of the parts that have one. How each is read stands in forms/. */
export const forms = [
  {
    id: 'form.dateline',
    name: '电头格式',
    done: '统一电头',
    source: '报纸习惯',
    isSafe: true,
    parts: only('dateline'),
    find: formed(houseDateline),
    examples: {
      wrong: [
        ['本报讯(记者张三 通讯员李四)', '本报讯（记者 张三 通讯员 李四）', 'dateline'],
        ['本报讯：', '本报讯', 'dateline'],
        ['【本报讯】', '本报讯', 'dateline'],
        ['本报讯 记者张三报道：', '本报讯（记者 张三）', 'dateline'],
      ],
      right: [
        ['本报讯（记者 张三）', 'dateline'],
        ['新华社北京11月3日电', 'dateline'],
      ],
    },
    typing: null,
  },
  {
    id: 'form.byline-bracket',
    name: '署名格式',
    done: '统一署名',
    source: '报纸习惯',
    isSafe: true,
    parts: only('byline'),
    find: formed(houseByline),
    examples: {
      wrong: [
        ['(王倩茹)', '（王倩茹）', 'byline'],
        ['作者：王倩茹', '（王倩茹）', 'byline'],
        ['□王倩茹', '（王倩茹）', 'byline'],
        ['王倩茹、李四', '（王倩茹 李四）', 'byline'],
      ],
      right: [['（王倩茹）', 'byline'], ['郭佳丽 摄影报道', 'byline'], '王倩茹'],
    },
    typing: null,
  },
  {
    id: 'form.credit',
    name: '摄影署名格式',
    done: '统一摄影署名',
    source: '报纸习惯',
    isSafe: true,
    parts: only('credit'),
    find: formed(houseCredit),
    examples: {
      wrong: [
        ['史婉摄', '史婉 摄', 'credit'],
        ['（史婉 摄）', '史婉 摄', 'credit'],
      ],
      right: [
        ['史婉 摄', 'credit'],
        ['资料图片', 'credit'],
      ],
    },
    typing: null,
  },
  {
    id: 'form.headline-length',
    name: '主题过长',
    done: '主题压到字数以内',
    source: '报纸习惯：18至22字',
    isSafe: false,
    parts: only('headline'),
    find: (text: string) =>
      headlineLength(text) > longestHeadline ? [{ from: 0, to: text.length, fixes: [] }] : [],
    examples: {
      wrong: [['云岭县秋粮收购进展顺利各乡镇抢抓农时组织农户收割晾晒', null, 'headline']],
      right: [['云岭县秋粮收购进展顺利', 'headline'], '云岭县秋粮收购进展顺利各乡镇抢抓农时组织农户收割晾晒'],
    },
    typing: null,
  },
] as const satisfies readonly StyleRule[]
