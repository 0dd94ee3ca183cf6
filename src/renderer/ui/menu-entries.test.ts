import { expect, test } from 'vitest'
import { menuOf, type MenuEntry } from './menu-entries'

const did: string[] = []
const act = (label: string): MenuEntry => ({ label, run: () => did.push(label) })

test('every act is run by its key, and a head by none', () => {
  const { items, run } = menuOf([act('打开'), { label: '状态', entries: [act('初审'), act('复审')] }])
  const [open, state] = items
  const second = state && 'children' in state ? state.children?.[1] : undefined
  for (const item of [open, state, second]) run(String(item?.key))
  expect(did).toEqual(['打开', '复审'])
})

const line = 'line' as const

test.each<[string, readonly MenuEntry[], string]>([
  ['between acts', [act('甲'), line, act('乙')], '甲|乙'],
  ['at an end', [line, act('甲'), line], '甲'],
  ['twice', [act('甲'), line, line, act('乙')], '甲|乙'],
  ['before nothing else', [act('甲'), line, line], '甲'],
  ['alone', [line], ''],
])('a line %s', (_, entries, shown) => {
  const told = menuOf(entries).items.map(item => (item && 'label' in item ? item.label : '|'))
  expect(told.join('')).toBe(shown)
})
