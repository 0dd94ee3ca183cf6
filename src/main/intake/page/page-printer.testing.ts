import fc from 'fast-check'

/**
 * For tests: invents pages and prints them as text the way a PDF gives it, with the faults that it adds. Its
 * setter and its widths are its own, so that the reader is not tested against itself.
 */
export interface PrintedStory {
  readonly kicker: string | null
  readonly headline: string
  readonly dateline: string | null
  readonly paragraphs: readonly string[]
  readonly byline: string | null
  readonly runIn: boolean
  readonly measure: number
}

export interface PrintedPage {
  readonly stories: readonly PrintedStory[]
  readonly text: string
}

const words =
  '青禾县 柳湾镇 东滩村 石桥 村民 农户 合作社 大棚 蔬菜 西红柿 冷库 订单 技术员 干部 群众 老人 孩子 学校 图书馆 社区 广场 河道 水渠 道路 路灯 产业 项目 服务 活动 培训 志愿者 队伍 矛盾 纠纷 电话 手机 视频 直播 收入 价格 市场 质量 安全 检查 整治 环境 卫生 健康 义诊 文化 戏曲 锣鼓 丰收 秋粮 收购 仓库 烘干 机械 播种 采摘 分拣 包装 运输 早晨 傍晚 今年 去年 近日 随后 目前 同时 积极 及时 认真 主动 持续 不断 全面 有效 开展 组织 举行 推进 建设 修好 新建 改造 帮助 解决 收集 整理 介绍 告诉 看到 走进 来到 围绕 依托 结合 通过 为了 让 把 向 在 和 与 的 了 更 也 都 已'.split(
    ' ',
  )
const names = ['罗小满', '田晓禾', '葛文静', '祁小雨', '郝建平', '武晓岚']
const towns = ['柳湾镇', '北岭乡', '石桥社区', '县图书馆', '县第三小学', '东滩村']

const word = fc.constantFrom(...words)
const clause = fc.array(word, { minLength: 2, maxLength: 6 }).map(parts => parts.join(''))
const figure = fc.oneof(
  fc.integer({ min: 2, max: 9999 }).map(n => `${n}名`),
  fc.integer({ min: 11, max: 99 }).map(n => `${n / 10}万元`),
  fc.integer({ min: 1, max: 99 }).map(n => `${n}%`),
)
const piece = fc.oneof(
  { arbitrary: clause, weight: 6 },
  { arbitrary: fc.tuple(word, figure, clause).map(parts => parts.join('')), weight: 2 },
  { arbitrary: fc.tuple(word, clause, clause).map(([a, b, c]) => `${a}“${b}”${c}`), weight: 2 },
  { arbitrary: fc.tuple(clause, word).map(([a, b]) => `“${a}”“${b}队”${b}`), weight: 1 },
)
const sentence = fc
  .array(piece, { minLength: 2, maxLength: 5 })
  .chain(parts =>
    fc.constantFrom('，', '，', '、', '；').map(mark => parts.join(mark === '；' ? '，' : mark) + '。'),
  )
const spoken = fc.tuple(sentence, fc.constantFrom(...names)).map(([said, who]) => `“${said}”${who}说。`)
const longParagraph = fc
  .array(fc.oneof({ arbitrary: sentence, weight: 4 }, { arbitrary: spoken, weight: 1 }), {
    minLength: 2,
    maxLength: 5,
  })
  .map(parts => parts.join(''))
// Now and then a paragraph is one short sentence, as speech is.
const paragraph = fc.oneof({ arbitrary: longParagraph, weight: 9 }, { arbitrary: spoken, weight: 1 })

const titleWords = fc
  .array(word, { minLength: 3, maxLength: 7 })
  .map(parts => [...parts.join('')].slice(0, 16).join(''))
const byline = fc.oneof(
  fc.constantFrom(...names).map(name => `（${name}）`),
  fc.constantFrom(...names).map(name => `${name} 摄影报道`),
  fc.constantFrom(...names).map(name => `（本报记者 ${name}）`),
)
const dateline = fc.oneof(
  fc.constant('本报讯'),
  fc.constantFrom(...names).map(name => `本报讯（记者 ${name}）`),
  fc.constant('新华社北京11月3日电'),
)

