import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { SearchIndex } from './search-index'
import { openDerived } from './derived'
import { searchQuery } from './search-terms'
import { join } from 'node:path'
import { temporaryFolder } from '../newsroom/temporary-newsroom.testing'

test.each([
  ['水', '"水"'],
  ['冬灌', '"冬  灌"'],
  ['  冬灌　水渠 ', '"冬  灌" AND "水  渠"'],
  ['ＧＤＰ', '"GDP"*'],
  ['2026年', '"2026 年"'],
  ['"', null],
  ['，。', null],
  ['', null],
  ['"冬" OR', '"冬" AND "OR"*'],
] as const)('%j is asked as %j', (query, expected) => {
  const asked = searchQuery(query)
  expect(asked?.replaceAll(/\s+/g, ' ') ?? null).toBe(expected?.replaceAll(/\s+/g, ' ') ?? null)
  // Whatever the user types, FTS5 understands what is asked of it.
  const db = new Sqlite(':memory:')
  db.exec('CREATE VIRTUAL TABLE t USING fts5 (x)')
  expect(db.prepare('SELECT * FROM t WHERE t MATCH ?').all(asked ?? 'nothing')).toEqual([])
})

const stories = [
  { id: 'canal', headline: '冬灌开闸', body: '清水河干渠一号闸门缓缓提起，𠮷田镇。', names: '沈一禾\n1' },
  {
    id: 'clinic',
    headline: '夜间门诊亮灯',
    body: '县医院的GDP2025报告说，清水镇也开了门诊。',
    names: '陆远\n2',
  },
  { id: 'lamp', headline: '那盏灯', body: '评论员说冬天的灯。ＡＢＣ', names: '顾明川\n3' },
]

function filled(): SearchIndex {
  const index = new SearchIndex(openDerived(join(temporaryFolder(), 'derived.db')))
  index.put(stories.map((story, at) => ({ ...story, number: at + 1, revision: 0, editor: null })))
  return index
}

test.each([
  ['灯', ['lamp', 'clinic']],
  ['清水', ['clinic', 'canal']],
  ['清水河', ['canal']],
  ['水清', []],
  ['冬灌开闸', ['canal']],
  ['清水河干渠一号闸门缓缓提起', ['canal']],
  ['𠮷', ['canal']],
  ['沈一禾', ['canal']],
  ['门诊 陆远', ['clinic']],
  ['门诊 沈一禾', []],
  ['gdp', ['clinic']],
  ['abc', ['lamp']],
  ['2025', []],
  ['3', ['lamp']],
  ['%', []],
  ['没有的词', []],
] as const)('%j finds %j', (query, ids) => {
  expect(filled().find(query).toSorted()).toEqual([...ids].toSorted())
})

test('a word in the headline counts for more than one in the text', () => {
  const index = filled()
  const others = Array.from({ length: 20 }, (_, at) => ({
    number: 20 + at,
    id: `other-${at}`,
    revision: 0,
    editor: null,
  }))
  index.put(others.map(other => ({ ...other, headline: '路面养护', body: '公路站', names: '' })))
  index.put([
    {
      id: 'far',
      number: 9,
      revision: 0,
      editor: null,
      headline: '无关',
      body: '县里的门诊。'.repeat(3),
      names: '',
    },
  ])
  expect(index.find('门诊')[0]).toBe('clinic')
})

test('a story is found by its new words only', () => {
  const index = filled()
  index.put([{ id: 'lamp', number: 3, revision: 1, editor: '周岚', headline: '那扇窗', body: '', names: '' }])
  expect(index.find('盏')).toEqual([])
  expect(index.find('窗')).toEqual(['lamp'])
  expect(index.stamps().get('lamp')).toEqual({ id: 'lamp', number: 3, revision: 1, editor: '周岚' })
})
