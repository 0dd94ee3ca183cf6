import { isName } from './forms/personal-names'
import { hasHan, spaces } from './characters'
import { displayParts, replaced, runningParts, type Finding, type StyleRule, type TextContext } from './rule'
import { unprintable } from './unprintable'

const isWord = (char: string) => /[\p{L}\p{N}]/u.test(char) && !hasHan(char)
const isMark = (char: string) => /[，。、；：！？“”‘’（）《》〈〉【】…]/u.test(char)
const run = new RegExp(`${spaces}+`, 'gu')

/** What stands round a stretch of spaces inside a text. */
interface Gap {
  readonly run: string
  readonly from: number
  readonly to: number
  readonly before: string
  readonly after: string
}

/** Stretches of spaces that stand inside a line; those at its edges are indents or were left. */
function gapsIn(text: string): Gap[] {
  return [...text.matchAll(run)].flatMap(({ index: from, 0: found }) => {
    const to = from + found.length
    const before = /.$/su.exec(text.slice(Math.max(0, from - 2), from))?.[0] ?? ''
    const after = String.fromCodePoint(text.codePointAt(to) ?? 0)
    if (before === '' || to === text.length || before === '\n' || after === '\n') return []
    return [{ run: found, from, to, before, after }]
  })
}

/** Spaces of one kind of place, and what is left of each. */
const stray =
  (isOne: (gap: Gap) => boolean, left: (gap: Gap, text: string, isTitle: boolean) => string) =>
  (text: string, { part }: TextContext): Finding[] =>
    gapsIn(text).flatMap(gap => {
      if (!isOne(gap)) return []
      const put = left(
        gap,
        text,
        displayParts.some(one => one === part),
      )
      return put === gap.run ? [] : [replaced(gap.from, gap.to, put)]
    })

/** Spaces that are kept, without odd ones among them. */
const plain = (spaced: string) =>
  spaced.includes('\u3000') ? spaced.replace(/[^\u3000 ]/gu, '') : spaced.replace(/[^ ]+/gu, ' ')

const isBesideMark = ({ before, after }: Gap) => isMark(before) || isMark(after)
const isWide = (gap: Gap) => !isBesideMark(gap) && gap.run.includes('\u3000')
const isBetweenHan = (gap: Gap) =>
  !isBesideMark(gap) && !isWide(gap) && hasHan(gap.before) && hasHan(gap.after)
const isBesideWord = (gap: Gap) =>
  !isBesideMark(gap) &&
  !isWide(gap) &&
  ((hasHan(gap.before) && isWord(gap.after)) || (isWord(gap.before) && hasHan(gap.after)))
const isOther = (gap: Gap) => !isBesideMark(gap) && !isBetweenHan(gap) && !isBesideWord(gap)

/** Names in a row and the words of a slogan or list are parted on purpose; anything else between Han is stray. */
function keepsApart(text: string, { run: spaced, from, to }: Gap): boolean {
  if (spaced.length > 1) return true
  const left = /\p{Script=Han}+$/u.exec(text.slice(Math.max(0, from - 12), from))?.[0] ?? ''
  const right = /^\p{Script=Han}+/u.exec(text.slice(to, to + 12))?.[0] ?? ''
  if (isName(left) && isName(right)) return true
  const isShort = (word: string) => word.length >= 2 && word.length <= 4
  if (isShort(left) && isShort(right)) return true
  return (
    (isShort(left) && space.test(text.charAt(from - left.length - 1))) ||
    (isShort(right) && space.test(text.charAt(to + right.length)))
  )
}

/** 增收 3 万元: spaces on both sides of a number. */
function isRoundNumber(text: string, { from, to }: Gap): boolean {
  const behind = new RegExp(`^[0-9][0-9.,%]*${spaces}+\\p{Script=Han}`, 'u').test(text.slice(to, to + 24))
  const ahead = new RegExp(`\\p{Script=Han}${spaces}+[0-9][0-9.,%]*$`, 'u').test(
    text.slice(Math.max(0, from - 24), from),
  )
  return behind || ahead
}

/** ？ and ！ part the halves of a headline together with a space. */
const partsTitle = ({ before, after }: Gap) =>
  !/[“‘（《〈【]/u.test(before) && !/[，。、；：！？”’）》〉】]/u.test(after)

const indent = new RegExp(`^${spaces}+`, 'u')
const space = new RegExp(`^${spaces}$`, 'u')
const hidden = new RegExp(`(?:${unprintable.source})+`, 'gu')

