import { describe, expect, it, test } from 'vitest'
import type { StoryParts } from '../parts'
import { clean, cleanPassage, type CleanChoices } from './clean'
import { draftOfParts, draftOfText, draftParagraph, type Draft, type DraftBlock } from './draft'

const body = '入冬以来，云岭县各乡镇抢抓农时，组织农户收割晾晒，延长粮食收购时间。'
const more = '县粮食部门增设收购点十二个，方便农户就近卖粮，已收购秋粮十二万吨。'

/** 引:… 主:… 副:… 电:… 署:…, then the blocks, one a line: 正 小 图. Empty parts are left out. */
function told(parts: StoryParts): string[] {
  const one = (name: string, text: string) => (text === '' ? [] : [`${name}:${text}`])
  return [
    ...one('引', parts.kicker),
    ...one('主', parts.headline),
    ...one('副', parts.deck),
    ...one('电', parts.dateline),
    ...parts.blocks.map(block => {
      if (block.kind === 'photo') return `图:${block.caption}/${block.credit}`
      const names = { crosshead: '小', summary: '要', editorNote: '按', related: '链', paragraph: '正' }
      return `${names[block.kind]}:${block.text}`
    }),
    ...one('署', parts.byline),
  ]
}

const cleaned = (draft: Draft, answers: Record<string, string> = {}) =>
  clean(draft, { reverted: new Set(), answers })
const text = (...lines: string[]) => draftOfText(lines.join('\n'))
const partsOfText = (...lines: string[]) => told(cleaned(text(...lines)).parts)
const asked = (draft: Draft) => cleaned(draft).questions.map(question => question.key.replace(/@.*/u, ''))

const word = (...blocks: DraftBlock[]): Draft => ({
  source: 'word',
  blocks,
  pictures: [
    { lost: null, width: 800, height: 600, image: null },
    { lost: null, width: 800, height: 600, image: null },
    { lost: '格式不收', width: 0, height: 0, image: null },
  ],
})
const p = draftParagraph
const picture = (index: number): DraftBlock => ({ kind: 'image', picture: index })

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

describe('the dateline', () => {
  test.each([
    ['本报讯(记者张三 通讯员李四)11月20日，', '电:本报讯（记者 张三 通讯员 李四）'],
    ['本报讯（记者张三、李四） ', '电:本报讯（记者 张三 李四）'],
    ['本报讯：', '电:本报讯'],
    ['【本报讯】', '电:本报讯'],
    ['(本报讯)', '电:本报讯'],
    ['本报讯 记者张三报道：', '电:本报讯（记者 张三）'],
    ['本报讯（记者 裴庆力 实习生 张乐 报道）', '电:本报讯（记者 裴庆力 实习生 张乐）'],
    ['本报讯（记者　曾　强　通讯员　刘岩松）', '电:本报讯（记者 曾　强 通讯员 刘岩松）'],
    ['本报讯（罗勇 记者 江潇）', '电:本报讯（罗勇 记者 江潇）'],
    ['新华社北京１１月３日电（记者 宋远山）', '电:新华社北京11月3日电（记者 宋远山）'],
    // Not names: the bracket keeps its words.
    ['本报讯(县里统一安排)', '电:本报讯（县里统一安排）'],
  ])('%s', (opening, dateline) => {
    expect(partsOfText(`${opening}${body}`)[0]).toBe(dateline)
  })

  test.each(['通过网讯息传来，', '日前，本报讯'])('%s is none', opening =>
    expect(cleaned(text(`${opening}${body}`)).parts.dateline).toBe(''),
  )
})

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

describe('pictures', () => {
  it('knows captions and credits under them', () => {
    const draft = word(
      p('秋粮收购忙', { style: 'title' }),
      p(body),
      picture(0),
      p('图为农户在晾晒粮食。 史婉 摄'),
      p(more),
      picture(1),
      p('▲ 图说：运粮车排起长队'),
      p('本报记者 史婉 摄'),
    )
    expect(told(cleaned(draft).parts)).toEqual([
      '主:秋粮收购忙',
      `正:${body}`,
      '图:图为农户在晾晒粮食。/史婉 摄',
      `正:${more}`,
      '图:运粮车排起长队/本报记者 史婉 摄',
    ])
    expect(cleaned(draft).photos).toEqual({ all: 3, taken: 2 })
    expect(cleaned(draft).pictures).toEqual([0, 1])
  })

  it('asks about a line that may be one', () => {
    const draft = word(p(body), picture(0), p('运粮车排起长队'), p(more))
    const [question] = cleaned(draft).questions
    expect(question?.text).toBe('图片下面这一行是图说吗？')
    expect(told(cleaned(draft).parts)).toContain('正:运粮车排起长队')
    expect(told(cleaned(draft, { [question?.key ?? '']: 'caption' }).parts)).toContain('图:运粮车排起长队/')
  })

  it('gives the only picture a credit from below the text, and asks with several', () => {
    expect(told(cleaned(word(p(body), picture(0), p(more), p('史婉 摄'))).parts)).toContain('图:/史婉 摄')
    const two = word(p(body), picture(0), p(body), picture(1), p(more), p('史婉 摄'))
    expect(asked(two)).toEqual(['credit'])
    const key = cleaned(two).questions[0]?.key ?? ''
    expect(told(cleaned(two, { [key]: 'photo' }).parts).filter(line => line === '图:/史婉 摄')).toHaveLength(
      2,
    )
    expect(told(cleaned(two, { [key]: 'byline' }).parts).at(-1)).toBe('署:史婉 摄')
  })

  it('announces one that did not come only where it has a caption', () => {
    const draft = word(p(body), picture(2), p(more), picture(2), p('图为农户在晾晒粮食。史婉摄'), p(body))
    expect(told(cleaned(draft).parts)).toEqual([
      `正:${body}`,
      `正:${more}`,
      '图:图为农户在晾晒粮食。/史婉 摄',
      `正:${body}`,
    ])
  })
})

