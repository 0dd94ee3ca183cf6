import { expect, test } from 'vitest'
import type { Fault } from '../../../shared/page/faults/fault'
import { faultCounts, sortedFaults } from './fault-counts'

const fault = (key: string, severity: Fault['severity'], isKept = false): Fault => ({
  rule: 'runt',
  key,
  severity,
  frameIds: [],
  where: '',
  marks: [],
  message: '',
  remedy: '',
  ignored: isKept ? { key, reason: '留着', by: 'p', at: '2026-11-24T10:00:00.000Z' } : null,
})
const words = (faults: readonly Fault[]) => faultCounts(faults).map(count => count.words)

test.each<readonly [string, readonly Fault[], readonly string[]]>([
  ['none', [], []],
  ['one note', [fault('a', 'info')], ['注 1']],
  [
    'worst first',
    [fault('a', 'info'), fault('b', 'warn'), fault('c', 'error'), fault('d', 'warn')],
    ['错 1', '疑 2', '注 1'],
  ],
  ['those that are kept not counted', [fault('a', 'error', true), fault('b', 'warn')], ['疑 1']],
])('counts of %s', (_, faults, said) => {
  expect(words(faults)).toEqual(said)
})

test('the order of the list is that of weight, and within one that of the rules', () => {
  const faults = [fault('a', 'info'), fault('b', 'error'), fault('c', 'warn', true), fault('d', 'error')]
  expect(sortedFaults(faults).map(({ key }) => key)).toEqual(['b', 'd', 'a'])
})
