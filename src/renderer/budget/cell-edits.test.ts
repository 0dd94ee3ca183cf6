import { expect, test } from 'vitest'
import { cellKinds, changeOf, choicesOf, inputOf } from './cell-edits'
import { contextFixture, rowWith } from '../../shared/budget/rows.testing'
import type { ColumnKey } from './row-order'

// 18:42 on 24 November in Shanghai.
const clock = { now: new Date('2026-11-24T10:42:00Z'), zone: 'Asia/Shanghai' }

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
])('%s takes %j', (column, input, change) => {
  expect(changeOf(column, input, clock)).toEqual({ ok: true, change })
})

test.each<[ColumnKey, string]>([
  ['characters', '六百'],
  ['characters', '-5'],
  ['characters', '100001'],
  ['characters', '6.5'],
  ['lines', '10001'],
  ['deadline', '尽快'],
  ['headline', '冬灌'],
  ['number', '3'],
])('%s does not take %j', (column, input) => {
  expect(changeOf(column, input, clock)).toMatchObject({ ok: false, problem: expect.stringMatching(/./) })
})

const full = rowWith({
  slug: '冬灌',
  plannedCharacters: 600,
  plannedLines: null,
  editionId: 'today',
  page: 2,
  editorId: 'lu',
  deadline: '2026-11-24T12:00:00.000Z',
})

test.each(Object.keys(cellKinds) as ColumnKey[])(
  '%s: what stands in the field means the same plan',
  column => {
    const made = changeOf(column, inputOf(full, column, clock), clock)
    expect(full).toMatchObject(made.ok ? made.change : { problem: made.problem })
  },
)

test('places begin with the chosen edition and have room for a story without a page', () => {
  expect(choicesOf(rowWith({}), 'place', contextFixture).map(choice => choice.label)).toEqual([
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

test('a page that the edition does not have stays choosable where the story stands on it', () => {
  const labels = choicesOf(rowWith({ editionId: 'before', page: 9 }), 'place', contextFixture).map(
    c => c.label,
  )
  expect(labels).toContain('11月23日 九版')
})

test('who left the paper can only be left where he stands', () => {
  const people = new Map(contextFixture.people)
  people.set('old', { id: 'old', name: '老韩', roles: ['reporter'], retired: true })
  const context = { ...contextFixture, people }
  const values = (editorId: string | null) =>
    choicesOf(rowWith({ editorId }), 'editor', context).map(choice => choice.value)
  expect(values(null)).toEqual(['', 'zhou', 'lu'])
  expect(values('old')).toEqual(['', 'zhou', 'lu', 'old'])
})