describe('crossheads, tables and lists', () => {
  it('takes headings and bold lines inside the text, and asks about others', () => {
    const draft = word(
      p(body),
      p('抓早抓实', { bold: true }),
      p(more),
      p('精心组织', { style: 'heading' }),
      p(body),
    )
    expect(told(cleaned(draft).parts).filter(line => line.startsWith('小'))).toEqual([
      '小:抓早抓实',
      '小:精心组织',
    ])
    expect(asked(word(p(body), p('抓早抓实'), p(more)))).toEqual(['crosshead'])
    expect(asked(word(p(body), p('甲组：五户'), p('乙组：六户'), p(more)))).toEqual([])
  })

  it('makes a row of short cells one paragraph', () => {
    const cell = (value: string, column: number) => p(value, { cell: { table: 0, row: 0, column } })
    const draft = word(p(body), cell('青禾镇', 0), cell('3万吨', 1), p(more))
    expect(told(cleaned(draft).parts)).toContain('正:青禾镇　3万吨')
    const layout = word(p('秋粮收购忙', { style: 'title' }), cell(body, 0), cell(more, 0))
    expect(told(cleaned(layout).parts)).toContain(`正:${body}`)
  })

  it('asks whether automatic numbers are wanted', () => {
    const draft = word(
      p(body),
      p('增设收购点十二个。', { numbered: true }),
      p('延长收购时间。', { numbered: true }),
    )
    expect(asked(draft)).toEqual(['numbers'])
    expect(told(cleaned(draft).parts)).toContain('正:增设收购点十二个。')
    expect(told(cleaned(draft, { numbers: 'han' }).parts)).toContain('正:二、延长收购时间。')
    expect(told(cleaned(draft, { numbers: 'arabic' }).parts)).toContain('正:1.增设收购点十二个。')
  })
})

describe('what is asked', () => {
  it('replaces 我县 by what it is told', () => {
    const draft = text(`我县${body}`, `在我县，${more}`)
    expect(cleaned(draft).questions[0]).toMatchObject({ text: '“我县”出现 2 处，换成全名吗？', free: '换成' })
    expect(told(cleaned(draft).parts)[0]).toContain('我县')
    const { parts, changes } = cleaned(draft, { 'person:我县': 'to:青禾县' })
    expect(told(parts).join('')).not.toContain('我县')
    expect(changes.filter(change => change.kind === 'word-replaced')).toHaveLength(2)
  })

  it('asks what a point between Han is where the paragraph has full stops', () => {
    const draft = text(`卡尔.马克思说过。${body}`)
    const key = cleaned(draft).questions[0]?.key ?? ''
    expect(told(cleaned(draft).parts)[0]).toContain('卡尔.马克思')
    expect(told(cleaned(draft, { [key]: '·' }).parts)[0]).toContain('卡尔·马克思')
    expect(told(cleaned(draft, { [key]: '。' }).parts)[0]).toContain('卡尔。马克思')
  })

  it('tells of quotes that do not pair', () => {
    expect(asked(text(`他说："好的，${body}`))).toEqual(['quotes'])
  })
})

