import { isBesideHan } from './characters'
import { halfWidthMarks, mixedBrackets, unclearPoints } from './half-width'
import { replaced, titleParts, type Finding, type StyleRule, type TextContext } from './rule'

/** ……: from ..., 。。。, …, ・・・ and longer runs. 。.. is three points of which the first was taken for a full stop. */
function ellipses(text: string, { caret }: TextContext): Finding[] {
  const runs = /[.…]+|(?<!。)。\.\.(?!\.)|。{3,}|[・·]{3,}/gu
  return [...text.matchAll(runs)].flatMap(({ index: from, 0: run }) => {
    const to = from + run.length
    const isOne = run !== '……' && (run.length > 2 || run.includes('…'))
    return isOne && isBesideHan(text, from, to, caret) ? [replaced(from, to, '……')] : []
  })
}

/** ——: from --, ――, ── and longer runs. One stroke alone may be a range or a score. */
function dashes(text: string, { caret }: TextContext): Finding[] {
  return [...text.matchAll(/[-—―─–−]{2,}/gu)].flatMap(({ index: from, 0: run }) => {
    const to = from + run.length
    return run !== '——' && isBesideHan(text, from, to, caret) ? [replaced(from, to, '——')] : []
  })
}

/** One mark typed twice. ！！ and ？？ may be meant, and three points are an ellipsis. */
function doubles(text: string): Finding[] {
  return [...text.matchAll(/(?<!。)。。(?!。)|，，+|、、+|；；+|：：+/gu)].map(({ index, 0: run }) =>
    replaced(index + 1, index + run.length, ''),
  )
}

/** 、 between items that all stand in quotes or 《》. */
function marksBetweenQuotes(text: string): Finding[] {
  const rows = /(?:“[^“”]*”|《[^《》]*》)(?:、(?:“[^“”]*”|《[^《》]*》))+/gu
  return [...text.matchAll(rows)].flatMap(({ index, 0: row }) => {
    // An item without quotes before or after them: then the marks are needed.
    if (text.charAt(index - 1) === '、' || text.charAt(index + row.length) === '、') return []
    return [...row.matchAll(/(?<=[”》])、(?=[“《])/gu)].map(mark =>
      replaced(index + mark.index, index + mark.index + 1, ''),
    )
  })
}

/** The full stop at the end of a headline. */
const titleStop = (text: string): Finding[] =>
  /[^。]。$/u.test(text) ? [replaced(text.length - 1, text.length, '')] : []

