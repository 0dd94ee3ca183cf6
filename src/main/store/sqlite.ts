import Sqlite from 'better-sqlite3'

/** An open SQLite file. */
export type SqliteFile = Sqlite.Database

/** The oldest SQLite whose WAL handling is trusted (reliability.md). */
const leastSqlite = [3, 51, 3] as const

/** `synchronous` as SQLite counts it. */
const levels = { NORMAL: 1, FULL: 2 } as const

/** How safely commits reach the disk: FULL for the truth, NORMAL for what can be rebuilt. */
export type Synchronous = keyof typeof levels

/**
 * Opens a file with the house's pragmas. `synchronous` belongs to the connection and better-sqlite3 opens an
 * existing WAL file at NORMAL, so it is set here and read back. Throws SqliteError on what SQLite refuses.
 */
export function openSqlite(file: string, synchronous: Synchronous): SqliteFile {
  const db = new Sqlite(file, { timeout: 5000 })
  try {
    assertVersion(db)
    db.pragma('busy_timeout = 5000')
    db.pragma('trusted_schema = OFF')
    db.pragma('journal_mode = WAL')
    db.pragma('foreign_keys = ON')
    db.pragma(`synchronous = ${synchronous}`)
    assertPragma(db, 'journal_mode', 'wal')
    assertPragma(db, 'foreign_keys', 1)
    assertPragma(db, 'synchronous', levels[synchronous])
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Throws unless a pragma reads as it was set: a store that is less safe than promised is not opened. */
export function assertPragma(db: SqliteFile, name: string, expected: number | string): void {
  const found = db.pragma(name, { simple: true })
  if (found !== expected) throw new Error(`PRAGMA ${name} is ${String(found)}, not ${expected}`)
}

function assertVersion(db: SqliteFile): void {
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string
  if (!isAtLeast(version.split('.').map(Number), leastSqlite)) {
    throw new Error(`SQLite ${version} is older than ${leastSqlite.join('.')}`)
  }
}

/** Whether a dotted version is not older than another. */
export function isAtLeast(version: readonly number[], least: readonly number[]): boolean {
  for (let at = 0; at < least.length; at++) {
    const difference = (version[at] ?? 0) - (least[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