describe('taking back', () => {
  const draft = text(
    '云岭县秋粮收购进展顺利。',
    '来源：云岭发布',
    `本报讯(记者张三)11月20日,记者获悉,"优质优价"政策让农民得到了实惠...`,
    `　　${body}`,
    '',
    `${more}(王倩茹)`,
    '责任编辑：李小满',
  )
  const all = cleaned(draft)

  test.each(all.changes.map(change => [`${change.kind} ${change.before}`, change.key] as const))(
    '%s',
    (_, key) => {
      const without = clean(draft, { reverted: new Set([key]) })
      const gone = without.changes.filter(change => !change.isMade).map(change => change.kind)
      const own = all.changes.find(change => change.key === key)?.kind
      // What was done inside a part that is no longer one goes with it, and nothing else.
      const goesWith: Record<string, string[]> = {
        'headline-found': ['headline-found', 'headline-stop'],
        'dateline-found': ['dateline-found', 'dateline-form'],
        'byline-found': ['byline-found', 'byline-form'],
      }
      const mayGo = goesWith[own ?? ''] ?? [own]
      expect(gone).toContain(own)
      for (const kind of gone) expect(mayGo).toContain(kind)
      // And back again.
      expect(clean(draft, { reverted: new Set() } satisfies CleanChoices)).toEqual(all)
    },
  )

  it('leaves what it says it leaves', () => {
    const keyOf = (before: string) => all.changes.find(change => change.before === before)?.key ?? ''
    const without = (before: string) => told(clean(draft, { reverted: new Set([keyOf(before)]) }).parts)
    expect(without('"优质优价"')[2]).toContain('"优质优价"政策让农民得到了实惠……')
    expect(without('来源：云岭发布')).toContain('正:来源：云岭发布')
    expect(without('责任编辑：李小满')).toContain('正:责任编辑：李小满')
    expect(without('　　')[3]).toBe(`正:　　${body}`)
    expect(without('(王倩茹)').at(-1)).toBe(`正:${more}(王倩茹)`)
  })

  it('says where each change shows', () => {
    const quote = all.changes.find(change => change.kind === 'quote-curled')
    expect(quote?.where).toMatchObject({
      part: 'paragraph',
      block: 0,
      left: expect.stringMatching(/获悉，$/u),
    })
    expect(all.changes.find(change => change.kind === 'headline-found')?.where?.part).toBe('headline')
  })
})

test('a passage is cleaned without looking for parts', () => {
  const draft = draftOfText(`　　秋粮收购忙\n${body}他说"好".\n责任编辑：王倩茹`)
  const all = cleanPassage(draft)
  expect(told(all.parts)).toEqual(['正:秋粮收购忙', `正:${body}他说“好”。`, '正:责任编辑：王倩茹'])
  expect(all.changes.map(change => change.kind)).toEqual(['mark-widened', 'quote-curled', 'indent-removed'])
  const { parts } = cleanPassage(draft, { reverted: new Set([all.changes[1]!.key]) })
  // The point before a straight quote is no Han text's full stop.
  expect(told(parts)[1]).toBe(`正:${body}他说"好".`)
})

test('a passage from the web leaves behind what a channel wrote round it', () => {
  const web = (text: string) => ({ ...draftOfText(text), source: 'web' as const })
  expect(told(cleanPassage(web(`秋粮收购忙\n${body}\n责任编辑：王倩茹\n点击阅读原文`)).parts)).toEqual([
    '正:秋粮收购忙',
    `正:${body}`,
  ])
  // Without a text that it stands round it is what was wanted.
  expect(told(cleanPassage(web('来源：云岭发布')).parts)).toEqual(['正:来源：云岭发布'])
})

describe('paragraphs of their own kind', () => {
  test.each([
    ['提要：今年冬灌提前五天。', '要:今年冬灌提前五天。'],
    ['核心提示: 今年冬灌提前五天。', '要:今年冬灌提前五天。'],
    ['编者按：冬灌关系来年收成。', '按:编者按：冬灌关系来年收成。'],
    ['【编者按】冬灌关系来年收成。', '按:【编者按】冬灌关系来年收成。'],
    ['编后：水要用在刀刃上。', '按:编后：水要用在刀刃上。'],
    ['相关链接：什么是冬灌', '链:相关链接：什么是冬灌'],
  ])('%s', (line, part) => {
    const parts = partsOfText('秋粮收购忙', line, `本报讯 ${body}`)
    expect(parts).toHaveLength(4)
    expect(parts[0]).toBe('主:秋粮收购忙')
    expect(parts).toContain(part)
    expect(parts).toContain('电:本报讯')
  })

  test.each(['提要求要讲究方法。', '编后记者回访。', '编者按照惯例。', '相关链接', '摘要'])(
    '%s is none',
    line => expect(partsOfText('秋粮收购忙', body, line).some(part => /^[要按链]:/u.test(part))).toBe(false),
  )

  it('stays text when it is taken back', () => {
    const draft = text('秋粮收购忙', '提要：今年冬灌提前五天。', body)
    const [change] = cleaned(draft).changes.filter(({ kind }) => kind === 'summary-found')
    const { parts } = clean(draft, { reverted: new Set([change!.key]) })
    expect(told(parts)).toContain('正:提要：今年冬灌提前五天。')
  })
})

test('a story’s own parts stay its parts', () => {
  const { parts } = cleaned(text('秋粮收购忙', `本报讯（记者 张三）${body}`, '（王倩茹）'))
  expect(cleaned(draftOfParts(parts)).parts).toEqual(parts)
})
