import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { BudgetRow } from '../../../shared/budget/budget-row'
import { contextFixture, rowWith } from '../../../shared/budget/rows.testing'
import { storyPlanSchema } from '../../../shared/budget/story-plan'
import { passes, valuesOf } from '../row-filters'
import type { CellChange, ColumnView } from './column'
import { columnOf, columns, groupingColumn, mainColumn, type ColumnKey } from './index'

// 18:42 on 24 November in Shanghai.
const clock = { now: new Date('2026-11-24T10:42:00Z'), zone: 'Asia/Shanghai' }
const view: ColumnView = { ...contextFixture, clock }

/** A story of which everything is known. */
const full = rowWith({
  number: 7,
  headline: '冬灌开闸',
  slug: '冬灌',
  characters: 648,
  plannedCharacters: 600,
  lines: 41,
  plannedLines: 38,
  editionId: 'today',
  page: 2,
  author: '王倩茹',
  editorId: 'lu',
  deadline: '2026-11-24T12:00:00.000Z',
  photos: 2,
  photosWithoutCaption: 1,
  note: '等图',
  changedBy: 'zhou',
})
const bare = rowWith({})
const rows: readonly BudgetRow[] = [
  full,
  bare,
  rowWith({ number: 2, genre: '通讯', state: 'signed', editionId: 'before', page: null }),
  rowWith({ number: 3, editionId: 'gone', page: 1, trashedAt: '2026-11-23T12:00:00.000Z' }),
]

describe('the columns', () => {
  test('have keys and titles of their own, and one takes the rest', () => {
    for (const names of [columns.map(one => one.key), columns.map(one => one.title)]) {
      expect(new Set(names).size).toBe(columns.length)
      expect(names).not.toContain('')
    }
    expect(columns.filter(one => one.width === 'rest')).toEqual([mainColumn])
    expect(mainColumn.isUsuallyHidden).toBeUndefined()
  })

  test('are named by nothing outside of their own files', () => {
    const room = new URL('..', import.meta.url)
    const files = readdirSync(room).filter(name => /\.tsx?$/.test(name) && !name.includes('.test'))
    const keys = columns.map(column => column.key).join('|')
    const decides = new RegExp(
      `case '(${keys})'|(key|[cC]olumn) [!=]== '(${keys})'|^ +'?(${keys})'?: \\d`,
      'mu',
    )
    expect(files.filter(name => decides.test(readFileSync(new URL(name, room), 'utf8')))).toEqual([])
  })

  test('group the rows under the heads of their pages', () => {
    expect(groupingColumn.groups?.(rows, view).map(group => group.key)).toEqual([
      'today:2',
      'before:',
      'gone:1',
      ':',
    ])
  })
})

describe.each(columns.map(column => [column.key, column] as const))('%s is whole', (_, column) => {
  test('it says something of a full row, and has words for a bare one', () => {
    expect(column.words(full, view)).not.toBe('')
    for (const row of rows) {
      expect(column.words(row, view)).toEqual(expect.any(String))
      expect(column.hover?.(row, view) ?? '').toEqual(expect.any(String))
    }
  })

  test('it can be ordered by', () => {
    const values = rows.map(row => column.order(row, view))
    for (const value of values)
      expect(value === null || ['string', 'number'].includes(typeof value)).toBe(true)
    const kinds = new Set(values.filter(value => value !== null).map(value => typeof value))
    expect(kinds.size).toBe(1)
    expect(values.some(Number.isNaN)).toBe(false)
  })
})

const filters = columns.flatMap(({ key, filter }) => (filter ? [[key, filter] as const] : []))
const edits = columns.flatMap(({ key, edit }) => (edit ? [[key, edit] as const] : []))

test.each(filters)('%s: every row is found by its filter', (key, filter) => {
  const values = valuesOf(filter.choices(rows, view))
  expect(new Set(values).size).toBe(values.length)
  for (const row of rows) {
    expect(values).toContain(filter.valueOf(row))
    expect(passes(row, { [key]: [filter.valueOf(row)] })).toBe(true)
    expect(passes(row, { [key]: ['…'] })).toBe(false)
  }
})

const isPlan = (made: CellChange) => made.ok && storyPlanSchema.partial().safeParse(made.change).success

test.each(edits)('%s: what stands in its field means the same plan, and the contract takes it', (_, edit) => {
  for (const row of rows) {
    const made = edit.read(edit.inputOf(row, clock), clock)
    expect(isPlan(made)).toBe(true)
    expect(row).toMatchObject(made.ok ? made.change : { problem: made.problem })
  }
})

