import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, valueOf } from '../../newsroom/temporary-newsroom.testing'
import { migrate } from '../migrate'
import { openSqlite } from '../sqlite'
import { signaturesTurn } from './0008-signatures-turn'
import { migrations } from './index'

const upTo = (version: number) => migrations.filter(migration => migration.version <= version)

function migrated(isSigned: boolean) {
  const db = openSqlite(join(temporaryFolder(), 'newsroom.db'), 'FULL')
  valueOf(migrate(db, upTo(signaturesTurn.version - 1)))
  db.exec(`
    INSERT INTO person (id, name, roles, colour) VALUES ('p', '周岚', '["editor"]', '#1F4E8C');
    INSERT INTO edition (id, number, date) VALUES ('e', 1286, '2026-11-24');
    INSERT INTO page (id, edition_id, number, name, layout, changed_at) VALUES ('a', 'e', 1, '要闻', '{}', 'now');
  `)
  if (isSigned) {
    db.exec(`INSERT INTO page_signature (page_id, person_id, name, at, hash)
      VALUES ('a', 'p', '周岚', 'now', '${'0'.repeat(64)}')`)
  }
  valueOf(migrate(db, upTo(signaturesTurn.version)))
  return db
}

test.each([
  [true, 'behind'],
  [false, undefined],
])('signatures of before are there (%s), and are to be looked at', (isSigned, marker) => {
  const db = migrated(isSigned)
  expect(db.prepare('SELECT count(*) FROM page_signature').pluck().get()).toBe(isSigned ? 1 : 0)
  expect(db.prepare("SELECT value FROM meta WHERE key = 'signing'").pluck().get()).toBe(marker)
  const tables = db.pragma('table_list') as { name: string; strict: number }[]
  expect(tables.find(table => table.name === 'signature_turn')!.strict).toBe(1)
})

const turn = (signature: number, holds: number, cause: string, person: string) =>
  `INSERT INTO signature_turn (signature, holds, cause, person_id, at)
   VALUES (${signature}, ${holds}, '${cause}', ${person}, 'now')`

test.each([
  ['a turn of no signature', turn(2, 0, 'page', 'NULL'), 'FOREIGN KEY'],
  ['half a turn', turn(1, 2, 'page', 'NULL'), 'CHECK'],
  ['another cause', turn(1, 0, 'weather', 'NULL'), 'CHECK'],
  ['the hand of nobody', turn(1, 0, 'page', "'nobody'"), 'FOREIGN KEY'],
])('the file itself refuses %s', (_, sql, why) => {
  const db = migrated(true)
  db.exec(turn(1, 0, 'page', "'p'"))
  expect(() => db.exec(sql)).toThrow(why)
})