const leading = (text: string) => {
  const found = indent.exec(text)
  return found ? [replaced(0, found[0].length, '')] : []
}

/** From the end: a pattern would begin anew at each of a long run of spaces further up. */
const trailing = (text: string) => {
  let end = text.length
  while (end > 0 && space.test(text.charAt(end - 1))) end--
  return end < text.length ? [replaced(end, text.length, '')] : []
}

/** Spaces, and characters that cannot be seen: a newspaper sets none beside marks, figures and Latin words. */
export const spacing = [
  {
    id: 'space.hidden',
    name: '看不见的字符',
    done: '去掉看不见的字符',
    source: '报纸习惯',
    isSafe: true,
    parts: null,
    find: (text: string) =>
      [...text.matchAll(hidden)].map(({ index, 0: found }) => replaced(index, index + found.length, '')),
    examples: { wrong: [['祁\u200b县', '祁县']], right: ['祁县', '祁 县', '葛\u{e0100}城'] },
    typing: null,
  },
  {
    id: 'space.indent',
    name: '行首空格',
    done: '去掉行首行尾空格',
    source: '报纸习惯',
    isSafe: true,
    parts: null,
    find: leading,
    examples: {
      wrong: [
        ['　　入冬以来', '入冬以来'],
        ['\t入冬以来', '入冬以来'],
      ],
      right: ['入冬以来', '甲　乙'],
    },
    typing: null,
  },
  {
    id: 'space.trailing',
    name: '行尾空格',
    done: '去掉行首行尾空格',
    source: '报纸习惯',
    isSafe: true,
    parts: null,
    find: trailing,
    examples: { wrong: [['入冬以来 ', '入冬以来']], right: ['入冬以来'] },
    typing: null,
  },
  {
    id: 'space.mark',
    name: '标点旁的空格',
    done: '去掉多余空格',
    source: '报纸习惯',
    isSafe: true,
    parts: runningParts,
    find: stray(isBesideMark, (gap, _text, isTitle) => (isTitle && partsTitle(gap) ? plain(gap.run) : '')),
    examples: {
      wrong: [
        ['好 ，来', '好，来'],
        ['“ 好 ”', '“好”'],
        ['“ 小 ”店', '“小”店', 'headline'],
      ],
      right: [['冬灌开闸！ 麦田返青', 'headline']],
    },
    typing: null,
  },
  {
    id: 'space.han',
    name: '汉字间的空格',
    done: '去掉多余空格',
    source: '报纸习惯',
    isSafe: true,
    parts: runningParts,
    find: stray(isBetweenHan, (gap, text, isTitle) =>
      isTitle || keepsApart(text, gap) ? plain(gap.run) : '',
    ),
    examples: {
      wrong: [
        ['祁 县农业局', '祁县农业局'],
        ['春 种 秋 收', '春种秋收'],
        ['祁\u00a0县农业局', '祁县农业局'],
      ],
      right: [
        '获奖者有张三 李四 王五',
        '记者 张三',
        '不忘初心 牢记使命',
        '曾　强',
        ['农技入户 送来“及时雨”', 'headline'],
        ['祁 县农业局', 'byline'],
      ],
    },
    typing: null,
  },
  {
    id: 'space.han-latin',
    name: '汉字与数字、字母间的空格',
    done: '去掉多余空格',
    source: '报纸习惯',
    isSafe: true,
    parts: runningParts,
    find: stray(isBesideWord, (gap, text, isTitle) =>
      isTitle && !isRoundNumber(text, gap) ? plain(gap.run) : '',
    ),
    examples: {
      wrong: [
        ['今年 25 批游客', '今年25批游客'],
        ['使用 AI 技术', '使用AI技术'],
        ['云岭县 3 万亩小麦', '云岭县3万亩小麦', 'headline'],
      ],
      right: ['今年25批游客', 'New York', '138 0354 1234', ['增收 3万元', 'headline']],
    },
    typing: null,
  },
  {
    id: 'space.odd',
    name: '异样空格',
    done: '去掉多余空格',
    source: '报纸习惯',
    isSafe: true,
    parts: runningParts,
    find: stray(isOther, gap => plain(gap.run)),
    examples: {
      wrong: [
        ['New\u00a0York', 'New York'],
        ['甲\u3000\u00a0乙', '甲\u3000乙'],
      ],
      right: ['New York', '甲　乙　丙'],
    },
    typing: null,
  },
] as const satisfies readonly StyleRule[]