/** Marks of GB/T 15834 but for those that stand in pairs. */
export const marks = [
  {
    id: 'mark.ellipsis',
    name: '省略号',
    done: '省略号改成……',
    source: 'GB/T 15834—2011 4.11',
    isSafe: true,
    parts: null,
    find: ellipses,
    examples: {
      wrong: [
        ['等等...', '等等……'],
        ['等等。。。', '等等……'],
        ['等等。..', '等等……'],
        ['等等…', '等等……'],
        ['等等.........', '等等……'],
        ['等等…….', '等等……'],
        ['等等···', '等等……'],
        ['...后来', '……后来'],
      ],
      right: ['等等……', 'etc...', '第1...5页', '好。。'],
    },
    typing: { switch: 'ellipsis', strokes: /(?:[.。…·・]|[.。…·・]{2,}[\p{Script=Han}“‘（《])$/u },
  },
  {
    id: 'mark.dash',
    name: '破折号',
    done: '破折号改成——',
    source: 'GB/T 15834—2011 4.10',
    isSafe: true,
    parts: null,
    find: dashes,
    examples: {
      wrong: [
        ['他说--好', '他说——好'],
        ['他说――好', '他说——好'],
        ['他说───好', '他说——好'],
        ['--青禾镇见闻', '——青禾镇见闻'],
      ],
      right: ['他说——好', '他说-好', '10-20人', '编号A--B', '电话0354-5222222'],
    },
    typing: { switch: 'dash', strokes: /(?:[-—―─–−]|[-—―─–−]{2,}[\p{Script=Han}“‘（《])$/u },
  },
  {
    id: 'mark.half-width',
    name: '半角标点',
    done: '半角标点改成全角',
    source: 'GB/T 15834—2011 5.1',
    isSafe: true,
    parts: null,
    find: halfWidthMarks,
    examples: {
      wrong: [
        ['祁县,晋中', '祁县，晋中'],
        ['增长8.5%,居全市第一', '增长8.5%，居全市第一'],
        ['好吗?好!', '好吗？好！'],
        ['他说:好', '他说：好'],
        ['祁县;晋中', '祁县；晋中'],
        ['张三(1980年生)说', '张三（1980年生）说'],
        ['(附图)', '（附图）'],
        ['用WPS(2026)写', '用WPS（2026）写'],
        ['顺利完成.', '顺利完成。'],
        ['先收玉米.再种小麦.', '先收玉米。再种小麦。'],
        ['图/史婉(县融媒体中心)', '图/史婉（县融媒体中心）', 'credit'],
      ],
      right: [
        '投资1,000万元',
        '增长3.5%',
        '上午10:30开始',
        '比分3:2',
        '网址http://example.com/a,b?c=1(d)',
        '邮箱a.b@example.com',
        'Wi-Fi(WLAN) mode',
        'Hello, world!',
        '第1.种植',
        '1)种植',
        // The dot of a foreign name, or a full stop: asked.
        '卡尔.马克思说过。',
        ['先收玉米.再种小麦', 'headline'],
      ],
    },
    typing: {
      switch: 'marks',
      strokes: /(?:[,.;:?!()]|[,;:?!)][\p{Script=Han}“‘（《])$/u,
    },
  },
  {
    id: 'pair.mixed',
    name: '括号一全一半',
    done: '括号配成一对',
    source: 'GB/T 15834—2011 4.9',
    isSafe: true,
    parts: null,
    find: mixedBrackets,
    examples: {
      wrong: [
        ['云岭县（附图)', '云岭县（附图）'],
        ['云岭县(附图）', '云岭县（附图）'],
      ],
      right: ['云岭县（附图）', 'Wi-Fi(WLAN)', '1）种植'],
    },
    typing: { switch: 'marks', strokes: /[)）]$/u },
  },
  {
    id: 'mark.repeat',
    name: '标点重复',
    done: '去掉重复标点',
    source: 'GB/T 15834—2011 4',
    isSafe: true,
    parts: null,
    find: doubles,
    examples: {
      wrong: [
        ['好。。', '好。'],
        ['好，，，好', '好，好'],
        ['甲、、乙', '甲、乙'],
      ],
      right: ['好！！', '什么？？', '等等。。。'],
    },
    typing: null,
  },
  {
    id: 'mark.deng-comma',
    name: '引号间的顿号',
    done: '去掉引号间的顿号',
    source: 'GB/T 15834—2011 4.5.3.5',
    isSafe: true,
    parts: null,
    find: marksBetweenQuotes,
    examples: {
      wrong: [
        ['“三会一课”、“主题党日”', '“三会一课”“主题党日”'],
        ['《云岭志》、《青禾谣》、《田歌》', '《云岭志》《青禾谣》《田歌》'],
      ],
      right: ['“甲”、“乙”、丙', '甲、“乙”、“丙”', '甲、乙'],
    },
    typing: null,
  },
  {
    id: 'mark.middle-dot',
    name: '汉字间的点',
    done: '汉字间的点改成句号或间隔号',
    source: 'GB/T 15834—2011 4.14',
    isSafe: false,
    parts: ['paragraph', 'caption', 'summary', 'editorNote'],
    find: unclearPoints,
    examples: {
      wrong: [['卡尔.马克思说过。', '卡尔。马克思说过。']],
      right: ['卡尔·马克思说过。', '增长3.5%。'],
    },
    typing: null,
  },
] as const satisfies readonly StyleRule[]

/** Marks of headlines, looked at once their spaces are set: in 题 。 there is a space before the stop. */
export const titleMarks = [
  {
    id: 'mark.title-end',
    name: '标题末尾的句号',
    done: '去掉标题末尾的句号',
    source: '报纸习惯',
    isSafe: true,
    parts: titleParts,
    find: titleStop,
    examples: {
      wrong: [['秋粮收购忙。', '秋粮收购忙', 'headline']],
      right: ['秋粮收购忙。', ['冬灌开闸了！', 'headline'], ['冬灌……', 'deck']],
    },
    typing: null,
  },
] as const satisfies readonly StyleRule[]
