import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeOf, temporaryFolder } from '../newsroom/temporary-newsroom.testing'
import { applicationId, migrate, type Migration } from './migrate'
import { migrations } from './migrations'
import { openSqlite } from './sqlite'

const first: Migration = { version: 1, sql: 'CREATE TABLE a (x TEXT) STRICT' }
const second: Migration = { version: 2, sql: "INSERT INTO a VALUES ('two')" }
const broken: Migration = {
  version: 3,
  sql: "INSERT INTO a VALUES ('three'); INSERT INTO nowhere VALUES (1)",
}

const newFile = () => openSqlite(join(temporaryFolder(), 'any.db'), 'FULL')

test('runs what is new, each once', () => {
  const db = newFile()
  expect(migrate(db, [first]).ok).toBe(true)
  expect(migrate(db, [first, second]).ok).toBe(true)
  expect(migrate(db, [first, second]).ok).toBe(true)
  expect(db.prepare('SELECT x FROM a').pluck().all()).toEqual(['two'])
  expect(db.pragma('user_version', { simple: true })).toBe(2)
  expect(db.pragma('application_id', { simple: true })).toBe(applicationId)
})

test('one that breaks leaves the file at the version before it', () => {
  const db = newFile()
  expect(() => migrate(db, [first, second, broken])).toThrow('nowhere')
  expect(db.prepare('SELECT x FROM a').pluck().all()).toEqual(['two'])
  expect(db.pragma('user_version', { simple: true })).toBe(2)
})

test.each([
  ['a newer version', `PRAGMA application_id = ${applicationId}; PRAGMA user_version = 9`, 'store.newer'],
  ['another program', 'PRAGMA application_id = 77; CREATE TABLE b (y TEXT)', 'store.not-a-newsroom'],
  ['a file without a mark', 'CREATE TABLE b (y TEXT)', 'store.not-a-newsroom'],
  ['an empty file with a version', 'PRAGMA user_version = 1', 'store.not-a-newsroom'],
] as const)('refuses the file of %s and leaves it alone', (_, sql, code) => {
  const db = newFile()
  db.exec(sql)
  const before = db.prepare('SELECT * FROM sqlite_schema').all()
  expect(codeOf(migrate(db, [first]))).toBe(code)
  expect(db.prepare('SELECT * FROM sqlite_schema').all()).toEqual(before)
})

test('migrations count up from 1 without a gap', () => {
  expect(migrations.map(migration => migration.version)).toEqual(migrations.map((_, at) => at + 1))
})
