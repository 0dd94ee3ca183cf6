import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, valueOf } from '../../newsroom/temporary-newsroom.testing'
import { migrate } from '../migrate'
import { openSqlite } from '../sqlite'
import { migrations } from './index'
import { storiesNamePeople } from './0005-stories-name-people'

function migrated() {
  const db = openSqlite(join(temporaryFolder(), 'newsroom.db'), 'FULL')
  const before = migrations.filter(({ version }) => version < storiesNamePeople.version)
  valueOf(migrate(db, before))
  db.exec(`
    INSERT INTO story (id, number, slug, genre, author, state, note, headline, byline, characters, lines, photos,
      photos_without_caption, photos_without_credit, created_at, changed_at)
    VALUES ('s', 1, '', '消息', '', 'received', '', '', '（江南）', 0, 0, 0, 0, 0, 'now', 'now');
  `)
  valueOf(migrate(db, [...before, storiesNamePeople]))
  return db
}

test('a story of before is there, its names not read yet, its length held to 5 in 100', () => {
  expect(migrated().prepare('SELECT byline, people, length_tolerance FROM story').get()).toEqual({
    byline: '（江南）',
    people: null,
    length_tolerance: 5,
  })
})

test.each([-1, 51])('the file itself refuses a tolerance of %i', tolerance => {
  const db = migrated()
  expect(() => db.exec(`UPDATE story SET length_tolerance = ${tolerance}`)).toThrow('CHECK')
})
