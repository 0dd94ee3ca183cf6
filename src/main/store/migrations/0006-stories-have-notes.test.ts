import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, valueOf } from '../../newsroom/temporary-newsroom.testing'
import { migrate } from '../migrate'
import { openSqlite } from '../sqlite'
import { storiesHaveNotes } from './0006-stories-have-notes'
import { migrations } from './index'

const upTo = (version: number) => migrations.filter(migration => migration.version <= version)

function migrated() {
  const db = openSqlite(join(temporaryFolder(), 'newsroom.db'), 'FULL')
  valueOf(migrate(db, upTo(storiesHaveNotes.version - 1)))
  db.exec(`
    INSERT INTO person (id, name, roles, colour) VALUES ('p', '周岚', '["editor"]', '#1F4E8C');
    INSERT INTO story (id, number, slug, genre, author, state, note, headline, byline, characters, lines, photos,
      photos_without_caption, photos_without_credit, created_at, changed_at)
    VALUES ('s', 1, '', '消息', '', 'received', '', '', '', 0, 0, 0, 0, 0, 'now', 'now');
  `)
  valueOf(migrate(db, upTo(storiesHaveNotes.version)))
  db.exec(`
    INSERT INTO story_note VALUES (1, 'n', 's', 'layout', '冬灌', 3, '{"from":1,"to":3,"lost":null}', 0);
    INSERT INTO note_entry VALUES (1, 'e', 'n', 'p', 'now', 'said', '请用大图');
  `)
  return db
}

test('stories of before are there, and the tables are STRICT', () => {
  const db = migrated()
  expect(db.prepare('SELECT count(*) FROM story').pluck().get()).toBe(1)
  const tables = db.pragma('table_list') as { name: string; strict: number }[]
  const own = tables.filter(table => /^(story_note|note_entry)$/.test(table.name))
  expect(own.map(table => table.strict)).toEqual([1, 1])
})

test.each([
  [
    'a note of no story',
    `INSERT INTO story_note VALUES (2, 'm', 'x', 'desk', '', 0, '{}', 0)`,
    'FOREIGN KEY',
  ],
  ['a note for nobody', `UPDATE story_note SET audience = 'all'`, 'CHECK'],
  ['an id twice', `INSERT INTO story_note VALUES (2, 'n', 's', 'desk', '', 0, '{}', 0)`, 'UNIQUE'],
  ['a place that is no JSON', `UPDATE story_note SET place = 'here'`, 'CHECK'],
  ['half settled', `UPDATE story_note SET settled = 2`, 'CHECK'],
  ['words under no note', `UPDATE note_entry SET note_id = 'x'`, 'FOREIGN KEY'],
  ['words of nobody', `UPDATE note_entry SET person_id = 'x'`, 'FOREIGN KEY'],
  ['another kind of entry', `UPDATE note_entry SET kind = 'lost'`, 'CHECK'],
] as const)('the file itself refuses %s', (_, sql, why) => {
  const db = migrated()
  expect(() => db.exec(sql)).toThrow(why)
})