const chosen = edits.flatMap(([key, edit]) => (edit.kind === 'choice' ? [[key, edit] as const] : []))
const typed = edits.flatMap(([key, edit]) => (edit.kind === 'choice' ? [] : [[key, edit] as const]))

test.each(chosen)('%s: every choice is one, has a name, and the contract takes it', (_, edit) => {
  const held = rows.filter(row => row.trashedAt === null)
  const choices = edit.choices(held, view)
  const values = choices.map(choice => choice.value)
  expect(new Set(values).size).toBe(values.length)
  for (const row of held) expect(values).toContain(edit.inputOf(row, clock))
  for (const { value, label } of choices) {
    expect(label).not.toBe('')
    expect(isPlan(edit.read(value, clock))).toBe(true)
  }
})

test.each(typed)('%s: its field takes no more than the contract does', (_, edit) => {
  expect(edit.limit).toBeGreaterThan(0)
  // A figure or a time that is too much is told; words are kept short by the field itself.
  const full = (edit.kind === 'count' ? '9' : '水').repeat(edit.limit)
  expect(isPlan(edit.read(full, clock))).toBe(edit.kind === 'text')
  for (const offer of edit.offers?.(view) ?? []) expect(isPlan(edit.read(offer, clock))).toBe(true)
})

const changeOf = (key: ColumnKey, input: string) => columnOf(key).edit?.read(input, clock)

test.each<[ColumnKey, string, object]>([
  ['characters', '600', { plannedCharacters: 600 }],
  ['characters', '１，２００ 字', { plannedCharacters: 1200 }],
  ['characters', ' ', { plannedCharacters: null }],
  ['characters', '无', { plannedCharacters: null }],
  ['lines', '38行', { plannedLines: 38 }],
  ['deadline', '20:00', { deadline: '2026-11-24T12:00:00.000Z' }],
  ['deadline', '', { deadline: null }],
  ['place', 'none', { editionId: null, page: null }],
  ['place', 'today:', { editionId: 'today', page: null }],
  ['place', 'a:b:12', { editionId: 'a:b', page: 12 }],
  ['editor', '', { editorId: null }],
  ['editor', 'lu', { editorId: 'lu' }],
  ['genre', '通讯', { genre: '通讯' }],
  ['state', 'signed', { state: 'signed' }],
  ['slug', ' 冬灌 ', { slug: '冬灌' }],
  ['note', '等图', { note: '等图' }],
])('%s takes %j', (key, input, change) => {
  expect(changeOf(key, input)).toEqual({ ok: true, change })
})

test.each<[ColumnKey, string]>([
  ['characters', '六百'],
  ['characters', '-5'],
  ['characters', '100001'],
  ['characters', '6.5'],
  ['lines', '10001'],
  ['deadline', '尽快'],
])('%s does not take %j', (key, input) => {
  expect(changeOf(key, input)).toMatchObject({ ok: false, problem: expect.stringMatching(/./) })
})

test.each<ColumnKey>(['number', 'headline', 'photos', 'changed'])('%s comes from the story itself', key => {
  expect(columnOf(key).edit).toBeUndefined()
})

const labelsOf = (key: ColumnKey, ...held: readonly BudgetRow[]) => {
  const edit = columnOf(key).edit
  return edit?.kind === 'choice' ? edit.choices(held, contextFixture).map(choice => choice.label) : []
}

test('places begin with the chosen edition and have room for a story without a page', () => {
  expect(labelsOf('place', bare)).toEqual([
    '未排期',
    '11月24日 一版 · 要闻',
    '11月24日 二版 · 综合',
    '11月24日 三版 · 副刊',
    '11月24日 四版',
    '11月24日 未定版',
    '11月23日 一版 · 要闻',
    '11月23日 二版 · 综合',
    '11月23日 未定版',
  ])
})

test('a page that the edition does not have stays choosable where one of the stories stands on it', () => {
  expect(labelsOf('place', bare, rowWith({ editionId: 'before', page: 9 }))).toContain('11月23日 九版')
})

test('who left the paper can only be left where he stands', () => {
  const people = new Map(contextFixture.people)
  people.set('old', { id: 'old', name: '老韩', roles: ['reporter'], retired: true })
  const context = { ...contextFixture, people }
  const values = (editorId: string | null) => {
    const { edit } = columnOf('editor')
    return edit?.kind === 'choice' ? edit.choices([rowWith({ editorId })], context).map(one => one.value) : []
  }
  expect(values(null)).toEqual(['', 'zhou', 'lu'])
  expect(values('old')).toEqual(['', 'zhou', 'lu', 'old'])
})
