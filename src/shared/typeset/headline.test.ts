import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serifBlack } from './face-data'
import { fitHeadline, type HeadlineProblem } from './headline'

const face = serifBlack
const points = [42, 36, 30, 26, 24, 22, 18, 16, 14, 12]
const fit = (text: string, ems: number, lines: number | null, storyText = '') =>
  fitHeadline(text, { width: ems * 26, sizes: points.slice(3), lines, face, storyText })
const shown = (text: string, ems: number, lines: number | null, storyText = '') => {
  const set = fit(text, ems, lines, storyText)!
  return [points.slice(3)[set.step], set.lines.map(line => line.text).join('|')]
}

describe('a headline is parted where its words part', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['at a pause rather than evenly', '一条巷子的灯，早亮', '', '一条巷子的灯，|早亮'],
    ['at a space', '冬灌开闸 十二万亩麦田喝上水', '', '冬灌开闸|十二万亩麦田喝上水'],
    ['at a pause', '一条巷子的灯，能不能早亮半小时', '', '一条巷子的灯，|能不能早亮半小时'],
    [
      'not inside a word of the story',
      '老旧院落加装滑轨再添三十一部',
      '加装滑轨难。加装滑轨好。',
      '老旧院落加装滑轨|再添三十一部',
    ],
    ['not inside a known word', '城区供热管网昨日完成冷态试运行', '', '城区供热管网|昨日完成冷态试运行'],
    ['not inside a longer word', '城区2路公交末班车今起延后一小时', '', '城区2路公交末班车|今起延后一小时'],
    ['not inside quotes', '举行“麓台上苑杯”欢乐跑活动', '', '举行“麓台上苑杯”|欢乐跑活动'],
    ['not inside 《》', '话剧《草木之间的灯》今晚开演', '', '话剧《草木之间的灯》|今晚开演'],
    ['not inside a number', '全县新修农村公路1286.5公里', '', '全县新修农村|公路1286.5公里'],
    ['not inside a Latin word', '本地小队Champions夺冠归来', '', '本地小队|Champions夺冠归来'],
    ['not before 的', '群众家门口的服务中心', '', '群众家门口的|服务中心'],
    ['not before 了', '山里用了自来水', '', '山里用了|自来水'],
    ['at no mark that may not begin a line', '山不说话：（我替它）记着', '', '山不说话：|（我替它）记着'],
  ]
  test.each(cases)('%s: %s', (_, text, story, lines) => {
    expect(shown(text, 40, 2, story)[1]).toBe(lines)
  })

  test.each([
    ['where no word begins', [0, 2, 4, 7, 9], '全县粮食|生产队再丰收'],
    ['whatever the story says', [0, 1, 3, 5, 8], '全县粮食生|产队再丰收'],
  ])('by the words of a caller, %s', (_, starts, lines) => {
    const set = fitHeadline('全县粮食生产队再丰收', {
      width: 8 * 26,
      sizes: [26],
      lines: 2,
      face,
      storyText: '生产队',
      wordStarts: () => starts,
    })
    expect(set!.lines.map(line => line.text).join('|')).toBe(lines)
  })
})

describe('a headline comes down in size no further than it must', () => {
  test.each<[string, string, number, number | null, number, string]>([
    ['fits as wanted', '春耕生产全面展开', 8, null, 26, '春耕生产全面展开'],
    ['a step down saves a line', '春耕生产全面展开', 7.6, null, 24, '春耕生产全面展开'],
    ['two lines save its size', '冬灌开闸 麦田喝上越冬水', 7, null, 26, '冬灌开闸|麦田喝上越冬水'],
    ['lines as asked', '春耕生产全面展开', 20, 2, 26, '春耕生产|全面展开'],
    ['one line as asked', '冬灌开闸 麦田喝上越冬水', 7, 1, 16, '冬灌开闸 麦田喝上越冬水'],
    ['four lines as asked', '入冬 送热饭 上山 上门', 20, 4, 26, '入冬|送热饭|上山|上门'],
    ['fewer where so many cannot be had', '听渠', 20, 3, 26, '听渠'],
    ['a size is given for a name in quotes', '举行“麓台上苑杯”赛', 5.6, 2, 18, '举行|“麓台上苑杯”赛'],
    ['marks stand on half an em', '“四月”、“五月”', 6.5, null, 26, '“四月”、“五月”'],
    ['full stops are squeezed before it comes down', '好。好。好！好！', 6, null, 26, '好。好。好！好！'],
  ])('%s', (_, text, ems, lines, size, expected) => {
    expect(shown(text, ems, lines)).toEqual([size, expected])
  })

  test.each<[string, number, number | null, HeadlineProblem | null]>([
    ['春耕生产全面展开', 8, null, null],
    ['春耕生产全面展开', 3, 1, 'tooLong'],
    ['“春耕生产全面展开”', 2.6, 2, 'badBreak'],
    ['Llanfairpwllgwyngyllgogerychwyrndrobwll', 4, null, 'tooLong'],
  ])('%s in %f em on %s lines: %s', (text, ems, lines, problem) => {
    expect(fit(text, ems, lines)!.problem).toBe(problem)
  })

  test.each(['', ' ', '　 '])('nothing is set of “%s”', text => expect(fit(text, 10, null)).toBeNull())
})

test('whatever it is, a headline loses nothing but the spaces at its cuts, and keeps to its width', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'冬灌开闸的，“”（）。12A 　水😀'),
    minLength: 1,
    maxLength: 30,
  })
  const lines = fc.constantFrom(null, 1, 2, 3, 4)
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), lines, (headline, ems, count) => {
      const set = fit(headline, ems, count)
      expect(set === null).toBe(headline.trim() === '')
      const size = points.slice(3)[set?.step ?? 0]!
      const room = set?.problem === 'tooLong' ? Infinity : (ems * 26 * 1000) / size
      let end = 0
      for (const line of set?.lines ?? []) {
        expect(headline.slice(end, line.start).trim()).toBe('')
        end = line.start + line.text.length
        expect(headline.slice(line.start, end)).toBe(line.text)
        expect(line.clusters.join('')).toBe(line.text)
        expect(line.xs).toHaveLength(line.clusters.length)
        expect(line.width).toBeLessThanOrEqual(room)
      }
      expect(headline.slice(end).trim()).toBe('')
      expect(set?.lines.length ?? 0).toBeLessThanOrEqual(count ?? 3)
    }),
    { numRuns: 2000 },
  )
})
