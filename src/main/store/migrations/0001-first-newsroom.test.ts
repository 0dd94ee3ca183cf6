import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, valueOf } from '../../newsroom/temporary-newsroom.testing'
import { migrate } from '../migrate'
import { openSqlite } from '../sqlite'
import { firstNewsroom } from './0001-first-newsroom'

function migrated() {
  const db = openSqlite(join(temporaryFolder(), 'newsroom.db'), 'FULL')
  valueOf(migrate(db, [firstNewsroom]))
  db.exec(`
    INSERT INTO person (id, name, roles, colour) VALUES ('p', '周岚', '["editor"]', '#1F4E8C');
    INSERT INTO story (id, number, slug, genre, author, state, note, headline, byline, characters, lines, photos,
      photos_without_caption, photos_without_credit, created_at, changed_at)
    VALUES ('s', 1, '', '消息', '', 'received', '', '', '', 0, 0, 0, 0, 0, 'now', 'now');
    INSERT INTO step VALUES ('s', 1, 'a', 0, 'p', 'now', '{}', zeroblob(32));
  `)
  return db
}

test('every table is STRICT', () => {
  const tables = migrated().pragma('table_list') as { name: string; type: string; strict: number }[]
  const own = tables.filter(table => table.type === 'table' && !table.name.startsWith('sqlite_'))
  expect(own.map(table => table.name).toSorted()).toEqual([
    'edition',
    'memory',
    'meta',
    'page',
    'person',
    'photo',
    'snapshot',
    'step',
    'story',
  ])
  expect(own.filter(table => table.strict !== 1)).toEqual([])
})

test.each([
  ['a version twice', "INSERT INTO step VALUES ('s', 1, 'b', 0, 'p', 'now', '{}', zeroblob(32))", 'UNIQUE'],
  [
    'a client’s number twice',
    "INSERT INTO step VALUES ('s', 2, 'a', 0, 'p', 'now', '{}', zeroblob(32))",
    'UNIQUE',
  ],
  [
    'a step of no story',
    "INSERT INTO step VALUES ('x', 2, 'a', 1, 'p', 'now', '{}', zeroblob(32))",
    'FOREIGN KEY',
  ],
  [
    'a step of nobody',
    "INSERT INTO step VALUES ('s', 2, 'a', 1, 'x', 'now', '{}', zeroblob(32))",
    'FOREIGN KEY',
  ],
  ['a step without its hash', "INSERT INTO step VALUES ('s', 2, 'a', 1, 'p', 'now', '{}', x'00')", 'CHECK'],
  ['a step numbered 0', "INSERT INTO step VALUES ('s', 0, 'a', 1, 'p', 'now', '{}', zeroblob(32))", 'CHECK'],
  ['a number as text', "UPDATE story SET characters = 'many'", 'cannot store TEXT'],
  ['roles that are no JSON', "UPDATE person SET roles = 'editor'", 'CHECK'],
  ['deleting a story with a log', 'DELETE FROM story', 'FOREIGN KEY'],
] as const)('the file itself refuses %s', (_, sql, why) => {
  expect(() => migrated().exec(sql)).toThrow(why)
})
