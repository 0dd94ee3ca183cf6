import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { changeLabels } from '../../../shared/contract/imported-page'
import { importPage, readPageText } from './page-text'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

/**
 * Pages of invented papers. What each is there for:
 * titles-before: strap and captions first, kicker, headline and deck over their story, bylines under the
 * headline, crossheads, 新华社 and 记者 datelines, a quotation that runs over paragraphs, 责任编辑 at the end.
 * titles-after: bylines run in, datelines in other forms, briefs, a headline in two lines, a credit for the page.
 * one-story: no dateline, typed indents, no empty line between paragraphs, a letter-spaced headline.
 */
const pages = ['titles-before', 'titles-after', 'one-story']

describe('readPageText', () => {
  const ends = [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const
  it.each(pages.flatMap(page => ends.map(([name, end]) => [page, name, end] as const)))(
    'reads %s (%s)',
    (name, _ends, end) => {
      const { changes, ...page } = readPageText(fixture(`${name}.txt`).replaceAll('\n', end))
      expect(page).toEqual(JSON.parse(fixture(`${name}.json`)))
      expect(changes.length).toBeGreaterThan(0)
    },
  )
})

/** A story in short: its parts by name, absent ones left out. */
const briefly = (text: string) =>
  readPageText(text).stories.map(story =>
    Object.fromEntries(
      Object.entries(story).filter(
        ([, part]) => part !== null && !(Array.isArray(part) && part.length === 0),
      ),
    ),
  )

describe('readPageText on small texts', () => {
  it('takes paragraphs that stand on one line each as they are', () => {
    const text = `青禾县办起夜校
本报讯（记者 田晓禾）11月3日晚，青禾县首期农民夜校在柳湾镇开班，来自全镇12个村的86名村民走进课堂，学习直播带货、果树修剪和家电维修等实用技能。
“白天忙地里，晚上来充电。”村民周秀兰说。
据了解，夜校每周二、周四晚上课，明年将办到全部乡镇。
（田晓禾）`
    expect(briefly(text)).toEqual([
      {
        headline: '青禾县办起夜校',
        dateline: '本报讯（记者 田晓禾）',
        paragraphs: [
          '11月3日晚，青禾县首期农民夜校在柳湾镇开班，来自全镇12个村的86名村民走进课堂，学习直播带货、果树修剪和家电维修等实用技能。',
          '“白天忙地里，晚上来充电。”村民周秀兰说。',
          '据了解，夜校每周二、周四晚上课，明年将办到全部乡镇。',
        ],
        byline: '（田晓禾）',
      },
    ])
  })

  it('parts briefs by their datelines, and reads a caption of two lines', () => {
    const text = `本报讯　近日，青禾县图书馆新添
盲文图书三百册，方便视障读者借
阅。
本报讯　近日，柳湾镇敬老院为老
人们办起集体生日会。

柳湾镇敬老院的老人们
一起切蛋糕。 罗小满 摄
`
    const page = readPageText(text)
    expect(page.stories.map(story => [story.dateline, story.paragraphs, story.photos])).toEqual([
      ['本报讯', ['近日，青禾县图书馆新添盲文图书三百册，方便视障读者借阅。'], []],
      [
        '本报讯',
        ['近日，柳湾镇敬老院为老人们办起集体生日会。'],
        [{ caption: '柳湾镇敬老院的老人们一起切蛋糕。', credit: '罗小满 摄' }],
      ],
    ])
  })

  it('keeps control and bidirectional characters out and says so', () => {
    const page = readPageText('本报讯　近日，青禾县\u202e图书馆\x02开门。')
    expect(page.stories[0]?.paragraphs).toEqual(['近日，青禾县图书馆开门。'])
    expect(page.changes).toContainEqual({
      kind: 'control-removed',
      before: '本报讯　近日，青禾县⟨U+202E⟩图书馆⟨U+0002⟩开门。',
      after: '本报讯　近日，青禾县图书馆开门。',
      story: 0,
    })
  })

  it('has a label for every kind of change', () => {
    const kinds = pages.flatMap(page =>
      readPageText(fixture(`${page}.txt`)).changes.map(change => change.kind),
    )
    for (const kind of new Set(kinds)) expect(changeLabels[kind]).toMatch(/^\p{Script=Han}+$/u)
  })
})

describe('importPage', () => {
  it.each([
    ['', 'intake.empty'],
    ['，。', 'intake.empty'],
    ['责任编辑：方知秋', 'intake.no-story'],
  ])('refuses %j', (text, code) => {
    expect(importPage(text)).toMatchObject({ ok: false, failure: { code } })
    expect(importPage(new TextEncoder().encode(text))).toMatchObject({ ok: false, failure: { code } })
  })

  it('reads bytes and text alike', () => {
    const text = fixture('titles-after.txt')
    expect(importPage(new TextEncoder().encode(text))).toEqual(importPage(text))
    expect(importPage(iconv.encode(text, 'gbk'))).toEqual(importPage(text))
  })
})
