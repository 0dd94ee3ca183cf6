import { pt } from '../sizes'
import { describe, expect, test } from 'vitest'
import { setCaption } from './caption'

const captions = [
  '标准化初加工车间里，工人忙着分拣包装。',
  '11月23日，清水河干渠一号闸门提起，渠水流进麦田。',
  '农技员在大棚里查看番茄长势，讲解“水肥一体化”怎样省工。',
  '夜间门诊开到晚上9点，附近居民下班后来看病。',
  '古城社区500余名跑步爱好者沿“外围环线”奔跑（无人机照片）。',
]
const size = pt(7.5)
const photo = { image: null, width: 1800, height: 1200, credit: '江　南　摄' }

describe('no caption ends in a single character', () => {
  const measures = Array.from({ length: 33 }, (_, at) => 8 + at / 2)
  test.each(measures)('at %f em', ems => {
    for (const caption of captions) {
      for (let end = Math.ceil(ems) + 1; end <= caption.length; end++) {
        const text = `${caption.slice(0, end)}。`
        const set = setCaption({ ...photo, caption: text }, pt(ems * size), size, pt(13))
        const { items } = set.paint(
          { frameId: 'a', firstLine: 0 },
          { caption: null, credit: null },
          pt(0),
          pt(0),
          pt(1000),
        )
        const lines = items
          .flatMap(item => (item.kind === 'text' ? [item.clusters.join('')] : []))
          .slice(0, -1)
        const last = lines.length > 1 ? lines.at(-1)! : '两字'
        expect([lines, last.replace(/[，。“”（）]/g, '').length > 1]).toEqual([lines, true])
      }
    }
  })
})
