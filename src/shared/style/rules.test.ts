import { describe, expect, test } from 'vitest'
import { looksAt, type RightExample, type StyleRule } from './rule'
import { mended } from './mend'
import { styleRules } from './rules'
import { typingSwitches } from './typing-switches'

const partOf = (example: RightExample) => (typeof example === 'string' ? 'paragraph' : example[1])
const textOf = (example: RightExample) => (typeof example === 'string' ? example : example[0])
const found = (rule: StyleRule, text: string, part: Parameters<typeof mended>[1]) =>
  looksAt(rule, part) ? rule.find(text, { part, caret: null }) : []

describe.each(styleRules.map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
  const wrong = rule.examples.wrong.map(([text, right, part = 'paragraph']) => [text, right, part] as const)
  test.each(wrong)('finds %s, to be mended as %s', (wrong, right, part) => {
    const findings = found(rule, wrong, part)
    expect(findings).not.toEqual([])
    for (const { from, to, fixes } of findings) {
      expect(from).toBeLessThan(to)
      expect(fixes.length > 0).toBe(right !== null)
    }
    if (right === null) return
    expect(mended(wrong, part, [rule])).toBe(right)
    expect(found(rule, right, part)).toEqual([])
  })

  test.each(rule.examples.right.map(example => [textOf(example), partOf(example)] as const))(
    'finds nothing in %s',
    (right, part) => expect(found(rule, right, part)).toEqual([]),
  )

  test('says what it is', () => {
    expect(rule.id).toMatch(/^[a-z]+\.[a-z]+(?:-[a-z]+)*$/u)
    expect(rule.name).toMatch(/\p{Script=Han}/u)
    expect(rule.done).toMatch(/\p{Script=Han}/u)
    expect(rule.source).not.toBe('')
    expect(rule.examples.wrong).not.toEqual([])
    expect(rule.examples.right).not.toEqual([])
    // One answer, whatever the text says.
    expect(rule.isSafe && rule.examples.wrong.some(([, right]) => right === null)).toBe(false)
  })
})

test('no rule stands twice', () => {
  const ids = styleRules.map(({ id }) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  const names = styleRules.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('every switch switches something off', () => {
  const used = new Set(styleRules.flatMap(({ typing }) => (typing ? [typing.switch] : [])))
  expect([...used].sort()).toEqual(Object.keys(typingSwitches).sort())
})

test.each([
  ' ',
  '　',
  '\u200b',
  '“',
  '”',
  '（',
  '1',
  '1,',
  'a.',
  '。',
  '…',
  '—',
  '-',
  '！',
  '《',
  '记者 ',
  '张三、',
  '水 ',
])('every rule comes to an end on 200,000 of %j before a word', unit => {
  const text = `${unit.repeat(200_000)}水`
  for (const rule of styleRules)
    expect(rule.find(text, { part: 'paragraph', caret: null }).length).toBeGreaterThanOrEqual(0)
})
