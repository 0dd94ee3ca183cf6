/** Made-up county news of any length: the same text for every setter, the same on every machine. */
const clauses = [
  '今年以来',
  '县农业农村局组织农技人员深入田间地头',
  '指导群众开展春耕生产',
  '为全年粮食丰收打下坚实基础',
  '“种什么、怎么种、卖给谁，现在心里都有数”',
  '村民李大爷说',
  '截至目前',
  '全县已完成春播面积12.6万亩',
  '占计划的98%',
  '较去年同期提前5天',
  '记者在镇便民服务中心看到',
  '办事窗口前秩序井然',
  '“一站式”服务让群众少跑腿',
  '下一步',
  '将继续推行《乡村治理积分办法》',
  '（含12个行政村）的道路改造已经开工',
  '总投资1380余万元',
  '由县交通运输局与各镇（街道）共同实施',
  '工期为2025年3月至10月',
  '确保群众出行更安全、更便捷',
]

/** A small generator of numbers, the same everywhere (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** Paragraphs of 60 to 180 characters, `characters` in all or a few more. */
export function newsText(characters: number, seed = 1): string[] {
  const next = numbers(seed)
  const paragraphs: string[] = []
  for (let total = 0; total < characters;) {
    const wanted = 60 + next(120)
    let text = ''
    while (text.length < wanted) {
      text += clauses[next(clauses.length)]
      text += text.length >= wanted || next(4) === 0 ? '。' : '，'
    }
    paragraphs.push(text.replace(/，$/, '。'))
    total += text.length
  }
  return paragraphs
}
