import { describe, expect, test } from 'vitest'
import { clean } from '../clean'
import { draftParagraph } from '../draft'

/** One paragraph of running text through the character rules; a heading where it begins with #. */
const set = (text: string) => {
  const isTitle = text.startsWith('#')
  const draft = {
    source: 'story' as const,
    blocks: [draftParagraph(text.replace(/^#/u, ''), { style: isTitle ? 'title' : null })],
    pictures: [],
  }
  const { parts } = clean(draft, { reverted: new Set() })
  return isTitle
    ? parts.headline
    : parts.blocks.map(block => (block.kind === 'photo' ? '' : block.text)).join('¶')
}

describe('marks', () => {
  test.each([
    // half-width → full-width
    ['祁县,晋中', '祁县，晋中'],
    ['祁县, 晋中', '祁县，晋中'],
    ['增长8.5%,居全市第一', '增长8.5%，居全市第一'],
    ['好吗?好!', '好吗？好！'],
    ['他说:好', '他说：好'],
    ['祁县;晋中', '祁县；晋中'],
    ['张三(1980年生)说', '张三（1980年生）说'],
    ['云岭县(附图)', '云岭县（附图）'],
    ['顺利完成.', '顺利完成。'],
    ['先收玉米.再种小麦.', '先收玉米。再种小麦。'],
    // one of a pair
    ['云岭县（附图)', '云岭县（附图）'],
    ['云岭县(附图）', '云岭县（附图）'],
    // repeats
    ['好，，好。。', '好，好。'],
    ['好！！', '好！！'],
    ['什么？？', '什么？？'],
    // points
    ['等等...', '等等……'],
    ['等等。。。', '等等……'],
    ['等等…', '等等……'],
    ['等等……', '等等……'],
    ['等等.........', '等等……'],
    // strokes
    ['他说--好', '他说——好'],
    ['他说――好', '他说——好'],
    ['他说——好', '他说——好'],
    ['他说───好', '他说——好'],
    // 、 between quoted items
    ['“三会一课”、“主题党日”', '“三会一课”“主题党日”'],
    ['《云岭志》、《青禾谣》、《田歌》', '《云岭志》《青禾谣》《田歌》'],
    ['“甲”、“乙”、丙', '“甲”、“乙”、丙'],
    ['甲、“乙”、“丙”', '甲、“乙”、“丙”'],
  ])('%s → %s', (wrong, right) => expect(set(wrong)).toBe(right))

  test.each([
    '投资1,000万元',
    '增长3.5%',
    '上午10:30开始',
    '比分3:2',
    '网址http://example.com/a,b?c=1(d)',
    '邮箱a.b@example.com',
    'Wi-Fi(WLAN) mode',
    'Hello, world!',
    '第1.种植',
    '10-20人',
    '电话0354-5222222',
    '编号A--B',
    'etc...',
    '他说-好',
    '1)种植',
  ])('%s stays', text => expect(set(text)).toBe(text))
})

describe('quotes', () => {
  test.each([
    ['"红色"基因', '“红色”基因'],
    ['"红色""绿色"', '“红色”“绿色”'],
    ['他说:"好的。"', '他说：“好的。”'],
    ["他说：'好的'", '他说：“好的”'],
    ['他说："我们叫它\'双抢\'。"', '他说：“我们叫它‘双抢’。”'],
    ['他说：“我们叫它“双抢”。”', '他说：“我们叫它‘双抢’。”'],
    ['开展‘双抢’', '开展“双抢”'],
    ['建好「菜篮子」', '建好“菜篮子”'],
    ['建好「菜『园』子」', '建好“菜‘园’子”'],
  ])('%s → %s', (wrong, right) => expect(set(wrong)).toBe(right))

  test.each([
    '他说："我爱"双抢"时节。"',
    '他说："好的',
    '他说“好的',
    "听English Teacher's课",
    '5"屏幕的手机',
    '“甲”乙”',
    'say "hello" now',
    '’90年代的歌',
  ])('%s stays', text => expect(set(text)).toBe(text))
})

describe('signs and spaces', () => {
  test.each([
    ['２０２５年', '2025年'],
    ['１２．５万吨', '12.5万吨'],
    ['增长９８％', '增长98%'],
    ['增长98％', '增长98%'],
    ['ＧＤＰ总量', 'GDP总量'],
    ['面积30㎡', '面积30平方米'],
    ['行程5㎞', '行程5公里'],
    ['气温20℃', '气温20℃'],
    ['祁 县农业局', '祁县农业局'],
    ['今年 25 批游客', '今年25批游客'],
    ['使用 AI 技术', '使用AI技术'],
    ['好 ，来', '好，来'],
    ['“ 好 ”', '“好”'],
    ['祁\u00a0县农业局', '祁县农业局'],
    ['祁\u200b县', '祁县'],
    ['　　入冬以来', '入冬以来'],
    ['\t入冬以来 ', '入冬以来'],
    ['春 种 秋 收', '春种秋收'],
    ['#云岭县 3 万亩小麦', '云岭县3万亩小麦'],
    ['#“ 小 ”店', '“小”店'],
  ])('%s → %s', (wrong, right) => expect(set(wrong)).toBe(right))

  test.each([
    '获奖者有张三 李四 王五',
    '记者 张三',
    '不忘初心 牢记使命',
    '曾　强',
    'New York',
    '138 0354 1234',
    '#农技入户 送来“及时雨”',
    '#增收 3万元',
    '甲　乙　丙',
  ])('%s stays', text => expect(set(text)).toBe(text.replace('#', '')))
})