const story: fc.Arbitrary<PrintedStory> = fc
  .record({
    kicker: fc.option(fc.constantFrom(...towns)),
    headline: titleWords,
    dateline: fc.option(dateline),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 6 }),
    byline: fc.option(byline),
    runIn: fc.boolean(),
    measure: fc.integer({ min: 20, max: 44 }).map(half => half / 2),
  })
  // A story speaks of what its kicker names.
  .map(made =>
    made.kicker === null
      ? made
      : {
          ...made,
          paragraphs: made.paragraphs.map((text, at) => (at === 0 ? `近日，${made.kicker}${text}` : text)),
        },
  )
  // What nothing parts from its neighbours cannot be told from a crosshead with its text.
  .filter(made => made.kicker !== null || made.dateline !== null || made.byline !== null)

/** How much of each fault a page has, in percent of the places where it can happen. */
export interface FaultRates {
  /** Paragraphs not parted by an empty line. */
  readonly lostBlanks: number
  /** Lines with a column turn before them; before an opening quote many more look like one. */
  readonly turns: number
  readonly falseTurns: number
  /** Lines that end a character early. */
  readonly loose: number
  /** Numbers with spaces round them. */
  readonly spaces: number
}

interface Faults {
  readonly rates: FaultRates
  readonly titlesFirst: boolean
  /** Numbers in 0–99, used up one after the other to decide each fault. */
  readonly dice: readonly number[]
}

/** Invented pages of one to five stories. */
export const printedPage = (rates: FaultRates): fc.Arbitrary<PrintedPage> =>
  fc
    .tuple(
      fc.array(story, { minLength: 1, maxLength: 5 }),
      fc.record({
        rates: fc.constant(rates),
        titlesFirst: fc.boolean(),
        dice: fc.array(fc.nat(99), { minLength: 97, maxLength: 97 }),
      }),
    )
    .map(([stories, faults]) => ({ stories, text: print(stories, faults) }))

function print(stories: readonly PrintedStory[], faults: Faults): string {
  let thrown = 0
  const chance = (percent: number) => (faults.dice[thrown++ % faults.dice.length] ?? 0) < percent
  const blocks = stories.flatMap(each => {
    const titles = [...(each.kicker === null ? [] : [each.kicker]), each.headline]
    const text = printBody(each, faults.rates, chance)
    const own = each.byline !== null && !canRunIn(each) ? [each.byline] : []
    return faults.titlesFirst ? [...titles, text, ...own] : [text, ...own, ...titles]
  })
  return blocks.join('\n\n') + '\n'
}

const canRunIn = (each: PrintedStory) => each.runIn && each.byline?.startsWith('（') === true

function printBody(each: PrintedStory, rates: FaultRates, chance: (percent: number) => boolean): string {
  const rows: string[] = []
  each.paragraphs.forEach((text, at) => {
    const opened =
      at === 0 && each.dateline !== null
        ? each.dateline + (each.dateline.endsWith('）') ? '' : ' ') + text
        : text
    const whole = at === each.paragraphs.length - 1 && canRunIn(each) ? opened + (each.byline ?? '') : opened
    // An empty line between paragraphs gets lost now and then.
    if (at > 0 && !chance(rates.lostBlanks)) rows.push('')
    setLines(whole, each.measure, () => chance(rates.loose)).forEach((line, row) => {
      const turns = line.startsWith('“') ? chance(rates.falseTurns) : chance(rates.turns)
      if (row > 0 && turns) rows.push('')
      rows.push(
        chance(rates.spaces)
          ? line.replace(/(?<=\p{Script=Han})(\d[\d.]*)(?=\p{Script=Han})/gu, ' $1 ')
          : line,
      )
    })
  })
  return rows.join('\n')
}

/** First-fit with marks squeezed, as presses set; `loose` lets a line go one character short. */
function setLines(text: string, measure: number, loose: () => boolean): string[] {
  const units = text.match(/[“（《]*(?:\d[\d.]*%?|[A-Za-z]+| |\P{Zs})[，。、；：！？”）》]*/gu) ?? []
  const lines: string[] = []
  let line = ''
  let room = measure - 2
  let slack = loose() ? 1 : 0
  for (const unit of units) {
    const next = line + unit
    const marks = next.match(/[，、；：“”（）]/gu)?.length ?? 0
    if (line !== '' && emOf(next) - Math.min(marks * 0.5, 1.5) > room - slack) {
      lines.push(line.trim())
      line = unit
      room = measure
      slack = loose() ? 1 : 0
    } else {
      line = next
    }
  }
  lines.push(line.trim())
  return lines
}

function emOf(text: string): number {
  const pairs = text.match(/(?<=[，。、；：！？”）])[“”（）。，]/gu)?.length ?? 0
  const narrow = text.match(/[\d.% A-Za-z]/gu)?.length ?? 0
  return [...text].length - pairs * 0.5 - narrow * 0.5
}
