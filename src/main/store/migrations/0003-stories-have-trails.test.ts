import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, valueOf } from '../../newsroom/temporary-newsroom.testing'
import { migrate } from '../migrate'
import { openSqlite } from '../sqlite'
import { firstNewsroom } from './0001-first-newsroom'
import { pagesAreLogs } from './0002-pages-are-logs'
import { storiesHaveTrails } from './0003-stories-have-trails'

function migrated() {
  const db = openSqlite(join(temporaryFolder(), 'newsroom.db'), 'FULL')
  valueOf(migrate(db, [firstNewsroom, pagesAreLogs]))
  db.exec(`
    INSERT INTO person (id, name, roles, colour) VALUES ('p', '周岚', '["editor"]', '#1F4E8C');
    INSERT INTO story (id, number, slug, genre, author, state, note, headline, byline, characters, lines, photos,
      photos_without_caption, photos_without_credit, created_at, changed_at)
    VALUES ('s', 1, '', '消息', '', 'received', '', '', '', 0, 0, 0, 0, 0, 'now', 'now');
  `)
  valueOf(migrate(db, [firstNewsroom, pagesAreLogs, storiesHaveTrails]))
  db.exec(`INSERT INTO story_trail VALUES ('s', 0, '{}', '[]', 'p', 'now')`)
  return db
}

test('stories of before are there, and their tables are STRICT', () => {
  const db = migrated()
  expect(db.prepare('SELECT count(*) FROM story').pluck().get()).toBe(1)
  const tables = db.pragma('table_list') as { name: string; strict: number }[]
  const own = tables.filter(table => /^(story_trail|trail_decision)$/.test(table.name))
  expect(own.map(table => table.strict)).toEqual([1, 1])
})

test.each([
  ['two trails of one story', `INSERT INTO story_trail VALUES ('s', 0, '{}', '[]', 'p', 'now')`, 'UNIQUE'],
  ['a trail of no story', `INSERT INTO story_trail VALUES ('x', 0, '{}', '[]', 'p', 'now')`, 'FOREIGN KEY'],
  ['a base that is no JSON', `UPDATE story_trail SET base = 'text'`, 'CHECK'],
  [
    'another kind of decision',
    `INSERT INTO trail_decision VALUES (1, 's', 'p', 'now', 'lost', 0, '', '', NULL)`,
    'CHECK',
  ],
] as const)('the file itself refuses %s', (_, sql, why) => {
  const db = migrated()
  expect(() => db.exec(sql)).toThrow(why)
})
