import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, valueOf } from '../../newsroom/temporary-newsroom.testing'
import { migrate } from '../migrate'
import { openSqlite } from '../sqlite'
import { firstNewsroom } from './0001-first-newsroom'
import { pagesAreLogs } from './0002-pages-are-logs'
import { storiesHaveTrails } from './0003-stories-have-trails'
import { storiesKeepVersions } from './0004-stories-keep-versions'

function migrated() {
  const db = openSqlite(join(temporaryFolder(), 'newsroom.db'), 'FULL')
  valueOf(migrate(db, [firstNewsroom, pagesAreLogs, storiesHaveTrails]))
  db.exec(`
    INSERT INTO story (id, number, slug, genre, author, state, note, headline, byline, characters, lines, photos,
      photos_without_caption, photos_without_credit, created_at, changed_at)
    VALUES ('s', 1, '', '消息', '', 'received', '', '', '', 0, 0, 0, 0, 0, 'now', 'now');
  `)
  valueOf(migrate(db, [firstNewsroom, pagesAreLogs, storiesHaveTrails, storiesKeepVersions]))
  db.exec(`INSERT INTO story_version VALUES (1, 'v', 's', 3, '二稿', NULL, 'now', 'named')`)
  return db
}

test('stories of before are there', () => {
  expect(migrated().prepare('SELECT count(*) FROM story').pluck().get()).toBe(1)
})

test.each([
  [
    'an id twice',
    `INSERT INTO story_version VALUES (2, 'v', 's', 3, '三稿', NULL, 'now', 'named')`,
    'UNIQUE',
  ],
  [
    'a version of no story',
    `INSERT INTO story_version VALUES (2, 'w', 'x', 3, '三稿', NULL, 'now', 'named')`,
    'FOREIGN KEY',
  ],
  ['another kind', `UPDATE story_version SET kind = 'lost'`, 'CHECK'],
  ['a version below 0', `UPDATE story_version SET version = -1`, 'CHECK'],
] as const)('the file itself refuses %s', (_, sql, why) => {
  const db = migrated()
  expect(() => db.exec(sql)).toThrow(why)
})
