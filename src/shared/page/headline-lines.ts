/** A line of a headline: its text, and where it begins in the whole (UTF-16). */
export interface HeadlineLine {
  readonly text: string
  readonly start: number
}

/** Costs of a cut, in characters of unevenness. Found by eye on county papers' heads. */
const price = {
  /** For each time that the story's own text has the two characters together (电|梯): a word is likely cut. */
  pair: 3,
  mostPairs: 3,
  insideQuotes: 6,
  /** A particle that clings to what stands before or after it. */
  particle: 4,
  /** A cut that the writer asked for by a space, or a mark that pauses. */
  space: -4,
  pause: -3,
  /** A space that stays inside a line while the cut falls elsewhere. */
  spaceLeft: 3,
  unevenness: 0.15,
}

const isSpace = (character: string | undefined) => character !== undefined && /[\s\u3000]/.test(character)
const mayNotBegin = /[，、。；：！？”’）》〉】…—%％·,.!?:;)]/
const mayNotEnd = /[“‘（《〈【—…·(]/
const narrow = /[0-9A-Za-z.,%+-]/

/**
 * Splits a headline into `count` lines where its words part: at its spaces and pauses first, never between
 * two characters that the story uses as a word, as even as that leaves. Without a dictionary: the story's own
 * text tells which characters belong together, so that every machine cuts alike. Empty if it cannot be.
 */
export function headlineLines(text: string, count: number, storyText: string): HeadlineLine[] {
  const from = text.length - text.trimStart().length
  const to = text.trimEnd().length
  if (to <= from) return []
  if (count === 1) return [{ text: text.slice(from, to), start: from }]
  const cuts = cutsOf(text, from, to, storyText)
  const spaces = cuts.filter(cut => cut.isSpace).length
  // Half an em for what is narrow: lines are to look even, not to count alike.
  const reach: number[] = [0]
  for (const unit of text)
    for (let at = 0; at < unit.length; at++) reach.push((reach.at(-1) ?? 0) + width(unit))
  const span = (start: number, end: number) => (reach[end] ?? 0) - (reach[start] ?? 0)
  const even = span(from, to) / count

  interface Way {
    readonly at: number
    readonly cost: number
    readonly cuts: readonly Cut[]
  }
  let ways: Way[] = [{ at: from, cost: 0, cuts: [] }]
  for (let line = 1; line < count; line++) {
    const next = new Map<number, Way>()
    for (const way of ways) {
      for (const cut of cuts) {
        if (cut.end - way.at < 2) continue
        const cost = way.cost + cut.cost + price.unevenness * (span(way.at, cut.end) - even) ** 2
        const known = next.get(cut.next)
        if (!known || cost < known.cost) next.set(cut.next, { at: cut.next, cost, cuts: [...way.cuts, cut] })
      }
    }
    ways = [...next.values()]
  }
  let best: Way | null = null
  let least = Infinity
  for (const way of ways) {
    if (to - way.at < 2) continue
    const kept = spaces - way.cuts.filter(cut => cut.isSpace).length
    const cost = way.cost + price.unevenness * (span(way.at, to) - even) ** 2 + kept * price.spaceLeft
    if (cost < least) [best, least] = [way, cost]
  }
  if (!best) return []
  const starts = [from, ...best.cuts.map(cut => cut.next)]
  const ends = [...best.cuts.map(cut => cut.end), to]
  return starts.map((start, at) => ({ text: text.slice(start, ends[at]), start }))
}

const width = (character: string) => (/[0-9A-Za-z \u3000“”‘’（）《》，]/.test(character) ? 0.5 : 1)

interface Cut {
  /** Where the line before ends, and the line after begins: a space between them is dropped. */
  readonly end: number
  readonly next: number
  readonly isSpace: boolean
  readonly cost: number
}

/** Words of two characters that heads are full of and that a short story may not have a second time. */
const commonWords = new Set(
  (
    '昨日 今日 明日 近日 日前 今年 去年 明年 全县 全市 全省 全国 我县 我市 县委 市委 政府 群众 居民 村民 农民 企业 ' +
    '记者 完成 启动 举行 召开 开展 推进 实施 建设 发展 服务 治理 提升 增加 保障 打造 助力 开工 投用 开通 运行 试点 ' +
    '活动 项目 工程 会议 中心 社区 学校 医院 乡村 城区 小区 道路 公路 公里 万元 亿元 万亩 公顷 小时 分钟 老人 孩子 学生 ' +
    '超过 达到 实现 首批 首个 首次 再添 新增 延长 延后 我们 他们 不能 不用 能不 如何 为何 怎么 什么 一个 一场 一条'
  ).split(' '),
)

function cutsOf(text: string, from: number, to: number, storyText: string): Cut[] {
  const cuts: Cut[] = []
  let depth = 0
  for (let at = from + 1; at < to; at++) {
    const [before, after] = [text[at - 1]!, text[at]!]
    if (/[“‘（《〈]/.test(before)) depth++
    if (/[”’）》〉]/.test(before)) depth = Math.max(0, depth - 1)
    if (isSpace(before)) continue
    if (isSpace(after)) {
      let next = at
      while (next < to && isSpace(text[next])) next++
      cuts.push({ end: at, next, isSpace: true, cost: price.space + depth * price.insideQuotes })
      continue
    }
    if (mayNotBegin.test(after) || mayNotEnd.test(before)) continue
    if (narrow.test(before) && narrow.test(after)) continue
    if (clings(after.charCodeAt(0))) continue
    let cost = depth * price.insideQuotes
    if (/[，；：。！？]/.test(before)) cost += price.pause
    else if (!mayNotBegin.test(before)) cost += wordCost(before + after, storyText)
    // A figure and its measure word: 2路, 三十一部.
    if (/[0-9〇一二三四五六七八九十百千万亿两]/.test(before)) cost += price.particle
    if (/昨日|今日|明日|近日|日前|今年|去年/.test(text.slice(at - 2, at))) cost += price.particle
    if (/[的了着过和与]/.test(after) || /[在把被向从以让为将不]/.test(before)) cost += price.particle
    cuts.push({ end: at, next: at, isSpace: false, cost })
  }
  return cuts
}

/** What it costs to part two characters, by how surely they are one word. */
function wordCost(pair: string, storyText: string): number {
  const times = commonWords.has(pair) ? price.mostPairs : pairs(storyText, pair)
  return price.pair * Math.min(price.mostPairs, times)
}

/** The second half of a character beyond the BMP, and variation selectors. */
const clings = (unit: number) => (unit >= 0xdc00 && unit <= 0xdfff) || (unit >= 0xfe00 && unit <= 0xfe0f)

function pairs(text: string, pair: string): number {
  let count = 0
  for (let at = text.indexOf(pair); at >= 0 && count < price.mostPairs; at = text.indexOf(pair, at + 1))
    count++
  return count
}
