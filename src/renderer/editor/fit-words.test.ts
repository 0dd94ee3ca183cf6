import { ems } from '../../shared/page/sizes'
import { expect, test } from 'vitest'
import type { Fit } from '../../shared/page/compose/body'
import { fitWords } from './fit-words'

const none = { lines: 0, characters: 0 }
const fit = (change: Partial<Fit>): Fit => ({
  lines: 42,
  available: 42,
  overset: none,
  underset: none,
  ...change,
})

test.each<[string, Fit, number | null, string[]]>([
  ['without a depth', fit({}), null, ['ink', '42 行', '每行 13 字，不限行']],
  ['that fits', fit({}), 42, ['green', '正好', '文框 42 行']],
  [
    'over',
    fit({ available: 40, overset: { lines: 2, characters: 19 } }),
    40,
    ['red', '溢 2 行', '19 字 · 文框 40 行'],
  ],
  [
    'short',
    fit({ available: 45, underset: { lines: 3, characters: 39 } }),
    45,
    ['amber', '欠 3 行', '约 39 字 · 文框 45 行'],
  ],
])('a galley %s', (_, of, depth, words) => {
  const { tone, headline, detail } = fitWords(of, { depth, measure: ems(13) })
  expect([tone, headline, detail]).toEqual(words)
})
