import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../newsroom/temporary-newsroom.testing'
import { assertPragma, isAtLeast, openSqlite } from './sqlite'

const pragmas: readonly (readonly [name: string, value: number | string])[] = [
  ['journal_mode', 'wal'],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['busy_timeout', 5000],
]

test.each(['FULL', 'NORMAL'] as const)(
  '%s is set at the first opening and at every later one',
  synchronous => {
    const file = join(temporaryFolder(), 'any.db')
    for (const opening of ['first', 'second']) {
      const db = openSqlite(file, synchronous)
      expect([opening, db.pragma('synchronous', { simple: true })]).toEqual([
        opening,
        synchronous === 'FULL' ? 2 : 1,
      ])
      for (const [name, value] of pragmas)
        expect([name, db.pragma(name, { simple: true })]).toEqual([name, value])
      db.exec('CREATE TABLE IF NOT EXISTS line (text TEXT) STRICT')
      db.close()
    }
  },
)

test('an existing WAL file opens at NORMAL unless it is told otherwise, which is why it is told', () => {
  const file = join(temporaryFolder(), 'any.db')
  openSqlite(file, 'FULL').close()
  const plain = new Sqlite(file)
  plain.exec('CREATE TABLE line (text TEXT)')
  expect(plain.pragma('synchronous', { simple: true })).not.toBe(2)
  expect(() => assertPragma(plain, 'synchronous', 2)).toThrow('PRAGMA synchronous is 1, not 2')
  plain.close()
})

test.each([
  ['3.51.3', true],
  ['3.51.2', false],
  ['3.52', true],
  ['4.0.0', true],
  ['3.9.9', false],
  ['2.99.99', false],
] as const)('SQLite %s is new enough: %s', (version, expected) => {
  expect(isAtLeast(version.split('.').map(Number), [3, 51, 3])).toBe(expected)
})
